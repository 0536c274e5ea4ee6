import { fromBytes } from './from-bytes.ts';

/** How a program writes one word of a list of bytes. */
interface Notation {
  readonly word: RegExp;
  readonly bytes: (word: string) => readonly number[];
  /** Its lines end with what is readable of them, behind two spaces. */
  readonly hasColumn?: true;
  /** Single characters are a list of bytes only behind an address. */
  readonly onlyBehindAddress?: true;
}

/** Fewer bytes than these hold no key. */
const MIN_BYTES = 16;
/** More than a whole `.env` file has; what is longer was not pasted for its key. */
const MAX_WORDS = 16_000;

const HEX: Notation = { word: /^(?:0x|\\x)?[0-9a-f]{2,16},?$/i, bytes: pairs, hasColumn: true };
const NOTATIONS: readonly Notation[] = [
  HEX,
  // `od -x` and `hexdump` print words of two bytes, the second one first.
  { word: HEX.word, bytes: (word) => [...pairs(word)].reverse() },
  { word: /^[0-7]{3}$/, bytes: (word) => [Number.parseInt(word, 8)] },
  { word: /^\d{1,3},?$/, bytes: (word) => [Number.parseInt(word, 10)] },
  { word: /^[01]{8}$/, bytes: (word) => [Number.parseInt(word, 2)], hasColumn: true },
  { word: /^(?:[!-~]|\\[0nrt]|nl|cr|sp|nul)$/, bytes: shownCharacter, onlyBehindAddress: true },
];

const FIRST_ENDS = ['0', '0:'];
const ADDRESS = /^[0-9a-fA-F]{4,16}:?$/;
const LINE_BREAK = /\r?\n|\r/;
/** What a mail, a quotation or a code fence puts in front of a line. */
const QUOTED = /^[\s>|"'`]{1,40}/;
const CLOSING_QUOTE = /["'`]$/;
const SPACE = /\s/;
const BETWEEN_BYTES = /[\s,;:{}()[\]<>"']/;

/** Texts that stand in a text as their bytes: as `xxd`, `hexdump`, `od` and Format-Hex show them, and as lists in programs. */
export function dumpedTexts(text: string): string[] {
  const lines = dumpLines(text);
  const words = lines.length > 0 ? [] : text.split(BETWEEN_BYTES, MAX_WORDS).filter((word) => word !== '');
  return NOTATIONS.flatMap((notation) => {
    if (lines.length > 0) return textOf(lines.flatMap((line) => bytesOfLine(line, notation)));
    return notation.onlyBehindAddress ? [] : textOf(longestList(words, notation));
  });
}

/** Whether a text is a dump: its column of readable characters shows keys in pieces, and not where they end. */
export function isDump(text: string): boolean {
  return dumpLines(text).length > 1;
}

interface PlacedWord {
  readonly word: string;
  /** White space in front of it. */
  readonly gap: number;
}

/** The lines of a dump without their addresses. */
function dumpLines(text: string): PlacedWord[][] {
  const lines = text.split(LINE_BREAK).map((line) => placedWords(line.replace(QUOTED, '').replace(CLOSING_QUOTE, '')));
  // The first address ends with a nought in octal and in hexadecimal.
  const isFirst = ([first, second]: PlacedWord[]) =>
    second !== undefined && ADDRESS.test(first?.word ?? '') && FIRST_ENDS.some((end) => first?.word.endsWith(end));
  const start = lines.findIndex(isFirst);
  if (start < 0) return [];
  const rest = lines.slice(start);
  const end = rest.findIndex((line) => !ADDRESS.test(line[0]?.word ?? ''));
  return (end < 0 ? rest : rest.slice(0, end)).map((line) => line.slice(1));
}

function placedWords(line: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  let gap = 0;
  for (const word of line.split(SPACE)) {
    if (word !== '') {
      words.push({ word, gap });
      gap = 0;
    }
    gap += 1;
  }
  return words;
}

/** Half of a line of sixteen bytes: `hexdump -C` and `certutil` leave a second space there. */
const HALF_LINE = 8;

function bytesOfLine(line: readonly PlacedWord[], { word: shape, bytes: read, hasColumn }: Notation): number[] {
  const bytes: number[] = [];
  // The column of a row of nothing but such digits would go on.
  const longest = shape === HEX.word ? (line[0]?.word.length ?? 0) : Number.POSITIVE_INFINITY;
  for (const { word, gap } of line) {
    const isColumn = hasColumn && bytes.length > 0 && gap > 1 && !(bytes.length === HALF_LINE && gap === 2);
    if (isColumn || word.length > longest || !shape.test(word)) break;
    bytes.push(...read(word));
  }
  return bytes;
}

/** The longest run of words that are one byte each: `[115, 107, 45]`, `<Buffer 73 6b 2d>`. */
function longestList(words: readonly string[], { word: shape, bytes: read }: Notation): readonly number[] {
  let longest: number[] = [];
  let list: number[] = [];
  for (const word of words) {
    const [byte, ...more] = shape.test(word) ? read(word) : [];
    if (byte === undefined || more.length > 0) list = [];
    else list.push(byte);
    if (list.length > longest.length) longest = list;
  }
  return longest;
}

function textOf(bytes: readonly number[]): string[] {
  if (bytes.length < MIN_BYTES || bytes.some((byte) => byte > 0xff)) return [];
  return [fromBytes(bytes.map((byte) => String.fromCharCode(byte)).join(''))];
}

function pairs(word: string): readonly number[] {
  const digits = word.replace(NOT_DIGITS, '');
  if (digits.length % 2 !== 0) return [];
  return (digits.match(PAIR) ?? []).map((pair) => Number.parseInt(pair, 16));
}

const NOT_DIGITS = /^(?:0x|\\x)|,$/g;
const PAIR = /../g;

/** `od -a` has names for what nobody sees. */
const NAMED_CHARACTERS: Readonly<Record<string, string>> = { nl: '\n', cr: '\r', sp: ' ', nul: '\0' };

function shownCharacter(word: string): readonly number[] {
  const character = NAMED_CHARACTERS[word] ?? (word.length > 1 ? '\n' : word);
  return [character.charCodeAt(0)];
}
