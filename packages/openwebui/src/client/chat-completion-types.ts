/** What goes into a chat completion and what comes out of it, before and after Open WebUI's own shapes. */
import type { AnswerActivity } from '@guichet/contract/answer-activity';
import type { AnswerSource } from '@guichet/contract/chat-event';
import type { ToolMode } from '@guichet/contract/site-settings';
import type { ModelEquipment } from './model-equipment.ts';
import type { UpstreamFailure } from './upstream-failure.ts';
import type { AnswerUsage } from './usage.ts';

/** A turn of the conversation: text, and pictures whose bytes were looked at. Nothing else a visitor sends is in it. */
export interface ChatTurn {
  role: 'user' | 'assistant';
  text: string;
  /** Only for models that see. */
  pictures?: readonly ChatPicture[];
}

export interface ChatPicture {
  /** As its bytes tell it. */
  contentType: string;
  base64: string;
}

/** What the site's owner, and nobody else, decides about an answer. */
export interface SiteAnswerSettings {
  /** Open WebUI's model id. */
  model: string;
  /** Instructions put before the conversation as a system message. */
  system?: string;
  /** Collections of documents besides those attached to the model, by their ids. */
  collections?: string[];
  /** Which of the model's tools may run. Default: off. Its documents and filters always count. */
  tools?: ToolMode;
  /** What the model's owner set it to work with. Without it, a model's switched filters and tools are not asked for. */
  equipment?: ModelEquipment;
  temperature?: number;
  maxTokens?: number;
}

export interface ChatCompletionRequest {
  settings: SiteAnswerSettings;
  /** Oldest first; the last is the visitor's question. */
  turns: ChatTurn[];
  /** Ids of documents that Guichet itself uploaded for this question, and for no other. */
  documentIds?: readonly string[];
}

/** A bound of Guichet's own at which the whole agent was stopped: `finish` is `length` then. */
export type AgentLimitName = 'rounds';

/** How an answer ended. Told exactly once, and nothing is told after it. */
export type AnswerEnd =
  /** Open WebUI said so: a `finish_reason`, or `[DONE]` without an error before it. `length`: cut by the token limit. */
  | { kind: 'complete'; finish: 'stop' | 'length'; model?: string; limit?: AgentLimitName }
  /** The stream ended without saying that it was whole, by a rule, for a tool, or with an error after the first text. */
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
  /**
   * What was told until now was not what it seemed: this is the whole text and the whole reasoning so far, and more may
   * follow as before. Told when text turns out to have been the model's thoughts.
   */
  onRewrite(answer: { text: string; reasoning: string }): void;
  /** All sources so far; each call replaces the one before. */
  onSources(sources: AnswerSource[]): void;
  /** Something that runs before or between the words, when it begins and when it ends; by `id`. */
  onActivity?(activity: AnswerActivity): void;
  /** A picture or another file that the answer brought along; what stood for it in Open WebUI is deleted. */
  onFile?(file: AnswerFile): void;
  /** How many tokens it took, where somebody says so; the last call counts, and it comes before the end. */
  onUsage?(usage: AnswerUsage): void;
  onEnd(end: AnswerEnd): void;
}

/** A file made while an answer was written. */
export interface AnswerFile {
  /** Unique within the answer. */
  id: string;
  name?: string;
  /** As its bytes tell it, not as anybody named it. */
  contentType: string;
  bytes: Uint8Array;
  /** What it shows, as far as anybody said. */
  description?: string;
}

/** The service account's session, which the whole agent needs besides the key: a socket takes no API key. */
export interface AgentSession {
  /** A session token that lasts for a while yet; signs in where there is none. Several callers share one sign-in. */
  token(): Promise<{ ok: true; token: string } | { ok: false; failure: UpstreamFailure }>;
  /** Open WebUI refused this token: the next call signs in anew. */
  refused(token: string): void;
}

export interface RunningAnswer {
  /** Closes the connection to Open WebUI, which closes the provider's within milliseconds. Repeatable. */
  abort(): void;
}
