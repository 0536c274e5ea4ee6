import type { SeenFailure } from '../evidence/evidence-map.ts';
import type { Confidence } from '../verdict.ts';

/**
 * How sure a failure is once it is known that Open WebUI stands there and takes the key: a page is then somebody's in
 * between, slowness may be a model that is just being loaded, and a list of allowed paths binds API keys alone.
 */
export function answerConfidence({ cause, confidence, refusesQuestion }: SeenFailure, isSession: boolean): Confidence {
  if (cause === 'unknown') return 'unknown';
  const isDoubtful =
    refusesQuestion === true ||
    cause === 'not-open-webui' ||
    cause === 'timeout' ||
    (cause === 'api-key-endpoint-restricted' && isSession);
  return isDoubtful && confidence === 'certain' ? 'probable' : confidence;
}
