/** Changes between small letters, capitals and digits that 20 random characters nearly always exceed (99.9 %). */
const MIN_CHANGES = 5;

/**
 * Whether a text could have been drawn at random rather than written: `sk-Voyage-Organise-2026` has the shape of a
 * LiteLLM key and is part of a web address.
 */
export function looksRandom(text: string): boolean {
  const pieces = text.split(SEPARATOR);
  if (pieces.every((piece) => WORD_OR_NUMBER.test(piece))) return false;
  let changes = 0;
  let previous = '';
  for (const character of text) {
    const group = characterGroup(character);
    if (group === '') continue;
    if (previous !== '' && group !== previous) changes += 1;
    previous = group;
  }
  return changes >= MIN_CHANGES;
}

const SEPARATOR = /[-_.:/]/;
const WORD_OR_NUMBER = /^(?:\d{0,40}|[A-Z]{0,40}|[A-Z]?[a-z]{0,40})$/;

function characterGroup(character: string): 'small' | 'capital' | 'digit' | '' {
  if (character >= 'a' && character <= 'z') return 'small';
  if (character >= 'A' && character <= 'Z') return 'capital';
  if (character >= '0' && character <= '9') return 'digit';
  return '';
}
