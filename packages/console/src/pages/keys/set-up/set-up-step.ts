/** Where one is between "set it up" and what came of it. */
import type { SetUpPlanView } from '@guichet/contract/admin-api';
import type { Failure } from '../../../admin-api/outcome.ts';
import type { SetUpLine } from './set-up-lines.ts';

/** `plan`: look what would be done, to do it then. `undo`: take everything back. */
export type SetUpGoal = 'plan' | 'undo';

export type SetUpStep =
  | { kind: 'closed' }
  | { kind: 'sign-in'; goal: SetUpGoal }
  | { kind: 'looking' }
  | { kind: 'plan'; plan: SetUpPlanView; failure?: Failure }
  /** A plan could not even be made. */
  | { kind: 'no-plan'; failure: Failure }
  | { kind: 'working'; goal: SetUpGoal; lines: readonly SetUpLine[] }
  /** `text`: the server's last word; without one the connection was lost, and it may be going on. */
  | { kind: 'ended'; goal: SetUpGoal; ok: boolean; lines: readonly SetUpLine[]; text?: string; failure?: Failure };
