/**
 * Visitors' text is handed to Open WebUI, which gives some spellings a meaning of its own, in the name of the
 * credential's owner:
 * - `{{USER_EMAIL}}` and its like are replaced in the prompt that writes the search query for knowledge (all versions)
 * - `<$id|label>` (0.9 and later) and `</id|label>` (0.11.4 and later) load a skill
 * - `/skills:create` (0.11.4 and later) replaces the message by instructions
 * A zero-width space inside the spelling reads the same to people and models and takes the meaning away.
 */
const ZERO_WIDTH_SPACE = '\u200b';

const SPELLINGS = /\{(?=\{)|<(?=\$|\/[^|>]{1,200}\|)|\/(?=skills:create)/gi;

/** Doing it twice changes nothing more. */
export function neutralise(text: string): string {
  return text.replace(SPELLINGS, (start) => start + ZERO_WIDTH_SPACE);
}
