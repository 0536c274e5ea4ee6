import { meaningOfFront, type UpstreamFailure, wordOfFront } from '@guichet/openwebui/client';
import { compareVersions } from '../checks/compare-versions.ts';
import type { SeenFailure } from './evidence-map.ts';
import type { GatherContext } from './gather-context.ts';
import { withoutText } from './seen-failure.ts';

/** From here to the next, Open WebUI makes `null` of whatever the provider says. */
const HIDES_ERRORS = '0.9.0';
/** From here to the next, 400 of whatever a provider says in JSON. */
const MAKES_400 = '0.9.3';
const PASSES_ON = '0.12.0';

/**
 * A failure of Open WebUI, or of somebody who answers in its place. Guards and gateways also refuse in JSON, and in
 * words that could be Open WebUI's or a provider's; but Open WebUI marks each refusal, and they do not.
 */
export async function toldApart(context: GatherContext, failure: UpstreamFailure): Promise<SeenFailure> {
  const front = await context.evidence('front');
  const seen = byVersion(failure, front?.openWebUiVersion);
  const { status = 0, marked = true, contentType = '', raw = '' } = failure;
  if (marked || status < 400 || failure.front || isCrash(status, raw)) return seen;
  const marksOthers = front?.health.kind === 'reply' && front.health.reply.hasProcessTime;
  if (!marksOthers) return seen;
  const word = wordOfFront({ status, contentType, text: raw });
  const { cause, confidence } = meaningOfFront(word);
  return { cause, confidence, status, code: `HTTP ${status}`, front: word };
}

/** The one reply that Open WebUI itself does not mark. */
function isCrash(status: number, raw: string): boolean {
  return status === 500 && raw.trim() === 'Internal Server Error';
}

/** What the same reply can mean in this version, and what not. */
function byVersion(failure: UpstreamFailure, version: string | undefined): SeenFailure {
  const seen = withoutText(failure);
  const { raw = '' } = failure;
  if (version === undefined) return seen;
  if (raw.trim() === 'null' && isBetween(version, HIDES_ERRORS, MAKES_400)) {
    return { ...seen, cause: 'unknown', confidence: 'unknown' };
  }
  // No provider's 401 comes through here: these are Open WebUI's own words. A function may have said them, hence no more.
  const isOwnWord = seen.status === 401 && seen.cause === 'provider-refused' && raw.includes('"Not authenticated"');
  return isOwnWord && isBetween(version, MAKES_400, PASSES_ON)
    ? { ...seen, cause: 'header-stripped', confidence: 'probable' }
    : seen;
}

function isBetween(version: string, from: string, before: string): boolean {
  return compareVersions(version, from) >= 0 && compareVersions(version, before) < 0;
}
