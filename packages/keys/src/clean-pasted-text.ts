import { classify } from './classify.ts';
import { KINDS, type KindId } from './kinds.ts';
import { privateKeyBlockEnd } from './private-key-block.ts';
import { looksCutOff } from './unusable-value.ts';

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
  | 'excess-length';

export interface CleanedText {
  readonly value: string;
  readonly removed: readonly Removal[];
}

/**
 * A pasted `.env` file or a whole curl command has a few kilobytes; beyond this nobody pastes on purpose, and only the
 * beginning is looked at so that typing never stutters.
 */
export const MAX_PASTED_LENGTH = 32 * 1024;
/** Lines, and words of a line, that are looked at one by one. */
const MAX_CANDIDATES = 400;
/** Layers of wrapping: `export KEY="Bearer 'sk-…';"` has five. */
const MAX_LAYERS = 10;

const INVISIBLE = /[\p{Cf}\u115f\u1160]/gu;
const TYPOGRAPHIC_DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const LINE_BREAK = /[\n\r\u2028\u2029]/;
const SPACE = /\s/;
const SPACES = /\s/g;
const QUOTES = '"\'`´‘’‚‛“”„‟«»‹›';
const BRACKETS: Readonly<Record<string, string>> = { '<': '>', '(': ')', '[': ']' };
const SCHEME_WORD = /^(?:bearer|token|apikey|basic|authorization|x-api-key|api-key)[\s:=]/i;
const COMMAND_WORD = /^(?:export|set|setx|env|-e|-H|--header|--env|\$env:)\s/i;
const VARIABLE_NAME = /^(?:\$env:)?[A-Za-z_][\w.-]{0,79}["'`]?[^\S\n]{0,8}[=:](?!\/\/)/;
const COMMENT = /\s(?:#|\/\/)/;
/** The names under which Guichet itself expects its credential. */
const OUR_NAMES = /^["']?OPEN_?WEBUI_API_KEY["']?[^\S\n]{0,8}[=:]/i;

/**
 * Finds the one value that somebody meant to paste, and says what came along with it.
 *
 * Wrapping is peeled off layer by layer until what is left has the shape of a known secret. Of several lines (a `.env`
 * file, a key wrapped by a mail program) the one named as ours wins, then a credential for Open WebUI, then any other.
 */
export function cleanPastedText(text: string): CleanedText {
  const removed = new Set<Removal>();
  const seen = text.length > MAX_PASTED_LENGTH ? text.slice(0, MAX_PASTED_LENGTH) : text;
  if (seen !== text) removed.add('excess-length');
  const visible = seen.replace(INVISIBLE, '');
  if (visible !== seen) removed.add('invisible-characters');
  const dashed = visible.replace(TYPOGRAPHIC_DASHES, '-');
  const straight = dashed !== visible && hasDashedPrefix(dashed) ? dashed : visible;
  if (straight !== visible) removed.add('typographic-dashes');
  const trimmed = straight.trim();
  if (trimmed !== straight) removed.add('surrounding-space');

  const block = privateKeyBlock(trimmed, removed);
  if (block !== undefined) return { value: block, removed: [...removed] };
  const value = LINE_BREAK.test(trimmed) ? bestOfLines(trimmed, removed) : bestOfLine(trimmed, removed);
  return { value, removed: [...removed] };
}

/** Word processors lengthen the dash of `sk-`; a dash between words is no business of ours. */
function hasDashedPrefix(text: string): boolean {
  return KINDS.some(({ prefixes }) => prefixes.some((prefix) => prefix.includes('-') && text.includes(prefix)));
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
  if (lines.length <= 1) {
    removed.add('other-lines');
    return bestOfLine(lines[0] ?? '', removed);
  }
  const ours = lines.find((line) => OUR_NAMES.test(line.replace(COMMAND_WORD, '')));
  if (ours !== undefined) {
    removed.add('other-lines');
    return bestOfLine(ours, removed);
  }
  const joined = peel(lines.join(''), removed);
  const candidates = lines.map((line) => {
    const own = new Set<Removal>();
    return { own, value: bestOfLine(line, own) };
  });
  const best = candidates.reduce((a, b) => (rank(b.value) > rank(a.value) ? b : a));
  if (
    rank(joined) > rank(best.value) ||
    (rank(joined) === rank(best.value) && rank(joined) > 0 && !SPACE.test(joined))
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
  const found = words.map((word) => peel(word, new Set())).reduce((a, b) => (rank(b) > rank(a) ? b : a), '');
  if (rank(found) === 0) return peeled;
  removed.add('surrounding-words');
  return found;
}

/** A key pasted twice in a row is that key. */
function once(value: string, removed: Set<Removal>): string {
  const half = value.slice(0, value.length / 2);
  if (value.length < 40 || value !== half + half || !isKnown(half)) return value;
  removed.add('repetition');
  return half;
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
  if (name && value[name[0].length] !== '=') return { value: value.slice(name[0].length), removal: 'variable-name' };
  return withoutQuotes(value);
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

const FOR_OPEN_WEBUI: readonly KindId[] = ['open-webui-api-key', 'open-webui-session-token'];

/** How much a value looks like what somebody meant to paste. */
function rank(value: string): number {
  const kind = classify(value, 'with-hints')?.kind;
  if (kind !== undefined && FOR_OPEN_WEBUI.includes(kind)) return kind === 'open-webui-api-key' ? 5 : 4;
  if (isKnown(value)) return 3;
  if (kind === 'sk-unknown' || kind === 'deepseek-like' || kind === 'sk48') return 2;
  return looksCutOff(value) === undefined ? 0 : 1;
}
