import type { JsonObject } from '../http/read-body.ts';

/** How the scripted provider stands behind the practice server. */
export interface ProviderOptions {
  /** Model ids it lists. Default: the twelve of the recordings. Scripted ids that are not listed answer all the same. */
  models?: string[];
  /** Milliseconds between two words, for behaviours that do not set their own pace. Default 20. */
  tokenMs?: number;
  /** False: nothing listens at the provider's address. */
  reachable?: boolean;
  /** True: the provider refuses the key that Open WebUI has for it. */
  refusesKey?: boolean;
  /** What it paints, in base64. Default: one green point as PNG. */
  picture?: string;
  /** What it hears in every recording. Default: a question. */
  heard?: string;
}

/** A chat completion as the provider gets it. */
export interface ProviderRequest {
  model: string;
  stream: boolean;
  messages: unknown;
  body: JsonObject;
}

export type ProviderAnswer = WholeAnswer | StreamedAnswer;

export interface WholeAnswer {
  kind: 'whole';
  status: number;
  contentType: string;
  headers: Record<string, string>;
  body: string;
  /** Hand it to the caller untouched, as something in front of Open WebUI would. */
  inFront?: boolean;
}

export interface StreamedAnswer {
  kind: 'stream';
  /** Raw server-sent event text. Throws ConnectionBroken where the provider drops the connection. */
  frames: AsyncIterable<string>;
}

/** What a behaviour has at hand while it answers. */
export interface Exchange {
  request: ProviderRequest;
  /** The last message's text, as the provider sees it. */
  question: string;
  /** Milliseconds between two words. */
  tokenMs: number;
  /** Aborted when nobody wants the answer any more. */
  gone: AbortSignal;
  /** Waits; throws as soon as nobody wants the answer any more. */
  pause(ms: number): Promise<void>;
}

export type Behaviour = (exchange: Exchange) => ProviderAnswer | Promise<ProviderAnswer>;

/** The provider drops the connection. */
export class ConnectionBroken extends Error {}
/** Nothing listens at the provider's address. */
export class ProviderUnreachable extends Error {}
