/**
 * What the server remembers, behind one interface: one suite (`storage-suite.ts`) for every database. Every method is
 * one transaction. Times are milliseconds since 1970. A storage speaks for one process, the owner of the runs it begins.
 */

import type { AnswerActivity } from '@guichet/contract/answer-activity';
import type { AnswerSource } from '@guichet/contract/chat-event';
import type { PageContext } from '@guichet/contract/clean-page-context';
import type { ConversationSummary, Message } from '@guichet/contract/visitor-api';
import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import type { AnswerUsage } from '@guichet/openwebui/client';
import type { Limit } from '../limits/limit.ts';
import type { PassedRatings } from './passed-ratings.ts';
import type { StoredFeedback, VisitorData } from './visitor-data.ts';
import type { VisitorFiles } from './visitor-files.ts';

/** How a run stands. `streaming` is the only one that is not an end. */
export type RunStatus = 'streaming' | 'complete' | 'stopped' | 'length' | 'interrupted' | 'failed';
export type RunEndStatus = Exclude<RunStatus, 'streaming'>;

export interface NewVisitor {
  id: string;
  /** Who it is by the word of the site's owner, once that can be proved; nobody sets it yet. */
  subject?: string;
  site: string;
  locale: string;
  createdAt: number;
}

export interface NewConversation {
  id: string;
  visitorId: string;
  site: string;
  createdAt: number;
}

/** What a new row uses up of the day's limits. */
export interface DailySpending {
  /** UTC day, `YYYY-MM-DD`, that it counts for. */
  day: string;
  limits: readonly Limit[];
}

export type NewConversationResult =
  | { kind: 'made'; conversation: ConversationSummary }
  /** Erased, or a token from another data directory. */
  | { kind: 'visitor-unknown' }
  /** The visitor has as many as may be kept. */
  | { kind: 'too-many' }
  | { kind: 'limit-reached'; limit: Limit };

/** Which part of a conversation is read; without `before`, the newest. */
export interface ConversationPage {
  /** As `earlier` of the page after this one. */
  before?: number;
  messages: number;
  /** Of text, reasoning and sources together; one message is given however long it is. */
  chars: number;
}

export interface NewQuestion extends DailySpending {
  conversationId: string;
  visitorId: string;
  text: string;
  /** The id of the last question, which goes with its answer: this one is asked in its place. */
  replaces?: string;
  /** Ids of files of this visitor's, besides those of the question that is replaced. */
  attachments?: readonly string[];
  /** What the page said of itself; without it, that of the question that is replaced. */
  pageContext?: PageContext;
  idempotencyKey: string;
  /** Tells the same request from another one under the same key. */
  bodyHash: string;
  runId: string;
  userMessageId: string;
  messageId: string;
  createdAt: number;
  /** The language it is answered in. */
  locale?: VisitorLocale;
  /** Whether what is shown of the answer will be in the log that all replicas read. Default: it will not. */
  hasSharedLog?: boolean;
}

/**
 * How long a process is taken to be alive after its last sign of life. With signs every quarter of it and a look for
 * orphans as often, an answer whose writer died is taken over within ten seconds.
 */
export const RUN_LEASE_MS = 7_000;

/** What became of a run's end. */
export type EndResult =
  | { kind: 'ended' }
  /** By another process with what it knew of the answer, or by a first try that was not heard back from. */
  | { kind: 'ended-already'; run: StoredRun }
  /** Another process writes it now. */
  | { kind: 'taken-over' }
  /** Deleted meanwhile, with its conversation. */
  | { kind: 'gone' };

export type AcceptResult =
  | { kind: 'accepted'; run: StoredRun; replacedRunIds: string[] }
  /** The key was used for the same body: this is its run. */
  | { kind: 'repeated'; run: StoredRun }
  | { kind: 'key-reused' }
  | { kind: 'conversation-unknown' }
  /** What was to be replaced is not the last question of this conversation. */
  | { kind: 'question-unknown' }
  /** One of the files is not this visitor's, not whole, or was used in another question. */
  | { kind: 'file-unknown' }
  | { kind: 'too-many-files' }
  | { kind: 'limit-reached'; limit: Limit };

/** Something that was done for an answer. A tool's arguments are not kept: they may repeat what a visitor wrote. */
export interface StoredActivity extends Omit<AnswerActivity, 'arguments'> {
  /** How long it took; absent while it runs. */
  ms?: number;
}

/** A file that an answer brought; its bytes are stored apart. */
export interface StoredAttachment {
  id: string;
  contentType: string;
  /** What it shows, if anybody said. */
  description?: string;
}

/**
 * A part of an answer, in the order in which the parts began. The words are stored once, beside it: a part has so many
 * characters of them, from where the part before it of its type ends.
 */
export type OutlinePart =
  | { id: string; type: 'text' | 'reasoning'; chars: number }
  /** `of`: the activity's or the file's id. */
  | { id: string; type: 'tool' | 'notice' | 'attachment'; of: string }
  | { id: string; type: 'sources' };

export interface NewFile {
  id: string;
  runId: string;
  contentType: string;
  bytes: Uint8Array;
  createdAt: number;
}

export interface StoredRun {
  id: string;
  conversationId: string;
  visitorId: string;
  site: string;
  userMessageId: string;
  messageId: string;
  status: RunStatus;
  /** How often the answer has been begun. */
  epoch: number;
  /** The language it is answered in; absent for one that an earlier version began. */
  locale?: VisitorLocale;
  /** The answer as far as it is stored: the last checkpoint while streaming, all of it afterwards. */
  text: string;
  reasoning: string;
  sources: AnswerSource[];
  activities: StoredActivity[];
  attachments: StoredAttachment[];
  /** Empty where nobody noted it. */
  outline: OutlinePart[];
  startedAt: number;
  error?: StoredError;
}

/** A run whose process died, and which is now this process's. */
export interface ClaimedRun {
  run: StoredRun;
  /** What is answered. */
  question: string;
  /** Whether every word that was shown is in the log that all replicas read. */
  hasSharedLog: boolean;
  stopAsked: boolean;
}

export interface StoredError {
  code: string;
  ref: string;
}

export interface RunCheckpoint {
  runId: string;
  text: string;
  reasoning: string;
  outline?: readonly OutlinePart[];
}

export interface RunEnd {
  runId: string;
  status: RunEndStatus;
  text: string;
  reasoning: string;
  sources: AnswerSource[];
  activities: readonly StoredActivity[];
  attachments: readonly StoredAttachment[];
  outline?: readonly OutlinePart[];
  endedAt: number;
  usage?: AnswerUsage;
  error?: StoredError;
}

/** A finished turn, oldest first, for the next question's context. */
export interface StoredTurn {
  role: 'user' | 'assistant';
  text: string;
}

/** What stands behind an answer, for proposing questions after it. */
export interface FollowUpState {
  status: RunStatus;
  runId: string;
  conversationId: string;
  site: string;
  question: string;
  answer: string;
  /** Null: nobody asked yet. */
  questions: string[] | null;
}

/** A message without what is put into words only when it is read. */
export interface StoredMessage extends Omit<Message, 'activities' | 'attachments' | 'parts'> {
  activities: StoredActivity[];
  attachments: StoredAttachment[];
  outline: OutlinePart[];
}

export interface StoredConversation extends ConversationSummary {
  messages: StoredMessage[];
  /** The `before` of the page in front of this one. */
  earlier?: string;
}

/** An answer as an operator sees it: nothing of what was asked or written. */
export interface AnswerRecord {
  messageId: string;
  site: string;
  status: RunStatus;
  startedAt: number;
  /** Milliseconds from question to end. */
  ms: number;
  characters: number;
  sourceCount: number;
  activities: StoredActivity[];
  /** Tokens, where they were told. */
  usage?: AnswerUsage;
  error?: StoredError;
  /** What the visitor thinks of it. */
  feedback?: StoredFeedback;
}

export interface Storage extends VisitorData, VisitorFiles, PassedRatings {
  /** Brings the schema to this version. Nothing else may be called before. */
  migrate(): Promise<void>;
  /** A write and a read, for readiness. @throws when the storage cannot serve */
  check(): Promise<void>;

  /** @returns false when one of the day's limits is reached */
  createVisitor(visitor: NewVisitor, spending?: DailySpending): Promise<boolean>;
  /** @param limits.atMost conversations that the visitor may have, this one included */
  createConversation(
    conversation: NewConversation,
    limits?: DailySpending & { atMost: number },
  ): Promise<NewConversationResult>;
  /** Newest first. `search`: words of the title or of a message. */
  listConversations(visitorId: string, wish?: { search?: string; atMost?: number }): Promise<ConversationSummary[]>;
  /** Undefined for an unknown one and for another visitor's alike. A running answer shows as its last checkpoint. */
  readConversation(
    conversationId: string,
    visitorId: string,
    page?: ConversationPage,
  ): Promise<StoredConversation | undefined>;
  /** @returns the ids of its runs, ended or not, or undefined when there was nothing to delete */
  deleteConversation(conversationId: string, visitorId: string): Promise<{ runIds: string[] } | undefined>;
  /** The last `count` messages before a run's own question, oldest first, without empty or failed ones. */
  readTurnsBefore(runId: string, count: number): Promise<StoredTurn[]>;
  /** What the page said of itself along with this question. */
  readPageContext(messageId: string): Promise<PageContext | undefined>;

  findRunByKey(
    conversationId: string,
    visitorId: string,
    idempotencyKey: string,
  ): Promise<{ run: StoredRun; bodyHash: string } | undefined>;
  /** Question, run and what they use up in one transaction: all of it or nothing. The run is this process's, on a lease. */
  acceptQuestion(question: NewQuestion): Promise<AcceptResult>;
  readRun(runId: string, visitorId: string): Promise<StoredRun | undefined>;
  /** Stores how far this process's running answers have come; ended runs and those of others are left alone. */
  checkpointRuns(checkpoints: readonly RunCheckpoint[]): Promise<void>;
  /** Closes a run of this process and inserts its answer, once: a second call changes nothing. */
  endRun(end: RunEnd): Promise<EndResult>;
  /**
   * A sign of life for all running answers of this process.
   * @param now the lease counts from; where several servers share the storage, its own clock decides instead
   * @returns those that are still its own, and which of them their visitors stopped elsewhere
   */
  renewLeases(now: number): Promise<{ runId: string; stopAsked: boolean }[]>;
  /** Whoever writes this answer will find that its visitor stopped it. */
  askToStop(runId: string): Promise<void>;
  /** What is shown of this process's running answers is from now on in its memory alone. @returns which they are */
  leaveSharedLog(): Promise<string[]>;
  /** Ends the leases of some running answers of this process, so that another one takes them at once. */
  handOver(runIds: readonly string[]): Promise<void>;
  /** Takes over the runs of other processes whose lease is over, by the same clock; each begins another epoch. */
  claimOrphans(now: number): Promise<ClaimedRun[]>;
  /** Nobody else can be alive on this storage: what others were writing is theirs no longer. */
  dropLeases(): Promise<void>;
  /** Keeps a file with the conversation of its run, as long as that exists. @returns false when the run is gone */
  addFile(file: NewFile): Promise<boolean>;
  readFile(id: string, visitorId: string): Promise<{ contentType: string; bytes: Uint8Array } | undefined>;
  /** Proposed questions of a visitor's own answer: undefined for an unknown one, null where none were asked for yet. */
  readFollowUps(messageId: string, visitorId: string): Promise<FollowUpState | undefined>;
  /** Keeps them, unless there are some already. */
  writeFollowUps(messageId: string, questions: readonly string[]): Promise<void>;
  /** The last answers of all visitors, newest first. */
  listAnswers(count: number): Promise<AnswerRecord[]>;
  /** Runs of other processes whose lease is over end as `interrupted` with their last checkpoint. @returns how many */
  endOrphanedRuns(now: number): Promise<number>;

  /** Counts what leaves no row of its own. @returns false, and counts nothing, where one of the limits is reached */
  spend(spending: DailySpending): Promise<boolean>;
  /** What was used up on days before this one (`YYYY-MM-DD`) is no longer needed. */
  forgetUseBefore(day: string): Promise<void>;

  close(): Promise<void>;
}
