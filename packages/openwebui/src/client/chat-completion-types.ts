/** What goes into a chat completion and what comes out of it, before and after Open WebUI's own shapes. */
import type { AnswerSource } from '@guichet/contract/chat-event';
import type { UpstreamFailure } from './upstream-failure.ts';

/** A turn of the conversation: text only, because nothing else a visitor sends may reach Open WebUI. */
export interface ChatTurn {
  role: 'user' | 'assistant';
  text: string;
}

/** What the site's owner, and nobody else, decides about an answer. */
export interface SiteAnswerSettings {
  /** Open WebUI's model id. */
  model: string;
  /** Instructions put before the conversation as a system message. */
  system?: string;
  /**
   * Where knowledge comes from. `model`: the collections attached to the model, which Open WebUI 0.10 and later consult
   * only in "legacy" function calling; `collections`: these ids, in every version.
   */
  knowledge?: { kind: 'model' } | { kind: 'collections'; ids: string[] };
  temperature?: number;
  maxTokens?: number;
}

export interface ChatCompletionRequest {
  settings: SiteAnswerSettings;
  /** Oldest first; the last is the visitor's question. */
  turns: ChatTurn[];
}

/** How an answer ended. Told exactly once, and nothing is told after it. */
export type AnswerEnd =
  /** Open WebUI said so: a `finish_reason`, or `[DONE]` without an error before it. `length`: cut by the token limit. */
  | { kind: 'complete'; finish: 'stop' | 'length' | 'other'; model?: string }
  /** The stream ended without saying that it was whole, or with an error after the first text. */
  | { kind: 'interrupted'; failure: UpstreamFailure }
  /** There is no text, and this is why. */
  | { kind: 'failed'; failure: UpstreamFailure }
  /** `abort()` was called. */
  | { kind: 'aborted' };

/**
 * Receives an answer while it is written. Calls come synchronously from the socket's data events, several in one turn
 * when several frames arrived together; a handler must not throw and must be quick.
 */
export interface AnswerHandler {
  onText(text: string): void;
  onReasoning(text: string): void;
  /** All sources so far; each call replaces the one before. */
  onSources(sources: AnswerSource[]): void;
  onEnd(end: AnswerEnd): void;
}

export interface RunningAnswer {
  /** Closes the connection to Open WebUI, which closes the provider's within milliseconds. Repeatable. */
  abort(): void;
}
