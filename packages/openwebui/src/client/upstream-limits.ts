/** How long and how much Guichet waits for an Open WebUI, with the reason and what happens beyond. */

/** All in milliseconds. Beyond any of them the connection is closed and the failure's cause is `timeout`. */
export interface UpstreamTimeouts {
  /** Name look-up, TCP and TLS together. A server that is up answers a connection within a second or two. */
  connectMs: number;
  /** From the request to the first word: retrieval, a query-writing call and the loading of a model come before it. */
  firstByteMs: number;
  /** Without a single byte after the first word. Models pause, but not for a minute. */
  silenceMs: number;
  /** A whole answer. The longest reasoning seen took ten minutes. */
  totalMs: number;
  /** A whole short reply (health, version, identity, models). Open WebUI itself waits 10 s for a dead provider's list. */
  replyMs: number;
  /** What may still come after `finish_reason`: usage and `[DONE]`. Beyond: the answer counts as complete. */
  afterFinishMs: number;
}

export const DEFAULT_TIMEOUTS: Readonly<UpstreamTimeouts> = {
  connectMs: 10_000,
  firstByteMs: 120_000,
  silenceMs: 60_000,
  totalMs: 15 * 60_000,
  replyMs: 30_000,
  afterFinishMs: 5_000,
};

/** Beyond a size the connection is closed, because nothing after the cut could be trusted. */
export interface UpstreamLimits {
  /** One line of a stream. A `sources` frame carries whole documents in "full context" mode, hence megabytes. */
  lineBytes: number;
  /** The data of one event, in characters. */
  eventChars: number;
  /** Text of an answer, and separately its reasoning: some 200 printed pages. Beyond: `answer-too-large`. */
  answerChars: number;
  /** A short reply or an answer that came whole. A list of hundreds of models with pictures takes some megabytes. */
  replyBytes: number;
  /** Of an error's body, what is read at all. */
  errorBytes: number;
}

export const DEFAULT_LIMITS: Readonly<UpstreamLimits> = {
  lineBytes: 8 * 1024 * 1024,
  eventChars: 8 * 1024 * 1024,
  answerChars: 500_000,
  replyBytes: 16 * 1024 * 1024,
  errorBytes: 64 * 1024,
};

/** Of a failure's original text, what the log keeps. */
export const MAX_RAW_CHARS = 2_000;
