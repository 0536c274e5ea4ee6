/**
 * Visitors' ratings in Open WebUI's evaluations, under the account of the key: passed on, changed, withdrawn. Without the
 * conversation, which Open WebUI's own interface would send along. Source: `POST /api/v1/evaluations/feedback` and below
 * (0.6.43 to 0.12.4); an account reaches its own alone.
 */
import { isRecord } from './error-body.ts';
import type { UpstreamResult } from './open-webui-client.ts';
import { type ReplyMeans, requestReply } from './request-reply.ts';
import type { UpstreamAddress } from './upstream-address.ts';

export interface UpstreamRating {
  rating: 1 | -1;
  /** The model that answered. */
  model: string;
  /** The answer's id here: it says nothing there, and tells two ratings of one answer apart from those of two. */
  messageId: string;
  reason?: string | undefined;
  comment?: string | undefined;
}

const PATH = '/api/v1/evaluations/feedback';

/** @param id where it was passed on before; one that is gone there is made again. @returns the id that it has there */
export async function passRating(
  means: ReplyMeans,
  address: UpstreamAddress,
  rating: UpstreamRating,
  id?: string,
): Promise<UpstreamResult<string>> {
  const path = id === undefined ? PATH : `${PATH}/${encodeURIComponent(id)}`;
  const outcome = await requestReply(means, address, path, {
    method: 'POST',
    body: JSON.stringify(bodyOf(rating)),
    // A new one that is sent twice is there twice.
    ...(id === undefined && { once: true }),
  });
  if ('failure' in outcome) return { ok: false, failure: outcome.failure };
  const { status, json } = outcome.reply;
  if (status === 404 && id !== undefined) return passRating(means, address, rating);
  if (status !== 200 || !isRecord(json) || typeof json.id !== 'string')
    return { ok: false, failure: outcome.reply.failure() };
  return { ok: true, value: json.id };
}

/** One that is not there any more counts as withdrawn. */
export async function withdrawRating(
  means: ReplyMeans,
  address: UpstreamAddress,
  id: string,
): Promise<UpstreamResult<'withdrawn'>> {
  const outcome = await requestReply(means, address, `${PATH}/${encodeURIComponent(id)}`, { method: 'DELETE' });
  if ('failure' in outcome) return { ok: false, failure: outcome.failure };
  const { status } = outcome.reply;
  return status === 200 || status === 404
    ? { ok: true, value: 'withdrawn' }
    : { ok: false, failure: outcome.reply.failure() };
}

function bodyOf({ rating, model, messageId, reason, comment }: UpstreamRating): object {
  return {
    type: 'rating',
    data: {
      rating,
      model_id: model,
      ...(reason !== undefined && { reason }),
      ...(comment !== undefined && { comment }),
    },
    meta: { model_id: model, message_id: messageId, tags: ['guichet'] },
  };
}
