import type { OwnDoorEvidence } from './evidence-map.ts';
import type { Gatherer } from './gather-context.ts';
import { isRecord } from './is-record.ts';
import { readAddress } from './read-address.ts';

/** Nobody's, and told from a real one at sight. */
export const DOCTORS_KNOCK = 'Bearer guichet-doctor-asks-whether-this-arrives';
/** Tells a request without the header from one with a wrong token. */
const GUARDED_PATH = '/v1/conversations';

/** Whether the header that visitors sign in with comes through to us from our public address. */
export const knockWithToken: Gatherer<'ownDoor'> = async (context): Promise<OwnDoorEvidence> => {
  const { publicUrl = '' } = context.input;
  const address = readAddress(publicUrl);
  const front = await context.evidence('publicAddress');
  if (address.kind !== 'address' || front?.kind !== 'seen' || !front.isGuichet) return { kind: 'none' };
  try {
    const reply = await context.tools.get(publicUrl.trim().replace(/\/+$/, '') + GUARDED_PATH, {
      limitMs: context.limit('ownMs'),
      headers: { authorization: DOCTORS_KNOCK, origin: address.origin },
    });
    return { kind: 'answered', status: reply.status, code: codeOf(reply.text) };
  } catch {
    return { kind: 'none' };
  }
};

function codeOf(text: string): string {
  try {
    const problem: unknown = JSON.parse(text);
    return isRecord(problem) && typeof problem.code === 'string' ? problem.code.slice(0, 60) : '';
  } catch {
    return '';
  }
}
