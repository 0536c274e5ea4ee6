/** Changes between small letters, capitals and digits that 20 random characters nearly always have (99.99 %). */
const MIN_CHANGES = 4;
/** Without a single digit it takes more to look random: `AIza_eyJustine` has four changes. */
const MIN_CHANGES_WITHOUT_DIGIT = 5;
/** The same for each character of longer texts: random ones have 0.45 (hexadecimal) to 0.6, written ones about 0.1. */
const MIN_CHANGES_PER_CHARACTER = 0.15;
/** A random text has a stray piece that reads like a word; a web address is made of them. */
const MAX_WRITTEN_SHARE = 0.4;

/**
 * Whether a text could have been drawn at random rather than written: `sk-Voyage-Organise-2026` has the shape of a
 * LiteLLM key and is part of a web address.
 */
export function looksRandom(text: string): boolean {
  const pieces = text.split(SEPARATOR);
  const writtenLength = pieces.reduce((sum, piece) => sum + (WORD_OR_NUMBER.test(piece) ? piece.length : 0), 0);
  if (writtenLength > text.length * MAX_WRITTEN_SHARE) return false;
  let changes = 0;
  let previous = '';
  for (const character of text) {
    const group = characterGroup(character);
    if (group === '') continue;
    if (previous !== '' && group !== previous) changes += 1;
    previous = group;
  }
  const least = DIGIT.test(text) ? MIN_CHANGES : MIN_CHANGES_WITHOUT_DIGIT;
  return changes >= Math.max(least, text.length * MIN_CHANGES_PER_CHARACTER);
}

const DIGIT = /\d/;
const SEPARATOR = /[-_.:/]/;
const WORD_OR_NUMBER = /^(?:\d{0,40}|[A-Z]{0,40}|[A-Z]?[a-z]{0,40}|[A-Za-z]\d{1,2})$/;

function characterGroup(character: string): 'small' | 'capital' | 'digit' | '' {
  if (character >= 'a' && character <= 'z') return 'small';
  if (character >= 'A' && character <= 'Z') return 'capital';
  if (character >= '0' && character <= '9') return 'digit';
  return '';
}
