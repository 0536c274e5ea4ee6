/** The account's one key: reading and creating it, and what the answers mean. */
import { isRecord } from '../client/error-body.ts';
import type { Desk, DeskReply } from '../desk/desk.ts';
import type { DeskFailure } from '../desk/desk-failure.ts';
import { Secret } from '../desk/secret.ts';

const PATH = '/api/v1/auths/api_key';

export type OwnKey =
  | { kind: 'key'; key: Secret }
  | { kind: 'none' }
  /** By the instance's switch or the missing permission, which sound alike. */
  | { kind: 'not-allowed' }
  | { kind: 'failed'; failure: DeskFailure };

/** Up to 0.9 this answers even while keys are switched off. */
export async function readOwnKey(desk: Desk, as: Secret): Promise<OwnKey> {
  return readReply(await desk.ask({ path: PATH, as }));
}

/** Kills the old key at once. */
export async function createOwnKey(desk: Desk, as: Secret): Promise<OwnKey> {
  return readReply(await desk.ask({ method: 'POST', path: PATH, as }));
}

function readReply(reply: DeskReply): OwnKey {
  const { status, json, detail } = reply;
  if (status === 200 && isRecord(json) && typeof json.api_key === 'string') {
    return { kind: 'key', key: new Secret(json.api_key) };
  }
  if (status === 404 && /API key is missing/.test(detail ?? '')) return { kind: 'none' };
  if (status === 403 && /API key creation is not allowed/.test(detail ?? '')) return { kind: 'not-allowed' };
  return { kind: 'failed', failure: reply.failure() };
}
