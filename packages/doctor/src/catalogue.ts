/** What the reference and the guide are made of: every check, what it may find, and its words. */

export { checkForCause } from './check-for-cause.ts';
export { ALL_CHECKS } from './checks/all-checks.ts';
export { type CheckId, TEXTS, type Texts } from './text/texts.ts';
