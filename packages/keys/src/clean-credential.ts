import { classify } from './classify.ts';
import { cleanPastedText } from './clean-pasted-text.ts';
import { isPlaceholder } from './unusable-value.ts';

/**
 * The credential inside a pasted text, ready for an `Authorization: Bearer` header, when Open WebUI could have made it.
 * Kept apart from `recognise`, whose result may be shown and logged; this value may not.
 *
 * @returns `undefined` for anything Open WebUI never makes: a provider's key is not to be sent to it even as a try. An
 *   expired session token is still returned: clocks are wrong more often than people think, and the server decides.
 */
export function cleanCredential(text: string): string | undefined {
  const { value, isSeveral } = cleanPastedText(text);
  if (isSeveral) return undefined;
  const family = classify(value, 'without-hints')?.kind;
  const ours = family === 'open-webui-api-key' || family === 'open-webui-session-token';
  return ours && !isPlaceholder(value) ? value : undefined;
}

/**
 * The same without asking whose it is, for somebody who was told and wants to go on: one word, no placeholder.
 */
export function cleanDoubtfulCredential(text: string): string | undefined {
  const { value, isSeveral } = cleanPastedText(text);
  if (isSeveral || value === '' || VISIBLE_ASCII.test(value) === false || isPlaceholder(value)) return undefined;
  return value;
}

/** Header values are ASCII; a space would end the credential. */
const VISIBLE_ASCII = /^[!-~]{1,12000}$/;
