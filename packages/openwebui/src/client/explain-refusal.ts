import { isRecord } from './error-body.ts';
import { type FailedReply, isAmbiguousRefusal, translateReply } from './error-table.ts';
import { type ReplyMeans, requestReply } from './request-reply.ts';
import type { UpstreamAddress } from './upstream-address.ts';
import type { UpstreamFailure } from './upstream-failure.ts';

export interface ExplainedRefusal {
  failure: UpstreamFailure;
  /** The reason for it is gone by now: asking once more makes sense. */
  isOver: boolean;
}

/**
 * What a failed reply to a question means. Two kinds are looked into by asking for the models:
 * - A 401 in Open WebUI's own words may be the provider's. If the models come, it was.
 * - "Model not found" and `null` may come from an empty list: while the provider is away, versions up to 0.9 lose its
 *   models and do not look for them again until somebody asks. We just did; if the model is back, so is the answer.
 */
export async function explainRefusal(
  means: ReplyMeans,
  address: UpstreamAddress,
  model: string,
  reply: FailedReply,
): Promise<ExplainedRefusal> {
  const failure = translateReply(reply);
  const mayBeProvider = isAmbiguousRefusal(reply);
  const mayBeEmptyList = failure.cause === 'model-missing' || reply.text.trim() === 'null';
  if (!mayBeProvider && !mayBeEmptyList) return { failure, isOver: false };

  const outcome = await requestReply(means, address, '/api/models');
  if ('failure' in outcome) return { failure: { ...failure, confidence: 'probable' }, isOver: false };
  const { status, json } = outcome.reply;
  if (mayBeEmptyList) return { failure, isOver: status === 200 && lists(json, model) };
  return { failure: status === 200 ? { ...failure, ...PROVIDER_REFUSED } : failure, isOver: false };
}

const PROVIDER_REFUSED = {
  code: 'assistant-misconfigured',
  cause: 'provider-refused',
  confidence: 'probable',
} as const;

function lists(json: unknown, model: string): boolean {
  return isRecord(json) && Array.isArray(json.data) && json.data.some((entry) => isRecord(entry) && entry.id === model);
}
