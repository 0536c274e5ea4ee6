/** What is said of the whole agent: why it may not run yet, and why it has no session. */

import type { SignInProblem } from '@guichet/doctor';
import type { WholeAgentObstacle } from '@guichet/openwebui/agent-safety';

/** Kinds of built-in tools that can be dangerous; a name that is not among them is shown as it is. */
export type NamedKind =
  | 'automations'
  | 'calendar'
  | 'channels'
  | 'chats'
  | 'code_interpreter'
  | 'files'
  | 'knowledge'
  | 'memory'
  | 'notes'
  | 'notifications'
  | 'skills'
  | 'subagents'
  | 'tasks'
  | 'user_input';

export interface WholeAgentTexts {
  /** What a visitor could do as long as the kind is open; the end of a sentence. */
  opens: Record<NamedKind, string>;
  /** `what` is one of the above. */
  toolOpen: (what: string, kind: string) => string;
  unknownTool: (kind: string) => string;
  /** Where it is closed. */
  closeInModel: string;
  closeByNoSwitch: string;
  notChecked: (cause: string) => string;
  versionUnknown: string;
  versionTooOld: (version: string, needed: string) => string;
  versionUnread: (version: string) => string;
  accountIsAdministrator: string;
  accountUnknown: string;
  modelMissing: string;
  /** No session. */
  problem: Record<SignInProblem, string>;
  retryAfter: (seconds: number) => string;
  /** The command that keeps the sign-in. */
  account: {
    kept: (email: string) => string;
    forgotten: string;
    none: string;
    email: string;
    password: string;
    authenticator: string;
  };
}

export type ObstacleName = WholeAgentObstacle['what'];
