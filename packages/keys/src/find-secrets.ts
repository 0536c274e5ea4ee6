import { classify } from './classify.ts';
import type { KeyKind } from './key-kind.ts';
import { type KindId, kindById } from './kinds.ts';
import { searchedKindsStartingWith, type TableKind } from './kinds-by-first-character.ts';
import { looksRandom } from './looks-random.ts';
import { privateKeyBlockEnd } from './private-key-block.ts';
import { endOfShape } from './shape-in-text.ts';

export interface FoundSecret {
  readonly start: number;
  readonly end: number;
  readonly kind: KindId;
}

export interface FindOptions {
  /**
   * Also report beginnings such as `sk-` with a random rest that no known maker uses. For logs, where hiding too much
   * costs little; never for telling a person that they are about to send a secret.
   */
  readonly doubtful?: boolean;
}

/**
 * Secrets in running text: a visitor's message, a log line, a field that will be public. Only kinds with a prefix or a
 * structure of their own are reported, so that order numbers, UUIDs and Git commits never are.
 *
 * One pass; what a shape has swallowed is not looked at again, so the work grows with the length of the text and no
 * faster.
 */
export function findSecrets(text: string, { doubtful = false }: FindOptions = {}): FoundSecret[] {
  const found: FoundSecret[] = [];
  let index = 0;
  while (index < text.length) {
    const kinds = searchedKindsStartingWith(text[index] ?? '');
    if (kinds.length === 0 || !mayBeginAt(text, index)) {
      index += 1;
      continue;
    }
    const { end, kind } = secretAt(text, index, kinds, doubtful);
    if (kind) found.push({ start: index, end, kind });
    index = Math.max(end, index + 1);
  }
  return found;
}

/** Whether a text holds anything that must not be shown or sent. */
export function hasSecret(text: string): boolean {
  return findSecrets(text).length > 0;
}

function secretAt(
  text: string,
  start: number,
  kinds: readonly TableKind[],
  doubtful: boolean,
): { end: number; kind?: KindId } {
  const block = privateKeyBlockEnd(text, start);
  if (block !== undefined) return { end: block, kind: 'private-key' };
  let furthest = start;
  for (const kind of kinds) {
    if (kind.id === 'private-key' || !hasPrefixAt(kind, text, start)) continue;
    const end = endOfShape(kind, text, start);
    if (end === undefined) continue;
    const trimmed = withoutPunctuation(text, start, end);
    furthest = Math.max(furthest, trimmed);
    if (!endsAt(text, trimmed)) continue;
    const secret = secretIn(text.slice(start, trimmed), doubtful);
    if (secret) return { end: trimmed, kind: secret };
  }
  return { end: furthest };
}

function secretIn(value: string, doubtful: boolean): KindId | undefined {
  const id = classify(value, doubtful ? 'with-hints' : 'without-hints')?.kind;
  if (id === undefined) return undefined;
  const kind = kindById(id);
  if (kind.sensitivity === 'public' || (kind.hintOnly && kind.prefixes.length === 0)) return undefined;
  return kind.mustLookRandom && !looksRandom(withoutPrefix(kind, value)) ? undefined : id;
}

/** The beginning is the same in every key, so it says nothing about chance. */
function withoutPrefix({ prefixes }: KeyKind, value: string): string {
  return value.slice(prefixes.find((prefix) => value.startsWith(prefix))?.length ?? 0);
}

function hasPrefixAt(kind: TableKind, text: string, start: number): boolean {
  return kind.prefixes.length === 0 || kind.prefixes.some((prefix) => text.startsWith(prefix, start));
}

/** A secret begins where no word is under way; `\n` and `%20` in front of it, as logs and addresses write them, end one. */
function mayBeginAt(text: string, index: number): boolean {
  if (index === 0 || !isWordCharacter(text.charCodeAt(index - 1))) return true;
  if (text[index - 2] === '\\') return 'nrt'.includes(text[index - 1] ?? '-');
  return text[index - 3] === '%';
}

/** A longer word than the shape allows is something else; a dash or underscore that closes emphasis is no word. */
function endsAt(text: string, end: number): boolean {
  const next = text.charCodeAt(end);
  if (isWordCharacter(next)) return false;
  return !(text[end] === '-' || text[end] === '_') || !isWordCharacter(text.charCodeAt(end + 1));
}

function isWordCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/**
 * What ends a sentence or an emphasis is no part of the secret before it, though some shapes allow it inside.
 */
function withoutPunctuation(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && '.,;:!?)'.includes(text[last - 1] ?? '')) last -= 1;
  return text[start - 1] === '_' && text[last - 1] === '_' ? last - 1 : last;
}
