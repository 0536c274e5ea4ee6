import { isObject, type JsonObject } from '../http/read-body.ts';
import { json, plainText, type Reply } from '../http/reply.ts';
import type { WholeAnswer } from '../provider/provider-types.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';
import type { Source } from './find-sources.ts';

/** What becomes of an answer that the provider gave in one piece, whatever was asked for. */
export function wholeReply(answer: WholeAnswer, sources: Source[], world: World): Reply {
  if (answer.inFront) return { status: answer.status, text: answer.body, contentType: answer.contentType };
  const value = answer.contentType.startsWith('application/json') ? parsed(answer.body) : answer.body;
  if (answer.status >= 400) return failureReply(answer, value, world);
  return json(sources.length > 0 && isObject(value) ? { sources, ...value } : value);
}

export function noAnswerReply(why: 'unreachable' | 'not-provided' | 'fallen-over', world: World): Reply {
  if (why === 'not-provided') {
    return json({ detail: refusalText.modelWasNotFound }, world.has('providerUnreachableIs500') ? 404 : 400);
  }
  if (world.has('providerUnreachableIs500')) return json({ detail: refusalText.serverConnection }, 500);
  if (world.has('providerErrorBecomes400')) return json({ detail: refusalText.serverConnection }, 400);
  // Before 0.9.3 nobody is told: 200 with nothing in it.
  return json(null);
}

/** A provider's refusal, which each series of versions tells in its own way. */
function failureReply(answer: WholeAnswer, value: unknown, world: World): Reply {
  const headers = world.has('providerErrorPassesThrough') ? retryHeaders(answer.headers) : {};
  if (!isObject(value)) return plainText(answer.body, answer.status, headers);
  if (world.has('providerErrorPassesThrough')) return json(value, answer.status, headers);
  if (world.has('providerErrorBecomes400')) return json({ detail: messageOf(value) }, 400);
  if (world.has('providerErrorBecomesNull')) return json(null);
  return json(value, answer.status);
}

function retryHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('retry-after')));
}

function messageOf(value: JsonObject): unknown {
  if (isObject(value.error)) return value.error.message ?? value.error;
  return value.error ?? value.detail ?? value;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
