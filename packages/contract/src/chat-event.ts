/**
 * The events of a run, as they go over the wire and as the widget shows them.
 *
 * Text shown = the `text` of all `delta` events of the highest epoch, each once, in order; a `snapshot` takes the place of
 * all before it. Exactly one terminal event (`done` or `error`) ends a run.
 */
import type { ActivityKind } from './answer-activity.ts';
import type { MessagePart } from './message-part.ts';
import type { Problem } from './problem.ts';

/** Why a run ended well enough to keep its answer. `interrupted`: there is text, but not all of it. */
export type DoneReason = 'complete' | 'stopped' | 'length' | 'interrupted';

/** A source the assistant stood on, reduced to what a visitor may see. */
export interface AnswerSource {
  id: string;
  title: string;
  url?: string;
  /** A short excerpt of the document: only where the site's owner switched that on. */
  snippet?: string;
}

/** A picture that the answer brought along. It is fetched with the visitor's token, from `url` on the same server. */
export interface MessageAttachment {
  id: string;
  kind: 'image';
  contentType: string;
  /** What it shows, for those who do not see it. */
  alt: string;
  url: string;
}

/** What the assistant does or did besides writing, in the visitor's language. */
export interface ShownActivity {
  id: string;
  kind: ActivityKind;
  label: string;
  done: boolean;
  failed?: boolean;
}

export interface ChatEventData {
  run: { runId: string; conversationId: string; userMessageId: string; messageId: string };
  /** `part` is the id of the part of the message that this belongs to, here and below. Older servers name none. */
  delta: { text: string; part?: string };
  reasoning: { text: string; part?: string };
  sources: { sources: AnswerSource[]; part?: string };
  /** Something runs, or has ended: told again under the same `id`. Without a part it is news of the moment. */
  status: { kind: string; label: string; done: boolean; id?: string; failed?: boolean; part?: string };
  attachment: { attachment: MessageAttachment; part?: string };
  /**
   * Replaces everything before it: sent when a reader comes back later than the replay window reaches, and when text that
   * was shown turns out to have been the model's thoughts.
   */
  snapshot: SnapshotData;
  /** `ref`: of an answer that was interrupted by something that went wrong, to quote and look up as an error's. */
  done: { reason: DoneReason; messageId: string; ref?: string };
  error: Problem & { retryable: boolean };
}

export type ChatEventType = keyof ChatEventData;

export interface SnapshotData {
  text: string;
  reasoning: string;
  upTo: number;
  sources?: AnswerSource[];
  activities?: ShownActivity[];
  attachments?: MessageAttachment[];
  /** The same as parts, in order. */
  parts?: MessagePart[];
}

/** One event, without its place in the run. */
export type ChatEvent = { [Type in ChatEventType]: { type: Type; data: ChatEventData[Type] } }[ChatEventType];

/** Whether nothing can follow this event in its run. */
export function isTerminal(type: string): boolean {
  return type === 'done' || type === 'error';
}
