/**
 * An answer that begins with 200 and ends without a word, an error or its own end: a provider that broke off looks so up
 * to 0.11.3, and so does a filter of Open WebUI that is given something else than it is written for. Asked once more in
 * another way, each answers differently.
 */
import { createDesk, Secret } from '@guichet/openwebui/key-exchange';
import { compareVersions } from '../checks/compare-versions.ts';
import type { AnswerEvidence, EndedByFilter } from './evidence-map.ts';
import type { GatherContext } from './gather-context.ts';
import { isRecord } from './is-record.ts';
import { sendableCredential } from './read-credential.ts';

/** From here to the next, filters of a streamed answer get bytes where they are written for dictionaries. */
export const FILTERS_GET_BYTES = '0.10.0';
export const FILTERS_GET_FRAMES = '0.11.1';

/** Filters that can be switched are asked for: without them words come, and with them again none. */
async function switched(
  asked: (filterIds: readonly string[]) => Promise<AnswerEvidence | undefined>,
  filters: readonly string[],
): Promise<EndedByFilter | undefined> {
  if (filters.length === 0) return undefined;
  const without = await asked([]);
  if (!without || without.end === 'failed') return undefined;
  // Once more, since a provider that comes and goes would look the same.
  const again = await asked(filters);
  return again?.failure?.isCutOff && again.pieces.length === 0 ? { how: 'switched', filters } : undefined;
}

/** Filters that are always on cannot be left out, but they look only at what is streamed. */
async function always(context: GatherContext, model: string, question: string): Promise<EndedByFilter | undefined> {
  const version = (await context.evidence('front'))?.openWebUiVersion;
  const address = await context.evidence('address');
  const credential = sendableCredential(context.input);
  if (version === undefined || address?.kind !== 'address' || credential === undefined) return undefined;
  if (compareVersions(version, FILTERS_GET_BYTES) < 0 || compareVersions(version, FILTERS_GET_FRAMES) >= 0) {
    return undefined;
  }
  const desk = createDesk({ baseUrl: address.origin, timeouts: { replyMs: context.limit('answerMs') } });
  context.onEnd(() => desk.close());
  const { status, json } = await desk.ask({
    method: 'POST',
    path: '/api/chat/completions',
    as: new Secret(credential),
    body: { model, stream: false, messages: [{ role: 'user', content: question }] },
  });
  return status === 200 && hasWords(json) ? { how: 'unstreamed', filters: [] } : undefined;
}

function hasWords(json: unknown): boolean {
  const choice: unknown = isRecord(json) && Array.isArray(json.choices) ? json.choices[0] : undefined;
  const message = isRecord(choice) && isRecord(choice.message) ? choice.message : {};
  return typeof message.content === 'string' && /\S/.test(message.content);
}

export const endedByFilter = { switched, always };
