import { characterFor, ENTITY } from './entities.ts';

/** Without the backslashes before punctuation, and with characters instead of their names. */
export function unescaped(text: string): string {
  if (!/[\\&]/.test(text)) return text;
  return text.replace(ESCAPED, (found, sign: string | undefined) => sign ?? characterFor(found));
}

const ESCAPED = new RegExp(`\\\\([!-/:-@[-\`{-~])|${ENTITY.source}`, 'g');
