/** The bodies of the visitors' HTTP interface (`/v1/…`), shared by server and widget. */
import type { AnswerSource, MessageAttachment, ShownActivity } from './chat-event.ts';
import type { MessagePart } from './message-part.ts';

export interface VisitorSession {
  token: string;
  /** ISO 8601. */
  expiresAt: string;
  visitor: { id: string };
}

/** `streaming`: the answer is being written; `runId` says where to read on. */
export type MessageStatus = 'complete' | 'streaming' | 'stopped' | 'length' | 'interrupted' | 'failed';

export interface Message {
  id: string;
  role: 'user' | 'assistant';
  text: string;
  status: MessageStatus;
  /** ISO 8601. */
  createdAt: string;
  runId?: string;
  reasoning?: string;
  sources?: AnswerSource[];
  /** What the assistant did besides writing, in the language asked for. */
  activities?: ShownActivity[];
  attachments?: MessageAttachment[];
  /** All of the above in the order in which it came. Older servers give none. */
  parts?: MessagePart[];
  /** What went wrong, for an answer that `failed`. */
  error?: { code: string; ref: string; detail?: string; retryable?: boolean };
  /** Of an interrupted answer, if it is known what went wrong. */
  ref?: string;
}

export interface ConversationSummary {
  id: string;
  title: string;
  createdAt: string;
  updatedAt: string;
}

export interface Conversation extends ConversationSummary {
  /** The newest of them, or those before the place that was asked for. */
  messages: Message[];
  /** Where to read on: the `before` of the page in front of this one. Absent when this one holds the first message. */
  earlier?: string;
}

/** Questions that a visitor might ask next; empty where there are none. */
export interface FollowUps {
  questions: string[];
}
