import type { ErrorCode } from '../error-catalogue.ts';

/** One sentence per error, said to a visitor: what is, and what to do. No blame, no jargon, no exclamation mark. */
export type ProblemTexts = Record<ErrorCode, string>;
