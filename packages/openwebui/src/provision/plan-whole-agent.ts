/** What a set-up does for the whole agent besides: which model answers, and what is closed, by reading alone. */
import { FIRST_UNREAD, OLDEST_FOR_WHOLE_AGENT } from '../agent-safety/builtin-tool-kinds.ts';
import { openKindsOf } from '../agent-safety/judge-whole-agent.ts';
import { readModelSafety } from '../agent-safety/safety-evidence.ts';
import { allowListEntries, entriesIn, opens } from '../allow-list/allow-list-line.ts';
import { isAtLeast, isBefore } from '../version-order.ts';
import type { AdminSettings } from './admin-settings.ts';
import type { Administrator } from './administrator.ts';
import { freeCopyId, isClosed, readModelRow } from './closed-model.ts';
import { openDefaultRights } from './default-rights.ts';
import type { Foundation } from './find-foundation.ts';
import { listModels, nameOf } from './find-foundation.ts';
import type { ProvisionRecord } from './provision-record.ts';
import type { Note, Obstacle, ProvisionWishes, Question, Step } from './provision-types.ts';
import type { SharedThing } from './shared-thing.ts';

export interface WholeAgentPlan {
  /** What will answer: the model itself, or its copy. */
  model: { id: string; name: string };
  /** What the group has to be able to read. */
  things: SharedThing[];
  beforeSharing: Step[];
  afterSharing: Step[];
  /** Last, when the key is there. */
  afterKey: Step[];
  questions: Question[];
  notes: Note[];
}

type Found = Extract<Foundation, { found: true }>;

export function wholeAgentObstacle(version: string): Obstacle | undefined {
  if (isBefore(version, OLDEST_FOR_WHOLE_AGENT)) return { what: 'whole-agent-too-old', cause: 'upstream-too-old' };
  return isAtLeast(version, FIRST_UNREAD) ? { what: 'whole-agent-unread', cause: 'unknown' } : undefined;
}

/** The model to plan for: where the wished one is Guichet's own copy, what the copy was made of. */
export function sourceOf(record: ProvisionRecord, modelId: string): string {
  const copy = record.wholeAgent?.copy;
  return copy?.id === modelId ? copy.of : modelId;
}

export async function planWholeAgent(
  administrator: Administrator,
  record: ProvisionRecord,
  { model, things }: Found,
  wishes: ProvisionWishes,
  settings: AdminSettings,
): Promise<WholeAgentPlan> {
  const models = await listModels(administrator);
  const safety = readModelSafety(models.get(model.id) ?? {});
  const kinds = openKindsOf(safety, record.version).map(({ kind }) => kind);
  const way = wayOf(record, kinds, wishes);
  const questions: Question[] =
    way === undefined ? [{ id: 'tools-open', choices: ['make-another', 'use-it'], facts: { ...model, kinds } }] : [];
  const chosen = way ?? 'copy';
  if (way !== undefined) record.wholeAgent = { ...record.wholeAgent, way, model: model.id };
  const closing =
    chosen === 'copy'
      ? await planCopy(administrator, record, model, things, kinds, models)
      : {
          model,
          things,
          beforeSharing: [],
          afterSharing: await planChange(administrator, record, model, kinds, chosen),
        };
  const rights = wishes.closePermissions ? await openDefaultRights(administrator) : [];
  const paths = missingPaths(settings, record.version);
  return {
    ...closing,
    afterSharing: [
      ...closing.afterSharing,
      ...(wishes.closePermissions ? [step('close-permissions', rights.length === 0, { rights })] : []),
      ...(paths === undefined ? [] : [step('extend-allow-list', paths.length === 0, { paths })]),
    ],
    afterKey: [step('keep-sign-in', false, { email: record.account.email })],
    questions,
    notes: [
      ...(chosen === 'copy' ? (['copy-stands-alone'] as const) : []),
      ...(wishes.closePermissions ? [] : (['rights-stay'] as const)),
      'password-is-kept',
    ],
  };
}

function wayOf(record: ProvisionRecord, kinds: string[], wishes: ProvisionWishes) {
  const former = record.wholeAgent?.way;
  // What was closed when it was looked at may have been opened since: then it is asked.
  if (former !== undefined && former !== 'closed-already') return former;
  if (kinds.length === 0) return 'closed-already' as const;
  const answer = wishes.answers?.['tools-open'];
  if (answer === undefined) return undefined;
  return answer === 'use-it' ? ('change' as const) : ('copy' as const);
}

async function planCopy(
  administrator: Administrator,
  record: ProvisionRecord,
  model: { id: string; name: string },
  things: SharedThing[],
  kinds: string[],
  models: ReadonlyMap<string, Record<string, unknown>>,
): Promise<Pick<WholeAgentPlan, 'model' | 'things' | 'beforeSharing' | 'afterSharing'>> {
  const id = record.wholeAgent?.copy?.id ?? freeCopyId(model.id, new Set(models.keys()));
  const row = await readModelRow(administrator, id);
  const source = await readModelRow(administrator, model.id);
  // A preset is not needed by its copy; a provider's model is what the copy stands on.
  const isPreset = typeof source?.base_model_id === 'string';
  const name = nameOf(models.get(model.id) ?? {}, model.id);
  const already = row !== undefined && isClosed(row);
  return {
    model: { id, name },
    things: things.filter((thing) => !(isPreset && thing.kind === 'model' && thing.id === model.id)),
    beforeSharing: [step('copy-model', already, { id, name, copyOf: model.id, kinds }, id)],
    afterSharing: [],
  };
}

async function planChange(
  administrator: Administrator,
  record: ProvisionRecord,
  model: { id: string; name: string },
  kinds: string[],
  way: 'change' | 'closed-already',
): Promise<Step[]> {
  const row = await readModelRow(administrator, model.id);
  const already = way === 'closed-already' || (row !== undefined && isClosed(row));
  const wasChanged = record.wholeAgent?.closed !== undefined;
  return [step('close-tools', already && (wasChanged || kinds.length === 0), { ...model, kinds }, model.id)];
}

/** undefined where keys are not bound. */
function missingPaths(settings: AdminSettings, version: string): string[] | undefined {
  if (settings.ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS !== true) return undefined;
  const line = settings.API_KEYS_ALLOWED_ENDPOINTS;
  const there = entriesIn(typeof line === 'string' ? line : '');
  return allowListEntries(version, { wholeAgent: true }).filter((path) => !opens(there, path));
}

function step(kind: Step['kind'], already: boolean, facts: Step['facts'], subject?: string): Step {
  const id = subject === undefined ? kind : `${kind} ${subject}`;
  return { id, kind, state: already ? 'already' : 'to-do', facts };
}
