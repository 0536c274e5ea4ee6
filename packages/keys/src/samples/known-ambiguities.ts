import type { KindId } from '../kinds.ts';

export interface KnownAmbiguity {
  /** What the samples are taken for instead. */
  readonly takenFor: readonly KindId[];
  /** The share of samples that is still recognised. */
  readonly hitRateAtLeast: number;
  readonly because: string;
}

/** Kinds that no expression can tell apart for certain, with the reason. Every other kind is held to 99.9 %. */
export const KNOWN_AMBIGUITIES: Readonly<Partial<Record<KindId, KnownAmbiguity>>> = {
  deepseek: {
    takenFor: ['open-webui-api-key'],
    hitRateAtLeast: 0.98,
    because: 'same shape as an Open WebUI key; one in 64 random keys also has the two fixed digits of a version 4 UUID',
  },
};

/** `recognise`, and `findSecrets` for the kinds it looks for. */
export const REQUIRED_HIT_RATE = 0.999;
