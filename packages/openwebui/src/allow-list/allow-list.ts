/**
 * The endpoint allow-list of API keys. A choice of its own, never part of a set-up: it binds every API key of the
 * whole instance, and no session token.
 */
import type { Desk } from '../desk/desk.ts';
import type { DeskFailure } from '../desk/desk-failure.ts';
import type { Secret } from '../desk/secret.ts';
import { type AdminSettings, changeSettings, readSettings } from '../provision/admin-settings.ts';
import { createAdministrator } from '../provision/administrator.ts';
import type { UndoOutcome } from '../provision/provision-types.ts';
import { StepFailure } from '../provision/step-failure.ts';
import { allowListEntries, entriesIn, type KeyNeeds, opens } from './allow-list-line.ts';

const SWITCH = 'ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS';
const LINE = 'API_KEYS_ALLOWED_ENDPOINTS';

export interface AllowListState {
  enabled: boolean;
  line: string;
}

export interface AllowListProposal {
  kind: 'proposal';
  state: 'to-do' | 'already';
  now: AllowListState;
  wanted: AllowListState;
  /** Entries that are there for others and stay. They open their paths to Guichet's key as well. */
  kept: string[];
}

/** Plain JSON, for undoing. */
export interface AllowListRecord {
  schema: 1;
  before: AllowListState;
  after: AllowListState;
}

export type Refused = { kind: 'refused'; failure: DeskFailure };

/** Reads only. */
export async function proposeAllowList(
  desk: Desk,
  credential: Secret,
  needs: KeyNeeds = {},
): Promise<AllowListProposal | Refused> {
  return orRefused(async () => {
    const version = (await desk.version()) ?? '';
    const now = stateIn(await readSettings(createAdministrator(desk, credential)));
    const entries = allowListEntries(version, needs);
    const there = now.enabled ? entriesIn(now.line) : [];
    const missing = entries.filter((entry) => !opens(there, entry));
    const already = now.enabled && missing.length === 0;
    const wanted = already ? now : { enabled: true, line: [...there, ...missing].join(',') };
    const kept = there.filter((entry) => !entries.includes(entry));
    return { kind: 'proposal', state: already ? 'already' : 'to-do', now, wanted, kept };
  });
}

export async function applyAllowList(
  desk: Desk,
  credential: Secret,
  proposal: AllowListProposal,
): Promise<{ kind: 'done'; record: AllowListRecord } | Refused> {
  return orRefused(async () => {
    const before = await changeSettings(createAdministrator(desk, credential), settingsOf(proposal.wanted));
    return { kind: 'done', record: { schema: 1, before: stateIn(before), after: proposal.wanted } };
  });
}

/** Back to what stood there, if it still is as Guichet left it. */
export async function undoAllowList(desk: Desk, credential: Secret, record: AllowListRecord): Promise<UndoOutcome> {
  const administrator = createAdministrator(desk, credential);
  try {
    const now = stateIn(await readSettings(administrator));
    if (isSame(now, record.before)) return { outcome: 'already' };
    if (!isSame(now, record.after)) return { outcome: 'kept', why: 'changed-since' };
    await changeSettings(administrator, settingsOf(record.before));
    return { outcome: 'undone' };
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    return { outcome: 'failed', why: error.why, failure: error.failure };
  }
}

function stateIn(settings: AdminSettings): AllowListState {
  const line = settings[LINE];
  return { enabled: settings[SWITCH] === true, line: typeof line === 'string' ? line : '' };
}

function settingsOf({ enabled, line }: AllowListState): AdminSettings {
  return { [SWITCH]: enabled, [LINE]: line };
}

function isSame(one: AllowListState, other: AllowListState): boolean {
  return one.enabled === other.enabled && one.line === other.line;
}

async function orRefused<Value>(run: () => Promise<Value>): Promise<Value | Refused> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    return { kind: 'refused', failure: error.failure };
  }
}
