/** Everything Guichet asks of an Open WebUI. */
import type { AnswerHandler, ChatCompletionRequest, RunningAnswer } from './chat-completion-types.ts';
import type { MarkedDocument } from './documents.ts';
import type { ModelEquipment } from './model-equipment.ts';
import type { UpstreamRating } from './ratings.ts';
import type { UpstreamFailure } from './upstream-failure.ts';
import type { Recording, SpokenText, VoiceOffer } from './voice.ts';

/** Where Open WebUI is and what to show it. Read at each call, so that a swapped credential counts from the next call on. */
export interface UpstreamTarget {
  /** Base address without path, e.g. `https://chat.example.com`. */
  baseUrl: string;
  /** API key or session token. Sent as `Authorization: Bearer` to `baseUrl`'s origin and to no other. */
  credential: string;
}

/** Expected outcomes are values: nothing here throws for what Open WebUI answers. */
export type UpstreamResult<Value> = { ok: true; value: Value } | { ok: false; failure: UpstreamFailure };

export interface UpstreamModel {
  id: string;
  name: string;
  /** What its owner wrote about it; absent when nothing was. */
  description?: string;
  suggestions: string[];
  /** What its owner set it to work with. */
  equipment: ModelEquipment;
}

/** Whose credential this is, reduced to what a diagnosis needs. The body it is read from is never kept. */
export interface UpstreamIdentity {
  role: 'admin' | 'user' | 'pending' | 'unknown';
  accountId?: string;
  name?: string;
  email?: string;
}

export interface OpenWebUiClient {
  health(): Promise<UpstreamResult<{ openWebUi: boolean }>>;
  version(): Promise<UpstreamResult<{ version: string }>>;
  identity(): Promise<UpstreamResult<UpstreamIdentity>>;
  models(): Promise<UpstreamResult<UpstreamModel[]>>;
  /** Questions somebody might ask next; `request` holds the conversation with its last answer. One more call. */
  followUps(request: ChatCompletionRequest): Promise<UpstreamResult<string[]>>;
  /** Starts an answer, always streaming and never with a chat id ("mode A"): Open WebUI stores nothing. */
  answer(request: ChatCompletionRequest, handler: AnswerHandler): RunningAnswer;
  /** Hands over a document. @returns the id it has in Open WebUI; it can be asked about once it is read */
  uploadDocument(document: MarkedDocument): Promise<UpstreamResult<{ id: string }>>;
  /** The ids of what was handed over with this mark, for a document whose id was lost on the way back. */
  findDocuments(mark: string): Promise<UpstreamResult<string[]>>;
  /** Waits until Open WebUI has read it. */
  readDocument(id: string, signal: AbortSignal): Promise<UpstreamResult<'read'>>;
  /** One that is not there any more counts as deleted. */
  deleteDocument(id: string): Promise<UpstreamResult<'deleted'>>;
  /** Whether speech becomes text and text is read aloud for this account. Costs nothing. */
  voiceOffer(): Promise<UpstreamResult<VoiceOffer>>;
  /** What is said in a recording; empty where nothing is. */
  transcribe(recording: Recording): Promise<UpstreamResult<string>>;
  /** The sound of a text, in the voice that the administrator chose. */
  readAloud(text: string): Promise<UpstreamResult<SpokenText>>;
  /** A visitor's rating among the evaluations; with the id it has there, in place of the one before. @returns its id */
  passRating(rating: UpstreamRating, id?: string): Promise<UpstreamResult<string>>;
  /** One that is not there any more counts as withdrawn. */
  withdrawRating(id: string): Promise<UpstreamResult<'withdrawn'>>;
  /** Closes kept-alive connections. Running answers are aborted. */
  close(): Promise<void>;
}
