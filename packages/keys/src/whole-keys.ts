import { classify } from './classify.ts';
import { findSecrets } from './find-secrets.ts';
import { kindById } from './kinds.ts';
import { searchedKindsStartingWith } from './kinds-by-first-character.ts';
import { looksRandom } from './looks-random.ts';
import { OPEN_WEBUI_KEY, rankOfKey, WHOLE_FOR_SURE } from './rank-of-key.ts';
import { endOfSignature } from './token-signature.ts';

/** A key that stands whole in a text, or in pieces that together make one. */
export interface WholeKey {
  readonly value: string;
  readonly start: number;
}

/** Places from which pieces are joined, and pieces of one key: a session token read out in fours has a hundred. */
const MAX_STARTS = 30;
const MAX_PIECES = 160;
/** Quotation mark, plus, line break and an indentation; what stands further apart was never one key. */
const MAX_GAP_LENGTH = 40;
/** A little more than the longest credential. */
const MAX_JOINED_LENGTH = 12_100;

/** Every key that stands in a text, in the order in which they stand. */
export function wholeKeys(text: string): WholeKey[] {
  const found = new Map<number, WholeKey>();
  for (const { start, end } of findSecrets(text)) {
    add(found, { value: withoutRest(text.slice(start, end)), start });
  }
  for (const key of ownKeysAnywhere(text)) add(found, key);
  for (const key of joinedKeys(text, found)) add(found, key);
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** The algorithm of a token says how long its signature is: what is stuck to it is no part of it. */
function withoutRest(value: string): string {
  const end = value.startsWith('eyJ') ? endOfSignature(value) : undefined;
  return end !== undefined && end < value.length ? value.slice(0, end) : value;
}

/** Beginnings such as `sk-` with a random rest that no known maker uses. */
export function doubtfulKeys(text: string): string[] {
  return findSecrets(text, { doubtful: true }).map(({ start, end }) => text.slice(start, end));
}

function add(found: Map<number, WholeKey>, key: WholeKey): void {
  const known = found.get(key.start);
  if (!known || rankOfKey(key.value) > rankOfKey(known.value)) found.set(key.start, key);
}

/** Open WebUI's own shape has a proof of its own, so a word before it (`keysk-…`) or another key behind it may touch it. */
function ownKeysAnywhere(text: string): WholeKey[] {
  const keys: WholeKey[] = [];
  for (let start = text.indexOf('sk-'); start >= 0; start = text.indexOf('sk-', start + 1)) {
    const value = text.slice(start, start + OWN_KEY_LENGTH);
    const after = start + OWN_KEY_LENGTH;
    if (!isOwnKey(value)) continue;
    const rest = text.slice(after, after + MAX_NAME_LENGTH);
    if (isKeyCharacter(text.charCodeAt(after)) && !rest.startsWith('sk-') && !NEXT_SETTING.test(rest)) continue;
    keys.push({ value, start });
  }
  return keys;
}

const OWN_KEY_LENGTH = 35;
/** Settings that were printed without anything between them. */
const NEXT_SETTING = /^[A-Z][A-Z0-9_]{0,40}=/;
const MAX_NAME_LENGTH = 50;

function isOwnKey(value: string): boolean {
  return classify(value, 'without-hints')?.kind === 'open-webui-api-key';
}

/** Keys that a line break, a screenshot's hyphen or a program's quotation marks cut into pieces. */
function joinedKeys(text: string, whole: ReadonlyMap<number, WholeKey>): WholeKey[] {
  const joined: WholeKey[] = [];
  let tried = 0;
  for (let start = 0; start < text.length && tried < MAX_STARTS; start += 1) {
    if (start > 0 && isKeyCharacter(text.charCodeAt(start - 1)) && !isEscapeLetter(text, start - 1)) continue;
    const known = whole.get(start);
    if (known && rankOfKey(known.value) >= WHOLE_FOR_SURE) continue;
    if (!beginsLikeKey(text, start)) continue;
    tried += 1;
    const value = bestJoin(text, start);
    if (value !== undefined) joined.push({ value, start });
  }
  return joined;
}

function isEscapeLetter(text: string, index: number): boolean {
  return text[index - 1] === '\\' && 'nrt'.includes(text[index] ?? '-');
}

function beginsLikeKey(text: string, start: number): boolean {
  return searchedKindsStartingWith(text[start] ?? '').some(({ prefixes }) =>
    prefixes.some((prefix) => prefix.length >= MIN_PREFIX_LENGTH && text.startsWith(prefix, start)),
  );
}

/** `re_` and `fc-` begin too much else. */
const MIN_PREFIX_LENGTH = 3;

/**
 * What the pieces from one place make, when that is a key. Of two readings that Open WebUI could both have made neither
 * is taken; of another maker's, the first, since it is named and not used.
 */
function bestJoin(text: string, start: number): string | undefined {
  const candidates = new Set<string>();
  let kept = '';
  let withoutHyphens = '';
  let position = start;
  for (let pieces = 0; pieces < MAX_PIECES && kept.length < MAX_JOINED_LENGTH; pieces += 1) {
    let end = position;
    while (end < text.length && end - position < MAX_JOINED_LENGTH && isKeyCharacter(text.charCodeAt(end))) end += 1;
    kept += text.slice(position, end);
    withoutHyphens += text.slice(position, end);
    for (const joined of [kept, withoutHyphens]) {
      candidates.add(joined);
      if (joined.endsWith('.')) candidates.add(joined.slice(0, -1));
    }
    const next = endOfGap(text, end);
    if (next === undefined) break;
    if (withoutHyphens.length > LONGEST_SHORT_PREFIX && withoutHyphens.endsWith('-')) {
      withoutHyphens = withoutHyphens.slice(0, -1);
    }
    position = next;
  }
  const keys = [...candidates].flatMap(wholeForm);
  const best = Math.max(0, ...keys.map(rankOfKey));
  const surest = new Set(keys.filter((key) => rankOfKey(key) === best));
  return best >= OPEN_WEBUI_KEY && surest.size > 1 ? undefined : [...surest][0];
}

/** The hyphen of `sk-` belongs to the key; one after more than that may be a screenshot's. */
const LONGEST_SHORT_PREFIX = 8;

/** A joined text that is a key: its proof or its random look says that no prose was swallowed. */
function wholeForm(value: string): string[] {
  const kind = classify(value, 'without-hints')?.kind;
  if (kind === undefined) {
    const dehyphenated = value.startsWith('sk-') ? `sk-${value.slice(3).replaceAll('-', '')}` : value;
    return dehyphenated !== value && isOwnKey(dehyphenated) ? [dehyphenated] : [];
  }
  if (kind === 'open-webui-api-key') return [value];
  if (kind === 'open-webui-session-token') return rankOfKey(value) >= WHOLE_FOR_SURE ? [value] : [];
  const { prefixes, sensitivity } = kindById(kind);
  const own = value.slice(prefixes.find((prefix) => value.startsWith(prefix))?.length ?? 0);
  return sensitivity === 'secret' && looksRandom(own) ? [value] : [];
}

/** Where the next piece begins, when only white space and signs that never belong to a key lie between. */
function endOfGap(text: string, start: number): number | undefined {
  let end = start;
  while (end < text.length && end - start <= MAX_GAP_LENGTH && isGap(text[end] ?? '')) {
    end += text[end] === '\\' && 'nrt'.includes(text[end + 1] ?? '-') ? 2 : 1;
  }
  return end > start && end - start <= MAX_GAP_LENGTH && isKeyCharacter(text.charCodeAt(end)) ? end : undefined;
}

function isGap(sign: string): boolean {
  return GAP_SIGNS.includes(sign) || sign.trim() === '';
}

const GAP_SIGNS = '"\'`\\+^>|*#│┃║';

function isKeyCharacter(code: number): boolean {
  const isLetterOrDigit = (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return isLetterOrDigit || code === 45 || code === 46 || code === 95;
}
