/**
 * The blast radius of a key: what whoever finds it could do with it. Asked by harmless reads whose answers are dropped
 * as soon as they prove it; no value, name or text of them is kept.
 */
import { endpointAllowListLine, type KeyNeeds } from '../allow-list/allow-list-line.ts';
import type { Desk } from '../desk/desk.ts';
import type { DeskFailure } from '../desk/desk-failure.ts';
import type { PeekReply } from '../desk/peek.ts';
import type { Secret } from '../desk/secret.ts';
import { findMenuPath } from '../menus/find-menu-path.ts';
import type { MenuLocale, MenuPath } from '../menus/menu-path.ts';
import { REACH_PROBES, type ReachId, type ReachProbe } from './reach-probes.ts';

export interface ReachFinding {
  id: ReachId;
  reach: 'open' | 'closed' | 'unknown';
  /** Open, and Guichet uses it itself. */
  needed: boolean;
  /** `rights`: the account may not. `allow-list`: its key may not. */
  closedBy?: 'rights' | 'allow-list';
  /** Status, and how many of the field were seen, at most three. Never a value. */
  proof: { path: string; status?: number; field?: string; count?: number };
}

export type Reach =
  | {
      kind: 'reach';
      credential: 'api-key' | 'session-token';
      findings: ReachFinding[];
      /** Some of it is closed by an allow-list. */
      restricted: boolean;
      /** Closes what is open beyond Guichet's needs. A session token is not bound by it. */
      remedy: { line: string; path?: MenuPath; binds: boolean };
    }
  | { kind: 'refused'; failure: DeskFailure };

export interface ReachWishes {
  needs?: KeyNeeds;
  locale?: MenuLocale;
}

const ENOUGH = 3;
const NO_PERMISSION = /^You do not have permission to access this resource/;
/** Up to 0.8.12. */
const OLD_ALLOW_LIST = /^API key not allowed to access this endpoint/;

export async function probeReach(desk: Desk, credential: Secret, wishes: ReachWishes = {}): Promise<Reach> {
  const models = await desk.ask({ path: '/api/models', as: credential });
  if (models.status !== 200) return { kind: 'refused', failure: models.failure() };
  const version = (await desk.version()) ?? '';
  const needs = wishes.needs ?? {};
  const findings: ReachFinding[] = [];
  // One after the other: a gateway in front may count requests.
  for (const probe of REACH_PROBES) findings.push(await ask(desk, credential, probe, needs));
  const path = findMenuPath('key-restrictions', version || undefined, wishes.locale);
  const binds = credential.reveal().startsWith('sk-');
  return {
    kind: 'reach',
    credential: binds ? 'api-key' : 'session-token',
    findings,
    restricted: findings.some(({ closedBy }) => closedBy === 'allow-list'),
    remedy: { line: endpointAllowListLine(version, needs), ...(path && { path }), binds },
  };
}

async function ask(desk: Desk, as: Secret, probe: ReachProbe, needs: KeyNeeds): Promise<ReachFinding> {
  const reply = await desk.peek({ path: probe.path, as, word: `"${probe.field}":`, enough: ENOUGH });
  return readProbe(probe, reply, probe.neededFor !== undefined && needs[probe.neededFor] === true);
}

/** Pure: what an answer to a probe shows. */
export function readProbe(probe: ReachProbe, reply: PeekReply, needed: boolean): ReachFinding {
  const { id, path, field } = probe;
  const finding = (reach: ReachFinding['reach'], more: Partial<ReachFinding> = {}): ReachFinding => ({
    id,
    reach,
    needed,
    proof: { path },
    ...more,
  });
  if ('failure' in reply) return finding('unknown');
  const { status, count, detail = '' } = reply;
  if (status === 200) {
    // A page: this version has no such route.
    if (!reply.isJson) return finding('unknown', { proof: { path, status } });
    const proof = { path, status, field, count };
    return finding(probe.fieldProves && count === 0 ? 'unknown' : 'open', { proof });
  }
  const proof = { path, status };
  if (status === 403 && (NO_PERMISSION.test(detail) || OLD_ALLOW_LIST.test(detail))) {
    return finding('closed', { closedBy: 'allow-list', proof });
  }
  if (status === 401 && NO_PERMISSION.test(detail)) {
    return probe.neighbours ? finding('open', { proof }) : finding('closed', { closedBy: 'rights', proof });
  }
  return finding('unknown', { proof });
}
