import { cleanPastedText } from '../clean-pasted-text.ts';
import { findSecrets } from '../find-secrets.ts';
import type { Family } from '../key-kind.ts';
import { KINDS, type KindId } from '../kinds.ts';
import { judge } from '../recognise.ts';
import type { NoKey } from '../recognition.ts';
import { characters, uuid } from './characters.ts';
import { ordinaryMessage } from './ordinary-message.ts';
import { SAMPLE_KEYS } from './sample-key.ts';
import { type Random, seededRandom } from './seeded-random.ts';

/** One row of the table of kinds, measured. */
export interface MeasuredKind {
  readonly id: KindId;
  readonly family: Family;
  readonly owner: string;
  /** The shape as a regular expression. */
  readonly shape: string;
  readonly sampleCount: number;
  /** Share of samples that `recognise` calls by this kind. */
  readonly hitRate: number;
  /** Share of samples that `findSecrets` finds, whole and alone, inside a sentence. */
  readonly foundRate: number;
  /** What the other samples were taken for. */
  readonly takenFor: readonly (KindId | NoKey)[];
  /** Whether `findSecrets` looks for it at all: not for hints, nor for what is public. */
  readonly isSearched: boolean;
  /** How many samples of all other kinds `recognise` calls by this kind. */
  readonly falseFromOthers: number;
  /** How many ordinary things (`ordinaryThings`) `recognise` calls by this kind. */
  readonly falseFromOrdinary: number;
}

export interface FalseAlarms {
  readonly messageCount: number;
  readonly alarms: readonly { readonly kind: KindId; readonly text: string }[];
}

/** Draws samples of every kind and counts what becomes of them. The same numbers every time: the draw has a seed. */
export function measureKinds(sampleCount: number): MeasuredKind[] {
  const fromOrdinary = countTaken(ordinaryThings(sampleCount));
  const counted = KINDS.map(({ id }) => countOne(id, sampleCount, seededRandom(seedOf(id))));
  return KINDS.map((kind, at) => {
    const isSearched = !kind.hintOnly && kind.sensitivity === 'secret';
    const { id, family, owner, shape } = kind;
    const { hitRate = 0, foundRate = 0, taken = new Map() } = counted[at] ?? {};
    const takenFor = [...taken.keys()].filter((other) => other !== id);
    const others = counted.filter((_, other) => other !== at);
    const falseFromOthers = others.reduce((sum, other) => sum + (other.taken.get(id) ?? 0), 0);
    const falseFromOrdinary = fromOrdinary.get(id) ?? 0;
    const rates = { hitRate, foundRate, takenFor, falseFromOthers, falseFromOrdinary };
    return { id, family, owner, shape: shape.source, sampleCount, isSearched, ...rates };
  });
}

/** Things people paste by mistake that are no secret, `count` of each sort: messages, UUIDs, commits, checksums. */
function* ordinaryThings(count: number): Generator<string> {
  const random = seededRandom(20_261_126);
  for (let each = 0; each < count; each += 1) {
    yield ordinaryMessage(random);
    yield uuid(random);
    for (const length of [7, 40, 64, 128]) yield characters(random, 'hex', length);
    yield `sha384-${characters(random, 'base64', 64)}`;
  }
}

/** How many different sorts `ordinaryThings` has. */
export const ORDINARY_SORTS = 7;

function countTaken(texts: Iterable<string>): Map<KindId | NoKey, number> {
  const taken = new Map<KindId | NoKey, number>();
  const now = new Date();
  for (const text of texts) {
    // All of `recognise` but the fingerprint, which has no say in it.
    const { kind } = judge(cleanPastedText(text), now);
    taken.set(kind, (taken.get(kind) ?? 0) + 1);
  }
  return taken;
}

/** Looks for secrets in messages that have none. */
export function measureFalseAlarms(messageCount: number): FalseAlarms {
  const random = seededRandom(20_260_101);
  const alarms: { kind: KindId; text: string }[] = [];
  for (let count = 0; count < messageCount; count += 1) {
    const message = ordinaryMessage(random);
    for (const { kind, start, end } of findSecrets(message)) alarms.push({ kind, text: message.slice(start, end) });
  }
  return { messageCount, alarms };
}

function countOne(id: KindId, sampleCount: number, random: Random) {
  const keys = Array.from({ length: sampleCount }, () => SAMPLE_KEYS[id](random));
  const taken = countTaken(keys);
  const foundCount = keys.filter(isFoundInSentence).length;
  return { hitRate: (taken.get(id) ?? 0) / sampleCount, foundRate: foundCount / sampleCount, taken };
}

function isFoundInSentence(key: string): boolean {
  const before = 'Voici la clé : ';
  const found = findSecrets(`${before}${key}, merci.`);
  return found.length === 1 && found[0]?.start === before.length && found[0].end === before.length + key.length;
}

function seedOf(id: string): number {
  return [...id].reduce((sum, character) => sum * 31 + character.charCodeAt(0), 7);
}
