import type { Cause } from '../cause.ts';

/** What is, in one sentence for an operator; no blame, no jargon, nothing more than the cause says. */
export type CauseTexts = Record<Cause | 'unknown', string>;
