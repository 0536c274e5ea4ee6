/**
 * Every size, time and count that two packages must agree on, with its unit, its reason, and what happens beyond it.
 * Limits of one package alone stand in that package.
 */

/** Longest message of a visitor. 8,000 characters are some four printed pages; beyond: 413 `text-too-long`. */
export const MAX_MESSAGE_CHARS = 8_000;

/** Largest JSON body the server reads: the longest message with every character escaped. Beyond: 413 `body-too-large`. */
export const MAX_BODY_BYTES = 64 * 1024;

/** A comment line goes to every open stream at least this often, so that proxies and browsers know that it lives. */
export const HEARTBEAT_MS = 15_000;

/** A reader that has heard nothing for this long (three heartbeats) takes the connection for dead and comes back. */
export const SILENT_CONNECTION_MS = 3 * HEARTBEAT_MS;

/** Files of one question. Beyond: 400 `too-many-files`. */
export const MAX_QUESTION_FILES = 4;

/** The largest file that a site’s owner may allow. Beyond: the setting is refused. */
export const MOST_FILE_BYTES = 20_000_000;

/** The largest file where the owner chose nothing: a photo of a phone. Beyond: 413 `file-too-large`. */
export const FILE_BYTES = 5_000_000;

/** A file’s name as it is kept; what is longer is shortened in front of its ending. */
export const MAX_FILE_NAME_CHARS = 100;

/** The longest recording of a visitor: a question, with room to think. The widget ends it there. */
export const MAX_RECORDING_SECONDS = 120;

/** The largest recording that is taken: the longest one at 133 kbit/s. Beyond: 413 `recording-too-large`. */
export const MAX_RECORDING_BYTES = 2_000_000;

/** What a fresh instance allows one visitor and one address block. */
export const VISITOR_MESSAGES_PER_MINUTE = 60;
export const VISITOR_MESSAGES_PER_DAY = 500;
export const VISITOR_RUNS_AT_A_TIME = 3;
export const ADDRESS_VISITORS_PER_MINUTE = 20;
export const ADDRESS_MESSAGES_PER_DAY = 3_000;

/** Messages of a conversation in one answer. A phone shows five; the widget asks for the rest page by page. */
export const MAX_PAGE_MESSAGES = 100;

/** A conversation's title that a visitor writes: one line of a phone. Beyond: 400 `bad-request`. */
export const MAX_TITLE_CHARS = 100;

/** What a visitor looks for in their conversations. Beyond: 400 `bad-request`. */
export const MAX_SEARCH_CHARS = 100;

/** Why an answer was rated so: one word. Beyond: 400 `bad-request`. */
export const MAX_FEEDBACK_REASON_CHARS = 100;

/** What a visitor writes about an answer, half a page. Beyond: 400 `bad-request`. */
export const MAX_FEEDBACK_COMMENT_CHARS = 2_000;

/** A person's name, and the version of a consent. Beyond: 400 `bad-request`. */
export const MAX_NAME_CHARS = 200;

/** The longest address that email knows. Beyond: 400 `bad-request`. */
export const MAX_EMAIL_CHARS = 254;

/** What a visitor agrees to, a page. Beyond: 400 `bad-request`, and the setting is refused. */
export const MAX_CONSENT_CHARS = 2_000;
