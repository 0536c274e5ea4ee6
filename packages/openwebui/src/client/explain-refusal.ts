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
 * What a failed reply to a question means. Three kinds are looked into by asking for the models:
 * - One without Open WebUI's mark may be of somebody in front. If the list is marked, it was; asked once, it is known.
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
  const known = means.marks?.get(address.origin);
  const mayBeFront = reply.marked === false && known === undefined && reply.status >= 400;
  const first = translateReply({ ...reply, marksOthers: known });
  const mayBeProvider = first.front === undefined && isAmbiguousRefusal(reply);
  const mayBeEmptyList = first.cause === 'model-missing' || reply.text.trim() === 'null';
  if (!mayBeFront && !mayBeProvider && !mayBeEmptyList) return { failure: first, isOver: false };

  const outcome = await requestReply(means, address, '/api/models');
  const failure = translateReply({ ...reply, marksOthers: means.marks?.get(address.origin) });
  if (failure.front) return { failure, isOver: false };
  if ('failure' in outcome) {
    // Nobody tells whose word it was, so not even a status of its own makes it certain.
    return { failure: { ...failure, confidence: doubted(failure.confidence) }, isOver: false };
  }
  const { status, json } = outcome.reply;
  if (mayBeEmptyList) return { failure, isOver: status === 200 && lists(json, model) };
  if (!mayBeProvider) return { failure, isOver: false };
  return { failure: status === 200 ? { ...failure, ...PROVIDER_REFUSED } : failure, isOver: false };
}

function doubted(confidence: UpstreamFailure['confidence']): UpstreamFailure['confidence'] {
  return confidence === 'certain' ? 'probable' : confidence;
}

const PROVIDER_REFUSED = {
  code: 'assistant-misconfigured',
  cause: 'provider-refused',
  matter: 'key',
  confidence: 'probable',
} as const;

function lists(json: unknown, model: string): boolean {
  return isRecord(json) && Array.isArray(json.data) && json.data.some((entry) => isRecord(entry) && entry.id === model);
}
