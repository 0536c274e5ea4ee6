import type { ModeObstacle } from '@guichet/contract/assistant-api';

/** A set-up makes an account and keeps its sign-in, and closes the model's tools. It updates nothing and finds no model. */
const SET_UP_REMOVES: ReadonlySet<string> = new Set(['sign-in-missing', 'tool-open', 'account-is-administrator']);

/** Whether nothing would stand in the way of a mode after a set-up. */
export function isSetUpEnough(obstacles: readonly ModeObstacle[]): boolean {
  return obstacles.length > 0 && obstacles.every(({ code }) => SET_UP_REMOVES.has(code));
}
