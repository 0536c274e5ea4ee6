import { type FailedReply, isAmbiguousRefusal, translateReply } from './error-table.ts';
import { type ReplyMeans, requestReply } from './request-reply.ts';
import type { UpstreamAddress } from './upstream-address.ts';
import type { UpstreamFailure } from './upstream-failure.ts';

/**
 * What a failed reply to a question means. Before a 401 in Open WebUI's own words is called a refusal of our
 * credential, the models are asked for: if they come, the words were the provider's.
 */
export async function explainRefusal(
  means: ReplyMeans,
  address: UpstreamAddress,
  reply: FailedReply,
): Promise<UpstreamFailure> {
  const failure = translateReply(reply);
  if (!isAmbiguousRefusal(reply)) return failure;
  const models = await requestReply(means, address, '/api/models');
  if ('failure' in models) return { ...failure, confidence: 'probable' };
  if (models.reply.status !== 200) return failure;
  return { ...failure, code: 'assistant-misconfigured', cause: 'provider-refused', confidence: 'probable' };
}
