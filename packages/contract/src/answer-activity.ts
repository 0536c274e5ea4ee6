/** What an assistant does before or between its words: a search, a call of a tool. */

/** `other`: something the assistant says of itself that fits no other kind. */
export const ACTIVITY_KINDS = ['knowledge', 'web-search', 'tool', 'picture', 'other'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const ACTIVITY_STATES = ['running', 'done', 'failed'] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

export interface AnswerActivity {
  /** Unique within the answer. Told once when it begins, and again under the same id when its state changes. */
  id: string;
  kind: ActivityKind;
  state: ActivityState;
  /** The tool's own title or name, or what Open WebUI says is going on. Plain text, never markup. */
  title?: string;
  /** What a tool was called with, as text. Visitors see it only where the site allows. */
  arguments?: string;
  /** The turn of the model that it belongs to, from 1. */
  round: number;
}
