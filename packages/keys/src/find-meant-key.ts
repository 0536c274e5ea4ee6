import { isDump } from './byte-dumps.ts';
import type { Removal } from './clean-pasted-text.ts';
import { encodedTexts } from './encoded-texts.ts';
import { otherReadings } from './other-readings.ts';
import { endsOfOurName } from './our-name.ts';
import { KNOWN_KEY, OPEN_WEBUI_KEY, rankOfKey, WHOLE_FOR_SURE } from './rank-of-key.ts';
import { hasRichText } from './rich-text.ts';
import { doubtfulKeys, wholeKeys } from './whole-keys.ts';

export type MeantKey =
  | { readonly kind: 'one'; readonly value: string; readonly removed: readonly Removal[] }
  /** Different keys, and no name says which. */
  | { readonly kind: 'several' }
  /** Our name is there with nothing behind it, and a key of somebody else's stands elsewhere. */
  | { readonly kind: 'none-meant' };

/** Encodings inside each other: a shell's quoting around JSON around Base64. */
const MAX_DEPTH = 3;
/**
 * Characters that are looked at in all readings together; a whole `.env` file has one hundredth of it. Beyond, the
 * readings found so far must do.
 */
const MAX_READ_CHARACTERS = 120_000;
/** From the end of our name to the key that it names: an operator, quotation marks, `value:` and an indentation. */
const MAX_NAME_DISTANCE = 120;
/** The longest token in Base64. */
const MAX_NAMED_LENGTH = 16_500;

/**
 * The one key that a text holds, however it is wrapped; found in the text itself before any encoding in it is undone.
 * @param peeled what is left of the text when its outer layers are taken off; wins where it is a key in its own right
 * @returns `undefined` when the text holds no key that the peeled value is not already
 */
export function findMeantKey(text: string, peeled: string): MeantKey | undefined {
  const inForce = withoutCommentLines(text);
  const found = meantKeyIn(inForce, peeled);
  if (found?.kind === 'one' || found?.kind === 'several' || inForce === text) return found;
  return rankOfKey(peeled) >= KNOWN_KEY ? undefined : (meantKeyIn(text, peeled) ?? found);
}

/** A line that was switched off holds last year's key, unless there is no other. */
function withoutCommentLines(text: string): string {
  if (!text.includes('\n') && !text.includes('\r')) return text;
  return text
    .split(LINE_END)
    .filter((line) => !COMMENT_SIGNS.some((sign) => line.trimStart().startsWith(sign)))
    .join('\n');
}

const LINE_END = /\r?\n|\r/;
const COMMENT_SIGNS = ['#', '//', ';', 'REM '];

function meantKeyIn(text: string, peeled: string): MeantKey | undefined {
  const peeledRank = rankOfKey(peeled);
  const named = keyNamedAsOurs(text);
  if (named?.kind === 'several') return named;
  if (named !== undefined && named.value !== peeled) return named;
  if (named !== undefined) return undefined;
  const isNamedPeeled = peeledRank > KNOWN_KEY && endsOfOurName(text).length > 0;
  if (isNamedPeeled) return undefined;

  const isKnown = peeledRank >= KNOWN_KEY;
  const found = keysByValue(text, isKnown && !mayBeCut(peeled) ? 0 : MAX_DEPTH);
  if (isKnown && !found.has(peeled)) found.set(peeled, []);
  const best = bestOf(
    [...found.keys()].filter((value) => value === peeled || rankOfKey(value) > peeledRank || !isPartOf(value, peeled)),
  );
  const [value] = best;
  if (value === undefined) return peeledRank > 0 ? undefined : doubtfulKey(text, peeled);
  if (best.length > 1) return { kind: 'several' };
  if (value === peeled) return undefined;
  if (peeled === '' && rankOfKey(value) < OPEN_WEBUI_KEY && endsOfOurName(text).length > 0)
    return { kind: 'none-meant' };
  return { kind: 'one', value, removed: removalsFor(text, value, found.get(value) ?? []) };
}

/** A key behind our name is the one that is meant, whatever else stands in the text. */
function keyNamedAsOurs(text: string): Exclude<MeantKey, { kind: 'none-meant' }> | undefined {
  const ends = endsOfOurName(text);
  if (ends.length === 0) return undefined;
  const keys = wholeKeys(text);
  const named = new Map<string, readonly Removal[]>();
  for (const end of ends) {
    const limit = endOfNamed(text, end);
    const plain = keys.find(({ start }) => start >= end && start < Math.min(limit, end + MAX_NAME_DISTANCE));
    const whole = plain && wholeForm(text.slice(plain.start, limit), plain.value);
    if (plain) named.set(whole?.[0] ?? plain.value, removalsFor(text, plain.value, whole?.[1] ?? []));
    else for (const [value, removed] of encodedKeys(text.slice(end, limit))) named.set(value, removed);
  }
  const best = bestOf([...named.keys()]);
  const [value] = best;
  if (value === undefined) return undefined;
  return best.length > 1 ? { kind: 'several' } : { kind: 'one', value, removed: named.get(value) ?? [] };
}

/** A token that ends before its signature does may go on behind an escaped sign. */
function wholeForm(text: string, value: string): [string, readonly Removal[]] | undefined {
  if (!mayBeCut(value)) return undefined;
  return [...keysByValue(text, 1)].find(([other]) => rankOfKey(other) >= WHOLE_FOR_SURE && other.startsWith(value));
}

function mayBeCut(value: string): boolean {
  const rank = rankOfKey(value);
  return rank >= OPEN_WEBUI_KEY && rank < WHOLE_FOR_SURE;
}

/** The column of a dump shows keys in pieces, and rich text writes their hyphens in another way. */
function standsPlain(text: string): boolean {
  return !isDump(text) && !hasRichText(text);
}

/** What our name can name ends where the next setting begins. */
function endOfNamed(text: string, nameEnd: number): number {
  const near = text.slice(nameEnd, nameEnd + MAX_NAMED_LENGTH);
  const inLine = near.search(OTHER_NAME);
  let end = inLine < 0 ? near.length : inLine;
  let lineStart = near.indexOf('\n') + 1;
  while (lineStart > 0 && lineStart < end) {
    const line = near.slice(lineStart);
    if (SETTING_LINE.test(line) && !VALUE_LINE.test(line)) end = lineStart;
    lineStart = near.indexOf('\n', lineStart) + 1;
  }
  return nameEnd + end;
}

const OTHER_NAME = /\b[A-Z][A-Z0-9]{1,20}_[A-Z0-9_]{1,30}\b/;
const SETTING_LINE = /^[\s"'+-]{0,60}[A-Za-z_][\w.-]{0,60}["']?[ \t]{0,8}(?::|=[^=\s])/;
/** Kubernetes and lists of names and values write `value:` below the name. */
const VALUE_LINE = /^[\s"'+-]{0,60}(?:value|default)/i;

function encodedKeys(text: string): Map<string, readonly Removal[]> {
  const keys = new Map<string, readonly Removal[]>();
  for (const encoded of encodedTexts(text)) {
    for (const [value, removed] of keysByValue(encoded, MAX_DEPTH - 1))
      keys.set(value, ['variable-name', 'encoding', ...removed]);
  }
  return keys;
}

interface Reading {
  readonly text: string;
  readonly removed: readonly Removal[];
}

/** Every key in a text and its readings, with what had to be undone; deeper readings only as long as none is for Open WebUI. */
function keysByValue(text: string, maxDepth: number): Map<string, readonly Removal[]> {
  const found = new Map<string, readonly Removal[]>();
  const seen = new Set<string>();
  let readCharacters = 0;
  let readings: readonly Reading[] = [{ text, removed: [] }];
  for (let depth = 0; depth <= maxDepth && readings.length > 0; depth += 1) {
    const next: Reading[] = [];
    for (const reading of readings) {
      if (seen.has(reading.text) || readCharacters > MAX_READ_CHARACTERS) continue;
      seen.add(reading.text);
      readCharacters += reading.text.length;
      for (const { value } of standsPlain(reading.text) ? wholeKeys(reading.text) : []) {
        if (!found.has(value)) found.set(value, reading.removed);
      }
      if (depth === maxDepth) continue;
      for (const other of otherReadings(reading.text)) {
        next.push({ text: other.text, removed: [...reading.removed, other.removal] });
      }
    }
    if ([...found.keys()].some((value) => rankOfKey(value) >= WHOLE_FOR_SURE)) break;
    readings = next;
  }
  return found;
}

/** Those of the highest rank, without the beginnings of others among them. */
function bestOf(values: readonly string[]): string[] {
  const best = Math.max(0, ...values.map(rankOfKey));
  if (best < KNOWN_KEY) return [];
  const highest = values.filter((value) => rankOfKey(value) === best);
  return highest.filter((value) => !highest.some((other) => other !== value && other.startsWith(value)));
}

/** A line of a key that was wrapped is no key beside it. */
function isPartOf(value: string, whole: string): boolean {
  return whole.includes(value) || whole.startsWith(value.slice(0, -1));
}

function doubtfulKey(text: string, peeled: string): MeantKey | undefined {
  const [value, ...others] = new Set(doubtfulKeys(text));
  if (value === undefined || value === peeled || others.length > 0) return undefined;
  return { kind: 'one', value, removed: removalsFor(text, value, []) };
}

function removalsFor(text: string, value: string, undone: readonly Removal[]): Removal[] {
  const removed = new Set(undone);
  if (undone.length === 0 && !text.includes(value)) removed.add('line-breaks');
  removed.add(text.includes('\n') ? 'other-lines' : 'surrounding-words');
  return [...removed];
}
