import { findSecrets } from '../find-secrets.ts';
import type { Family } from '../key-kind.ts';
import { KINDS, type KindId } from '../kinds.ts';
import { recognise } from '../recognise.ts';
import type { NoKey } from '../recognition.ts';
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
}

export interface FalseAlarms {
  readonly messageCount: number;
  readonly alarms: readonly { readonly kind: KindId; readonly text: string }[];
}

/** Draws samples of every kind and counts what becomes of them. The same numbers every time: the draw has a seed. */
export function measureKinds(sampleCount: number): MeasuredKind[] {
  return KINDS.map((kind) => {
    const counted = countOne(kind.id, sampleCount, seededRandom(seedOf(kind.id)));
    const isSearched = !kind.hintOnly && kind.sensitivity === 'secret';
    const { id, family, owner, shape } = kind;
    return { id, family, owner, shape: shape.source, sampleCount, isSearched, ...counted };
  });
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

function countOne(
  id: KindId,
  sampleCount: number,
  random: Random,
): Pick<MeasuredKind, 'hitRate' | 'foundRate' | 'takenFor'> {
  const takenFor = new Set<KindId | NoKey>();
  let hitCount = 0;
  let foundCount = 0;
  for (let count = 0; count < sampleCount; count += 1) {
    const key = SAMPLE_KEYS[id](random);
    const { kind } = recognise(key, { salt: 'measure' });
    if (kind === id) hitCount += 1;
    else takenFor.add(kind);
    if (isFoundInSentence(key)) foundCount += 1;
  }
  return { hitRate: hitCount / sampleCount, foundRate: foundCount / sampleCount, takenFor: [...takenFor] };
}

function isFoundInSentence(key: string): boolean {
  const before = 'Voici la clé : ';
  const found = findSecrets(`${before}${key}, merci.`);
  return found.length === 1 && found[0]?.start === before.length && found[0].end === before.length + key.length;
}

function seedOf(id: string): number {
  return [...id].reduce((sum, character) => sum * 31 + character.charCodeAt(0), 7);
}
