import { classify } from './classify.ts';
import { findMeantKey } from './find-meant-key.ts';
import { OUR_NAME } from './our-name.ts';
import { privateKeyBlockEnd } from './private-key-block.ts';
import { KNOWN_KEY, OPEN_WEBUI_KEY, rankOfKey } from './rank-of-key.ts';
import { straightText } from './straight-text.ts';

/** What was pasted along with a secret and taken away, as keys into the texts. */
export type Removal =
  | 'surrounding-space'
  | 'invisible-characters'
  | 'typographic-dashes'
  | 'quotes'
  | 'line-breaks'
  | 'inner-spaces'
  | 'scheme-word'
  | 'variable-name'
  | 'comment'
  | 'trailing-punctuation'
  | 'other-lines'
  | 'surrounding-words'
  | 'repetition'
  | 'encoding'
  | 'escapes'
  | 'other-letters'
  | 'excess-length';

export interface CleanedText {
  readonly value: string;
  readonly removed: readonly Removal[];
  /** The text holds different keys, and nothing in it says which one is meant. `value` is the text itself then. */
  readonly isSeveral?: true;
  /** What is left is nothing because everything in the text was a name, quotation marks or white space. */
  readonly isPlainlyEmpty?: true;
}

/**
 * A pasted `.env` file or a whole curl command has a few kilobytes; beyond this nobody pastes on purpose, and only the
 * beginning is looked at so that typing never stutters.
 */
export const MAX_PASTED_LENGTH = 32 * 1024;
/** Lines, and words of a line, that are looked at one by one. */
const MAX_CANDIDATES = 400;
/** How often a key is pasted in a row: a key on the keyboard sticks, or a click seemed to do nothing. */
const MAX_COPIES = 5;
/** Layers of wrapping: `export KEY="Bearer 'sk-…';"` has five. */
const MAX_LAYERS = 10;

const LINE_BREAK = /[\n\r\u2028\u2029]/;
const SPACE = /\s/;
const SPACES = /\s/g;
const QUOTES = '"\'`´‘’‚‛“”„‟«»‹›';
const BRACKETS: Readonly<Record<string, string>> = { '<': '>', '(': ')', '[': ']' };
const SCHEME_WORD = /^(?:bearer|token|apikey|basic|authorization|x-api-key|api-key)[\s:=]/i;
const COMMAND_WORD = /^(?:export|set|setx|env|-e|-H|--header|--env|\$env:)\s/i;
const VARIABLE_NAME = /^(?:\$env:)?[A-Za-z_][\w.-]{0,79}["'`]?[^\S\n]{0,8}[=:](?!\/\/)/;
const SETTING_NAME = /^(?:\$env:)?[A-Z][A-Z0-9_]{1,79}["'`]?[^\S\n]{0,8}[=:]$/;
/** Names of keys in JSON and program text: `apiKey`, `access_token`. */
const KEY_NAME = /(?:key|token|secret|authorization)["'`]?[^\S\n]{0,8}[=:]$/i;
/** Longer than any of these names; a run of Base64 may end in `key` by chance. */
const MAX_KEY_NAME_LENGTH = 30;
const COMMENT = /\s(?:#|\/\/)/;

/**
 * Finds the one value that somebody meant to paste, and says what came along with it.
 *
 * Wrapping is peeled off layer by layer until what is left has the shape of a known secret. Of several lines (a `.env`
 * file, a key wrapped by a mail program) the one named as ours wins, then a credential for Open WebUI, then any other.
 * Where peeling alone does not end at a key, the whole text is searched for one, also in what is encoded in it.
 */
export function cleanPastedText(text: string): CleanedText {
  const seen = text.length > MAX_PASTED_LENGTH ? text.slice(0, MAX_PASTED_LENGTH) : text;
  const { text: trimmed, removed: straightened } = straightText(seen);
  const removed = new Set<Removal>(straightened);
  if (seen !== text) removed.add('excess-length');
  const block = privateKeyBlock(trimmed, removed);
  if (block !== undefined) return { value: block, removed: [...removed] };

  const peeled = new Set(removed);
  const value = LINE_BREAK.test(trimmed) ? bestOfLines(trimmed, peeled) : bestOfLine(trimmed, peeled);
  const isBareKey = value === trimmed && rankOfKey(value) > KNOWN_KEY;
  const found = isBareKey ? undefined : findMeantKey(trimmed, value);
  if (found?.kind === 'several') return { value: trimmed, removed: [...removed], isSeveral: true };
  if (found?.kind === 'one' && !isOnlyInside(found, trimmed)) {
    for (const removal of found.removed) removed.add(removal);
    return { value: found.value, removed: [...removed] };
  }
  const isPlainlyEmpty = value === '' && found === undefined && !removed.has('invisible-characters');
  return { value, removed: [...peeled], ...(isPlainlyEmpty && { isPlainlyEmpty }) };
}

/** Half of a value that has a shape of its own, though a common one, may look like a shorter key; it is no wrapping. */
function isOnlyInside({ value, removed }: { value: string; removed: readonly Removal[] }, text: string): boolean {
  if (rankOfKey(value) >= OPEN_WEBUI_KEY || removed.includes('encoding')) return false;
  return classify(text, 'with-hints') !== undefined && rankOfKey(text) <= KNOWN_KEY;
}

function privateKeyBlock(text: string, removed: Set<Removal>): string | undefined {
  const start = text.indexOf('-----BEGIN ');
  const end = start < 0 ? undefined : privateKeyBlockEnd(text, start);
  if (end === undefined) return undefined;
  if (start > 0 || end < text.length) removed.add('other-lines');
  return text.slice(start, end);
}

function bestOfLines(text: string, removed: Set<Removal>): string {
  const lines = text
    .split(LINE_BREAK)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('//'))
    .slice(0, MAX_CANDIDATES);
  if (lines.length === 0) return text;
  if (lines.length === 1) {
    removed.add('other-lines');
    return bestOfLine(lines[0] ?? '', removed);
  }
  const ours = lines.find((line) => OUR_NAME.test(line.replace(COMMAND_WORD, '')));
  if (ours !== undefined) {
    removed.add('other-lines');
    return bestOfLine(ours, removed);
  }
  const joined = peel(lines.join(''), removed);
  const candidates = lines.map((line) => {
    const own = new Set<Removal>();
    return { own, value: bestOfLine(line, own) };
  });
  const best = candidates.reduce((a, b) => (rankOfKey(b.value) > rankOfKey(a.value) ? b : a));
  if (
    rankOfKey(joined) > rankOfKey(best.value) ||
    (rankOfKey(joined) === rankOfKey(best.value) && rankOfKey(joined) > 0 && !SPACE.test(joined))
  ) {
    removed.add('line-breaks');
    return joined;
  }
  removed.add('other-lines');
  for (const removal of best.own) removed.add(removal);
  return best.value;
}

function bestOfLine(line: string, removed: Set<Removal>): string {
  const peeled = peel(line, removed);
  if (!SPACE.test(peeled)) return once(peeled, removed);
  const despaced = peeled.replace(SPACES, '');
  if (isKnown(despaced)) {
    removed.add('inner-spaces');
    return despaced;
  }
  const words = peeled
    .split(SPACE)
    .filter((word) => word !== '')
    .slice(0, MAX_CANDIDATES);
  const found = words.map((word) => peel(word, new Set())).reduce((a, b) => (rankOfKey(b) > rankOfKey(a) ? b : a), '');
  if (rankOfKey(found) === 0) return peeled;
  removed.add('surrounding-words');
  return found;
}

/** A key pasted twice in a row is that key. */
function once(value: string, removed: Set<Removal>): string {
  if (value.length < 40) return value;
  for (let copies = 2; copies <= MAX_COPIES; copies += 1) {
    const one = value.slice(0, value.length / copies);
    if (one.repeat(copies) !== value || !isKnown(one)) continue;
    removed.add('repetition');
    return one;
  }
  return value;
}

function peel(text: string, removed: Set<Removal>): string {
  let value = text;
  for (let layer = 0; layer < MAX_LAYERS; layer += 1) {
    if (isKnown(value)) return value;
    const next = peelOneLayer(value);
    if (next === undefined) return value;
    if (next.removal) removed.add(next.removal);
    value = next.value;
  }
  return value;
}

function peelOneLayer(value: string): { value: string; removal?: Removal } | undefined {
  const trimmed = value.trim();
  if (trimmed !== value) return { value: trimmed };
  const comment = COMMENT.exec(value);
  if (comment) return { value: value.slice(0, comment.index), removal: 'comment' };
  const last = value.at(-1) ?? '';
  if (value.length > 1 && ',;'.includes(last)) return { value: value.slice(0, -1), removal: 'trailing-punctuation' };
  const command = COMMAND_WORD.exec(value);
  if (command) return { value: value.slice(command[0].length), removal: 'variable-name' };
  const scheme = SCHEME_WORD.exec(value);
  if (scheme) return { value: value.slice(scheme[0].length), removal: 'scheme-word' };
  if (value === 'Bearer') return { value: '', removal: 'scheme-word' };
  const name = VARIABLE_NAME.exec(value);
  if (name && isName(value, name[0])) return { value: value.slice(name[0].length), removal: 'variable-name' };
  return withoutQuotes(value);
}

/** Base64 ends in `=` too: with nothing behind it, only what is written like a setting's name is one. */
function isName(value: string, name: string): boolean {
  const next = value[name.length];
  if (next !== undefined) return next !== '=';
  return SETTING_NAME.test(name) || (name.length <= MAX_KEY_NAME_LENGTH && KEY_NAME.test(name));
}

function withoutQuotes(value: string): { value: string; removal?: Removal } | undefined {
  const first = value[0] ?? '';
  const last = value.at(-1) ?? '';
  if (first !== '' && QUOTES.includes(first)) return { value: value.slice(1), removal: 'quotes' };
  if (last !== '' && QUOTES.includes(last)) return { value: value.slice(0, -1), removal: 'quotes' };
  const inside = value.slice(1, -1);
  if (BRACKETS[first] === last && (isKnown(inside) || first === '(')) return { value: inside, removal: 'quotes' };
  if (last === '.' && isKnown(value.slice(0, -1))) {
    return { value: value.slice(0, -1), removal: 'trailing-punctuation' };
  }
  return undefined;
}

function isKnown(value: string): boolean {
  return classify(value, 'without-hints') !== undefined;
}
