/** Words as they are compared: without accents, case, apostrophes or the ending of a plural. */

const ELISION = /\b(?:l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu)['’](?=\p{L})/giu;
const WORD = /[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*/gu;

export interface FoundWord {
  folded: string;
  /** Where it stands in the text. */
  start: number;
  end: number;
}

/** Most words are of these alone, and indexing folds some hundred thousand. */
const PLAIN = /^[ -~]*$/;

export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');
}

/** Every word of a text. A word with dots, dashes or underscores also counts as its parts. */
export function wordsOf(text: string): FoundWord[] {
  const plain = text.replace(ELISION, (elision) => ' '.repeat(elision.length));
  return [...plain.matchAll(WORD)].flatMap((match) => {
    const start = match.index;
    const whole = { folded: withoutPlural(foldText(match[0])), start, end: start + match[0].length };
    if (!/[._-]/.test(match[0])) return [whole];
    const parts = [...match[0].matchAll(/[\p{L}\p{N}]+/gu)];
    return [
      whole,
      ...parts.map((part) => ({
        folded: withoutPlural(foldText(part[0])),
        start: start + part.index,
        end: start + part.index + part[0].length,
      })),
    ];
  });
}

/** "clés" → "cle", "réseaux" → "reseau", "addresses" → "addresse": good enough to find one by the other. */
function withoutPlural(word: string): string {
  return word.length > 3 && !/^\d/.test(word) ? word.replace(/(?:s|x)$/, '') : word;
}
