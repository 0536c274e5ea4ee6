import type { UpstreamFailure } from '@guichet/openwebui/client';
import type { SeenFailure } from './evidence-map.ts';
import type { GatherContext } from './gather-context.ts';
import { withoutText } from './seen-failure.ts';

/**
 * A failure of Open WebUI, or of somebody who answers in its place. Guards and gateways also refuse in JSON, and in
 * words that could be Open WebUI's or a provider's; but Open WebUI marks each refusal, and they do not.
 */
export async function toldApart(context: GatherContext, failure: UpstreamFailure): Promise<SeenFailure> {
  const seen = withoutText(failure);
  const { status = 0, marked = true } = failure;
  if (marked || status < 400 || status >= 500) return seen;
  const front = await context.evidence('front');
  const marksOthers = front?.health.kind === 'reply' && front.health.reply.hasProcessTime;
  if (!marksOthers) return seen;
  return { cause: 'not-open-webui', confidence: 'probable', status, code: `HTTP ${status}`, isForeign: true };
}
