/** Invented keys and ordinary messages, drawn from a seed, for tests that must not contain a real-looking secret. */

export { kindsTable } from './kinds-table.ts';
export { KNOWN_AMBIGUITIES, type KnownAmbiguity, REQUIRED_HIT_RATE } from './known-ambiguities.ts';
export { type FalseAlarms, type MeasuredKind, measureFalseAlarms, measureKinds } from './measure-kinds.ts';
export { ordinaryMessage } from './ordinary-message.ts';
export { PASTED_ALONG } from './pasted-along.ts';
export { SAMPLE_KEYS, type SampleKey } from './sample-key.ts';
export { sampleSessionClaims, sampleSessionToken, sampleToken } from './sample-token.ts';
export { integer, pick, type Random, seededRandom } from './seeded-random.ts';
