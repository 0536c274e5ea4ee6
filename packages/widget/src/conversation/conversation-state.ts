import type { AnswerSource, MessageAttachment, ShownActivity } from '@guichet/contract/chat-event';
import type { EventId } from '@guichet/contract/event-id';
import type { MessagePart } from '@guichet/contract/message-part';
import type { MessageStatus, VisitorFile } from '@guichet/contract/visitor-api';

/** What went wrong, as far as a visitor can use it. */
export interface Failure {
  /** A word of the contract's error catalogue, or `unreachable`, `page-refused`, `unexpected-answer`. */
  code: string;
  /** The server's sentence, in the visitor's language. A stored failure has none. */
  detail?: string | undefined;
  ref?: string | undefined;
  retryable: boolean;
  /** Seconds until trying again makes sense. */
  retryAfter?: number | undefined;
}

export interface ShownMessage {
  /** Stays the same from the first drawing on, so that a message keeps its place (and its focus) when its id arrives. */
  key: string;
  /** The server's id; undefined until it has said one. */
  id: string | undefined;
  role: 'user' | 'assistant';
  text: string;
  status: MessageStatus;
  createdAt: string;
  reasoning: string;
  sources: readonly AnswerSource[];
  /** What the assistant did and does besides writing, in the order it began. */
  activities: readonly ShownActivity[];
  attachments: readonly MessageAttachment[];
  /** The answer's text, what was done for it and what it brought, in the order in which it came. */
  parts: readonly MessagePart[];
  failure: Failure | undefined;
  /** Of a question: what was attached. */
  files?: readonly VisitorFile[] | undefined;
  /** How the visitor rated it, as the server knew when it was loaded. */
  rating?: 1 | -1 | undefined;
  /** To quote, of an answer that was cut by something that went wrong. */
  reference: string | undefined;
}

/** The answer being written. It is always the last message. */
export interface ActiveRun {
  /** Undefined until the server has taken the question. */
  runId: string | undefined;
  /** The last event shown. */
  position: EventId | undefined;
  stopping: boolean;
}

export interface ConversationState {
  id: string | undefined;
  messages: readonly ShownMessage[];
  run: ActiveRun | undefined;
}

export const NO_CONVERSATION: ConversationState = { id: undefined, messages: [], run: undefined };

/** What the assistant is doing right now, in the server's words. */
export function runningActivity({ activities, status }: ShownMessage): string | undefined {
  return status === 'streaming' ? activities.findLast((activity) => !activity.done)?.label : undefined;
}
