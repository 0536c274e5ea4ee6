import { classify } from './classify.ts';
import { kindById } from './kinds.ts';
import { endOfSignature } from './token-signature.ts';
import { looksCutOff } from './unusable-value.ts';

/** From here on a value is a key of a known maker's. */
export const KNOWN_KEY = 3;
/** From here on it is one that Open WebUI could have made. */
export const OPEN_WEBUI_KEY = 4;
/** From here on its own form tells where it ends. */
export const WHOLE_FOR_SURE = 4.5;

/**
 * How much a value looks like what somebody meant to paste: Open WebUI's own before any other maker's, a whole one
 * before one that may have been cut or have something stuck to it, and what is secret before what is shown to
 * everybody or is an address first of all.
 */
export function rankOfKey(value: string): number {
  const kind = classify(value, 'with-hints')?.kind;
  if (kind === 'open-webui-api-key') return 5;
  if (kind === 'open-webui-session-token')
    return endOfSignature(value) === value.length ? WHOLE_FOR_SURE : OPEN_WEBUI_KEY;
  if (kind !== undefined && classify(value, 'without-hints') !== undefined) {
    const isLess = kind === 'url-with-password' || kindById(kind).sensitivity === 'public';
    return isLess ? KNOWN_KEY : kind === 'jwt' ? 3.1 : 3.2;
  }
  if (kind === 'sk-unknown' || kind === 'deepseek-like' || kind === 'sk48') return 2;
  return looksCutOff(value) === undefined ? 0 : 1;
}
