/**
 * Questions that somebody might ask next, as Open WebUI's own interface proposes them under an answer. They cost one
 * more call, to the task model where one is set. Source: `POST /api/v1/tasks/follow_up/completions`, which answers with a
 * completion whose text is `{"follow_ups": ["…"]}`, often with words or a code fence around it.
 */
import type { ChatCompletionRequest } from './chat-completion-types.ts';
import { isRecord } from './error-body.ts';
import type { UpstreamResult } from './open-webui-client.ts';
import { parseJson } from './parse-json.ts';
import { buildPayload } from './payload.ts';
import { type ReplyMeans, requestReply } from './request-reply.ts';
import type { UpstreamAddress } from './upstream-address.ts';

/** More than these crowd a phone; Open WebUI asks the model for three to five. */
const MAX_FOLLOW_UPS = 3;
/** A question longer than this is no question to tap on; it is left out. In characters. */
const MAX_FOLLOW_UP_CHARS = 200;

/** @param request the conversation with its last answer */
export async function askFollowUps(
  means: ReplyMeans,
  address: UpstreamAddress,
  request: ChatCompletionRequest,
): Promise<UpstreamResult<string[]>> {
  const { model, messages } = buildPayload(request);
  const outcome = await requestReply(means, address, '/api/v1/tasks/follow_up/completions', {
    method: 'POST',
    body: JSON.stringify({ model, messages, stream: false }),
  });
  if ('failure' in outcome) return { ok: false, failure: outcome.failure };
  const { reply } = outcome;
  if (reply.status !== 200) return { ok: false, failure: reply.failure() };
  // `null` and whatever else is no list: the model proposed nothing, or the owner switched proposals off.
  return { ok: true, value: followUpsIn(textOf(reply.json)) };
}

/** The questions in a task model's words; empty when there are none. */
export function followUpsIn(text: string): string[] {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  const value = from < 0 || to < from ? undefined : parseJson(text.slice(from, to + 1));
  const list = isRecord(value) ? value.follow_ups : undefined;
  if (!Array.isArray(list)) return [];
  const questions = list.flatMap((item) => {
    const question = typeof item === 'string' ? item.replace(/\s+/g, ' ').trim().toWellFormed() : '';
    return question !== '' && question.length <= MAX_FOLLOW_UP_CHARS ? [question] : [];
  });
  return [...new Set(questions)].slice(0, MAX_FOLLOW_UPS);
}

function textOf(json: unknown): string {
  const choice = isRecord(json) && Array.isArray(json.choices) ? json.choices[0] : undefined;
  const message = isRecord(choice) && isRecord(choice.message) ? choice.message : {};
  return typeof message.content === 'string' ? message.content : '';
}
