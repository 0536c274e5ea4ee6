/** How long and how much Guichet waits for an Open WebUI, with the reason and what happens beyond. */

/** All in milliseconds. Beyond any of them the connection is closed and the failure's cause is `timeout`. */
export interface UpstreamTimeouts {
  /** Name look-up, TCP and TLS together. A server that is up answers a connection within a second or two. */
  connectMs: number;
  /** From the request to the first word: retrieval, a query-writing call and the loading of a model come before it. */
  firstByteMs: number;
  /** Without a single byte after the first word. Models pause, but not for a minute. */
  silenceMs: number;
  /**
   * Without a word of text or reasoning although something comes: comments, empty frames. Longer than the longest
   * reasoning seen, because some models think unseen, and what stands in front of them sends comments meanwhile.
   */
  wordlessMs: number;
  /** A whole answer. The longest reasoning seen took ten minutes. */
  totalMs: number;
  /** A whole short reply (health, version, identity, models). Open WebUI itself waits 10 s for a dead provider's list. */
  replyMs: number;
  /**
   * What may still come after the one `finish_reason`: usage, `[DONE]`, a pipe's next step. Beyond: the answer counts as
   * complete. Where text goes on after it, or it stands on every chunk, it says nothing, and `silenceMs` applies again.
   */
  afterFinishMs: number;
}

export const DEFAULT_TIMEOUTS: Readonly<UpstreamTimeouts> = {
  connectMs: 10_000,
  firstByteMs: 120_000,
  silenceMs: 60_000,
  wordlessMs: 12 * 60_000,
  totalMs: 15 * 60_000,
  replyMs: 30_000,
  afterFinishMs: 30_000,
};

/**
 * Beyond a size the connection is closed, because nothing after the cut could be trusted; the text that came before is
 * kept as `interrupted`. What is not text costs a visitor nothing to read and the server everything to take in, so it has
 * bounds of its own, far above what real providers send.
 */
export interface UpstreamLimits {
  /** One line of a stream. A `sources` frame carries whole documents in "full context" mode, hence megabytes. */
  lineBytes: number;
  /** The data of one event, in characters. */
  eventChars: number;
  /** Text of an answer, streamed or whole, and separately its reasoning: some 200 printed pages. Beyond: `answer-too-large`. */
  answerChars: number;
  /** A whole stream: the longest answer and reasoning, with 217 bytes to a token of four characters, take half of it. */
  streamBytes: number;
  /** Lines of a stream, empty ones and comments included: three for each frame that may come. */
  streamLines: number;
  /** Frames of a stream: a token is a frame, and the longest answer and reasoning have 250,000 of four characters. */
  streamFrames: number;
  /** Frames and lines that are no JSON and no field. They are left out, and the log says once how many there were. */
  unreadableFrames: number;
  /** Comment lines of a stream: one every 50 ms for as long as an answer may take are 18,000. */
  comments: number;
  /** All comments of a stream together: 52 bytes for each that may come; `: OPENROUTER PROCESSING` has 23. */
  commentBytes: number;
  /** A short reply or an answer that came whole. A list of hundreds of models with pictures takes some megabytes. */
  replyBytes: number;
  /** Of an error's body, what is read at all; and of what comes after an answer's end, what is let pass. */
  errorBytes: number;
}

export const DEFAULT_LIMITS: Readonly<UpstreamLimits> = {
  lineBytes: 8 * 1024 * 1024,
  eventChars: 8 * 1024 * 1024,
  answerChars: 500_000,
  streamBytes: 128 * 1024 * 1024,
  streamLines: 900_000,
  streamFrames: 300_000,
  unreadableFrames: 10_000,
  comments: 20_000,
  commentBytes: 1024 * 1024,
  replyBytes: 16 * 1024 * 1024,
  errorBytes: 64 * 1024,
};

/** How much of a failure's original text the log keeps. */
export const MAX_RAW_CHARS = 2_000;

/** How much of an unreadable frame or line the log keeps; one such piece for each answer. */
export const MAX_UNREADABLE_CHARS = 200;

/** Names of unread fields that the log keeps for an answer without text, and how long each may be. */
export const MAX_UNREAD_FIELDS = 10;
export const MAX_FIELD_NAME_CHARS = 60;

/** Models of a list that are kept; the rest is left out. Instances with hundreds exist, and nobody chooses among thousands. */
export const MAX_MODELS = 2_000;

/** A model's id. One that is longer is left out of the list: cut, it would name another model. */
export const MAX_MODEL_ID_CHARS = 300;

/** A model's name and its description, which every visitor of a site is sent. Beyond, they are cut. */
export const MAX_MODEL_NAME_CHARS = 200;
export const MAX_MODEL_DESCRIPTION_CHARS = 1_000;

/** Suggested questions of a model, and the length of each. More do not fit a chat; longer ones are left out. */
export const MAX_SUGGESTIONS = 12;
export const MAX_SUGGESTION_CHARS = 500;

/** Open WebUI's version as it names it. A longer text is not taken for one. */
export const MAX_VERSION_CHARS = 60;

/** Name, address and id of the account behind the key. Beyond, they are cut. */
export const MAX_IDENTITY_CHARS = 320;
