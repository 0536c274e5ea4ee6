/** The desk where questions are handed in: accepted once, answered once, found again by whoever asked. */

import { hash } from 'node:crypto';
import type { Cause } from '@guichet/contract/cause';
import type { ChatEvent } from '@guichet/contract/chat-event';
import type { PageContext } from '@guichet/contract/clean-page-context';
import type { ErrorCode } from '@guichet/contract/error-catalogue';
import type { EventId } from '@guichet/contract/event-id';
import type { Problem } from '@guichet/contract/problem';
import { VISITOR_TEXTS, type VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import type { AnswerFile, UpstreamFailure } from '@guichet/openwebui/client';
import type { CredentialWatch } from '../credential/credential-watch.ts';
import type { QuestionFiles } from '../files/question-files.ts';
import { kindsTaken } from '../files/site-files.ts';
import type { Network } from '../limits/client-address.ts';
import type { SharedPlaces } from '../limits/shared-places.ts';
import { budgetDay, messageLimitsOfDay, secondsUntilTomorrow, type VisitorLimits } from '../limits/visitor-limits.ts';
import { newId, newReference } from '../new-id.ts';
import type { Logger } from '../observe/logger.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { SharedRedis } from '../redis/open-redis.ts';
import type { SiteContext } from '../sites/site-context.ts';
import { steadyNow } from '../steady-clock.ts';
import type { AcceptResult, ClaimedRun, Storage, StoredAttachment, StoredRun } from '../storage/storage.ts';
import { isStorageFailure } from '../storage/storage-failure.ts';
import { toShownActivity } from '../text/shown-activity.ts';
import { toShownAttachment } from '../text/shown-attachment.ts';
import { AnswerQueue, type QueuedAnswer } from './answer-queue.ts';
import { AnswerRun } from './answer-run.ts';
import { Checkpointer } from './checkpointer.ts';
import { conversationTurns, MAX_CONTEXT_TURNS } from './conversation-turns.ts';
import { Heartbeat } from './heartbeat.ts';
import type { LiveRun } from './live-run.ts';
import { withPageContext } from './quoted-page-context.ts';
import { ReaderCount } from './reader-count.ts';
import { RunEnds, TAKEN_OVER } from './run-ends.ts';
import { RunRegistry } from './run-registry.ts';
import { takeOverRun } from './run-takeover.ts';
import { SharedRuns } from './shared-runs.ts';
import { type ReplayWords, replayStoredRun } from './stored-run-replay.ts';
import { TurnClock } from './turn-clock.ts';
import type { UpstreamGate } from './upstream-gate.ts';
import { whenStorageIsBack } from './when-storage-is-back.ts';

export interface Question {
  /** As it counts at this moment: what is changed meanwhile counts from the next question on. */
  site: SiteContext;
  visitorId: string;
  conversationId: string;
  text: string;
  /** Ids of files that were uploaded for it. */
  attachments?: readonly string[] | undefined;
  /** What the page said of itself, cleaned. */
  pageContext?: PageContext | undefined;
  /** The id of the last question, in whose place this one is asked. */
  replaces?: string | undefined;
  idempotencyKey: string;
  /** Where it comes from, the narrowest network first. */
  networks: readonly [Network, ...Network[]];
  locale: VisitorLocale;
  /** What its visitor has read already, where it is asked again. */
  after?: EventId | undefined;
}

/** A run to read from, live or stored, or why there is none. */
export type AskResult = { ok: true; run: FoundRun } | { ok: false; code: ErrorCode; retryAfter?: number };

export type FoundRun = { kind: 'live'; run: LiveRun } | { kind: 'stored'; run: StoredRun };

export interface AnsweringParts {
  /** Places for answers that all replicas count together. */
  sharedPlaces?: SharedPlaces | undefined;
  storage: Storage;
  upstream: UpstreamGate;
  files: Pick<QuestionFiles, 'prepare' | 'release'>;
  limits: VisitorLimits;
  logger: Logger;
  metrics: Metrics;
  problem: (code: ErrorCode, locale: VisitorLocale, options: { ref?: string; retryAfter?: number }) => Problem;
  /** Whether visitors of a site get excerpts of the documents its answers are based on. */
  showsExcerpts: (site: string) => boolean;
  /** Learns from each answer whether the credential still works. */
  credentialWatch: Pick<CredentialWatch, 'answered' | 'failed'>;
  /** Remembers what a visitor is told, by its reference. */
  onVisitorError: (error: { ref: string; code: ErrorCode; cause?: Cause | 'unknown' }) => void;
  /** The site as it is now, paused or not. */
  siteOf?: (id: string) => SiteContext | undefined;
  /** What is shared with other replicas; absent where there can be none. */
  redis?: SharedRedis | undefined;
  now?: () => number;
  /** For what waits and expires. */
  steady?: () => number;
}

/** How often a replica that is leaving sends on the readers that come back to it. */
const DISMISS_EVERY_MS = 2_000;

/** Made once: without a reason, each abort makes an error with a stack. */
const NOBODY_WAITS = new DOMException('The answer has ended.', 'AbortError');

/** An answer takes some seconds. */
const NO_PLACE_RETRY_SECONDS = 5;

export class Answering {
  readonly registry: RunRegistry;
  readonly queue: AnswerQueue;
  readonly readers = new ReaderCount();
  readonly heartbeat = new Heartbeat();
  readonly #parts: AnsweringParts;
  readonly #clock = new TurnClock();
  readonly #checkpointer: Checkpointer;
  readonly #now: () => number;
  readonly #steady: () => number;
  readonly #ends: RunEnds;
  /** Undefined where there can be no other replica. */
  readonly #shared: SharedRuns | undefined;
  #closing = false;

  constructor(parts: AnsweringParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
    this.#steady = parts.steady ?? parts.now ?? steadyNow;
    this.registry = new RunRegistry(this.#steady, parts.sharedPlaces);
    this.#ends = new RunEnds(parts.storage, parts.logger);
    this.#shared = parts.redis && this.#shareRuns(parts.redis);
    this.queue = new AnswerQueue(() => parts.limits.settings.runningAnswers);
    this.#checkpointer = new Checkpointer(parts.storage, (error) => {
      parts.logger.error({ err: error }, 'Guichet could not save an answer in progress. The answer continues.');
    });
  }

  /** Whether an answer is being written here, or its end is still to be stored. */
  get hasRuns(): boolean {
    return this.registry.reservedCount > 0 || this.#ends.waitingCount > 0;
  }

  get closing(): boolean {
    return this.#closing;
  }

  async ask(question: Question): Promise<AskResult> {
    const { storage, limits, metrics } = this.#parts;
    const bodyHash = hash('sha256', hashedBody(question), 'base64url');
    // A repeated request is answered before any limit counts it: the visitor asked once.
    const earlier = await storage.findRunByKey(question.conversationId, question.visitorId, question.idempotencyKey);
    if (earlier) {
      if (earlier.bodyHash !== bodyHash) return { ok: false, code: 'idempotency-key-reused' };
      return { ok: true, run: await this.#liveOrStored(earlier.run, question.after) };
    }
    if (this.#closing) return { ok: false, code: 'shutting-down', retryAfter: 5 };
    const verdict = await limits.message(question.visitorId);
    if (!verdict.ok) return { ok: false, code: 'too-many-messages', retryAfter: verdict.retryAfter };
    const noPlace = await this.registry.reserve(question, question.site.limits);
    if (noPlace !== undefined) return { ok: false, code: noPlace, retryAfter: NO_PLACE_RETRY_SECONDS };
    let accepted: AcceptResult;
    try {
      accepted = await this.#accept(question, bodyHash);
    } catch (error) {
      this.registry.release(question);
      throw error;
    }
    if (accepted.kind !== 'accepted') this.registry.release(question);
    switch (accepted.kind) {
      case 'accepted': {
        this.forget(accepted.replacedRunIds);
        metrics.questions.inc({ site: accepted.run.site });
        return { ok: true, run: { kind: 'live', run: this.#begin(accepted.run, question) } };
      }
      case 'repeated':
        return { ok: true, run: await this.#liveOrStored(accepted.run, question.after) };
      case 'key-reused':
        return { ok: false, code: 'idempotency-key-reused' };
      case 'conversation-unknown':
      case 'question-unknown':
        return { ok: false, code: 'not-found' };
      case 'file-unknown':
      case 'too-many-files':
        return { ok: false, code: accepted.kind };
      case 'limit-reached':
        return {
          ok: false,
          code: accepted.limit.kind === 'visitor' ? 'daily-limit-reached' : 'address-limit-reached',
          retryAfter: secondsUntilTomorrow(this.#now()),
        };
      default:
        return accepted satisfies never;
    }
  }

  /** A run of this visitor's, wherever it is now. */
  async find(runId: string, visitorId: string, after?: EventId): Promise<FoundRun | undefined> {
    const live = this.registry.find(runId, visitorId);
    if (live) return { kind: 'live', run: live };
    const stored = await this.#parts.storage.readRun(runId, visitorId);
    return stored && this.#liveOrStored(stored, after);
  }

  /** A visitor has had enough of this run, whichever process writes it. */
  async stop(found: FoundRun): Promise<void> {
    if (found.kind === 'live') found.run.stop();
    else if (found.run.status === 'streaming') await this.#parts.storage.askToStop(found.run.id);
  }

  /** The answers that are written here, for their leases. */
  written(): { id: string; stop: () => void; lose: () => void }[] {
    return this.registry.active().map((run) => ({
      id: run.stored.id,
      stop: () => run.stop(),
      lose: () => {
        if (run.isEnding) return;
        this.#parts.logger.error(
          { event: 'run-lost', run: run.stored.id, what: 'taken-over', characters: run.text.length },
          TAKEN_OVER,
        );
        run.lose();
      },
    }));
  }

  /** Called when another replica has left runs for whoever takes them. */
  onHandedOver: () => void = () => undefined;

  /** Goes on with an answer whose process died, or ends it with what there is of it. */
  async takeOver(claimed: ClaimedRun): Promise<void> {
    await takeOverRun(claimed, {
      logs: this.#shared?.logs,
      storeEnd: (end) => this.#ends.store(end),
      askAnew: (run, text, locale) => this.#askAnew(run, text, locale),
      replay: (run) => this.#replay(run),
      logger: this.#parts.logger,
      now: this.#now,
    });
  }

  #askAnew(run: StoredRun, text: string, locale: VisitorLocale): boolean {
    const site = this.#parts.siteOf?.(run.site);
    if (!site || this.#closing) return false;
    const { visitorId, conversationId } = run;
    // Where it was asked from was not kept: it counts for its visitor alone.
    const networks: Question['networks'] = [{ key: `taken-over ${visitorId}`, times: 1 }];
    const question = { site, visitorId, conversationId, text, idempotencyKey: '', networks, locale };
    this.registry.take(question);
    this.#begin(run, question);
    return true;
  }

  /** Deleted: stopped if need be, wherever it is written, and never found again. */
  forget(runIds: readonly string[]): void {
    for (const runId of runIds) this.registry.forget(runId);
    this.#shared?.forget(runIds);
  }

  /**
   * Waits until answers under way have ended, at most until the time is up. Where there are other replicas, readers are
   * sent there at once and read on, what nobody has seen a word of goes to them, and only the rest ends as interrupted.
   */
  async close(graceMs: number): Promise<void> {
    this.#closing = true;
    const shared = this.#shared && (await this.#shared.areThere()) ? this.#shared : undefined;
    // What waits in line was never asked: another replica may have a place for it now.
    if (shared) await this.#handOver(shared, ({ isBegun }) => !isBegun);
    const dismissing = shared && setInterval(() => this.#dismissReaders(shared), DISMISS_EVERY_MS);
    const deadline = setTimeout(async () => {
      if (shared) await this.#handOver(shared, () => true);
      for (const run of this.registry.active()) run.interrupt();
    }, graceMs);
    if (shared) this.#dismissReaders(shared);
    // A question that was just being accepted has a place reserved and becomes active in a moment.
    while (this.registry.reservedCount > 0) {
      await Promise.all(this.registry.active().map((run) => run.ended));
      await new Promise((resolve) => setImmediate(resolve));
    }
    clearTimeout(deadline);
    clearInterval(dismissing);
    await this.#ends.close();
    this.#clock.stop();
    await this.#checkpointer.stop();
  }

  #dismissReaders(shared: SharedRuns): void {
    for (const run of this.registry.active()) run.dismissReaders();
    shared.mirrors.dismissReaders();
  }

  /** Leaves answers to the other replicas that nobody has seen a word of and for which no tool can have run. */
  async #handOver(shared: SharedRuns, which: (run: AnswerRun) => boolean): Promise<void> {
    const left = this.registry.active().filter((run) => which(run) && run.handOver());
    if (left.length === 0) return;
    try {
      await Promise.all(left.map((run) => run.settled()));
      await this.#parts.storage.handOver(left.map(({ stored }) => stored.id));
      await shared.handedOver();
    } catch (error) {
      // Their leases end by themselves.
      this.#parts.logger.error({ err: error }, 'Guichet could not hand over answers. Another replica finds them.');
    }
  }

  #accept(question: Question, bodyHash: string): Promise<AcceptResult> {
    const { limits } = question.site;
    const createdAt = this.#now();
    return this.#parts.storage.acceptQuestion({
      conversationId: question.conversationId,
      visitorId: question.visitorId,
      text: question.text,
      ...(question.replaces !== undefined && { replaces: question.replaces }),
      ...(question.attachments && { attachments: question.attachments }),
      ...(question.pageContext && { pageContext: question.pageContext }),
      idempotencyKey: question.idempotencyKey,
      bodyHash,
      runId: newId('run'),
      userMessageId: newId('msg'),
      messageId: newId('msg'),
      createdAt,
      locale: question.locale,
      hasSharedLog: this.#shared?.isReachable ?? false,
      day: budgetDay(createdAt),
      limits: messageLimitsOfDay(question.visitorId, question.networks, limits),
    });
  }

  #begin(stored: StoredRun, question: Question): AnswerRun {
    const { logger, metrics, problem, showsExcerpts, credentialWatch, onVisitorError } = this.#parts;
    const begunAt = this.#steady();
    let failed: UpstreamFailure | undefined;
    const run = new AnswerRun(stored, {
      clock: this.#clock,
      checkpointer: this.#checkpointer,
      storeEnd: (end) => this.#ends.store(end),
      problem(code, ref, retryAfter) {
        // What the visitor is told may be another thing than what failed upstream: that it could not be stored.
        const cause = code === 'storage-unavailable' ? 'store-unreachable' : failed?.cause;
        onVisitorError({ ref, code, ...(cause !== undefined && { cause }) });
        return problem(code, question.locale, retryAfter === undefined ? { ref } : { ref, retryAfter });
      },
      newReference,
      showActivity: (activity) =>
        toShownActivity(activity, question.locale, { showArguments: question.site.showToolArguments }),
      showAttachment: (attachment) => toShownAttachment(attachment, question.locale, question.site.id),
      storeFile: (file, { id }) => this.#storeFile(file, id),
      onFailure: (failure, ref, { id }) => {
        failed = failure;
        credentialWatch.failed(failure);
        metrics.upstreamFailures.inc({ cause: failure.cause, code: failure.code });
        logger.warn({ ref, run: id, failure }, 'Open WebUI did not complete an answer.');
      },
      onFirstText: () => metrics.firstTextSeconds.observe((this.#steady() - begunAt) / 1000),
      excerpts: () => showsExcerpts(stored.site),
      share: this.#shared?.share(stored),
      onEnded: (ended, status) => {
        if (status === 'complete') credentialWatch.answered(begunAt);
        if (status) metrics.runsEnded.inc({ status });
        this.queue.leave(queued);
        this.registry.release(question);
        this.registry.ended(ended);
      },
      now: this.#now,
    });
    const { locale } = question;
    let waited = false;
    const queued: QueuedAnswer = {
      network: question.networks[0].key,
      begin: () => {
        if (waited) run.tellStatus({ kind: 'queue', label: VISITOR_TEXTS[locale].queue.begun, done: true });
        void this.#answer(run, question);
      },
      wait(before) {
        waited = true;
        run.tellStatus({ kind: 'queue', label: VISITOR_TEXTS[locale].queue.before(before), done: false });
      },
    };
    this.registry.add(run);
    this.queue.enter(queued);
    return run;
  }

  async #answer(run: AnswerRun, { text, site, locale }: Question): Promise<void> {
    const { storage, upstream, files, logger } = this.#parts;
    const ended = new AbortController();
    void run.ended.then(() => ended.abort(NOBODY_WAITS));
    try {
      const { id, userMessageId: questionId } = run.stored;
      const isWanted = () => !run.isEnding;
      const [earlier, context, chosen] = await Promise.all([
        whenStorageIsBack(() => storage.readTurnsBefore(id, MAX_CONTEXT_TURNS), isWanted),
        // As it was stored: that of a question which this one replaces, or which another process took.
        site.pageContext ? whenStorageIsBack(() => storage.readPageContext(questionId), isWanted) : undefined,
        upstream.answerSettings(site),
      ]);
      if (!chosen.ok) return run.onEnd({ kind: 'failed', failure: chosen.failure });
      const { readingFiles } = VISITOR_TEXTS[locale];
      const prepared = await files.prepare(
        {
          ...{ id, questionId, signal: ended.signal },
          onReading: (done) => run.tellStatus({ kind: 'files', label: readingFiles[done ? 'done' : 'running'], done }),
        },
        kindsTaken(site, chosen.settings.equipment),
      );
      if (!prepared.ok) return run.onEnd({ kind: 'failed', failure: prepared.failure });
      const { pictures, documentIds } = prepared;
      void run.ended.then(() => files.release(documentIds));
      if (chosen.settings.tools !== 'off') await run.willAct();
      const request = {
        settings: chosen.settings,
        turns: conversationTurns(earlier, context ? withPageContext(text, context) : text, pictures),
        ...(documentIds.length > 0 && { documentIds }),
      };
      run.start((handler) => upstream.client.answer(request, handler));
    } catch (error) {
      logger.error({ err: error, run: run.stored.id }, 'Guichet could not start an answer.');
      run.onEnd({ kind: 'failed', failure: ownFailure(error) });
    }
  }

  async #storeFile(
    { contentType, bytes, description }: AnswerFile,
    runId: string,
  ): Promise<StoredAttachment | undefined> {
    const id = newId('fil');
    const { storage, logger } = this.#parts;
    try {
      const kept = await storage.addFile({ id, runId, contentType, bytes, createdAt: this.#now() });
      return kept ? { id, contentType, ...(description !== undefined && { description }) } : undefined;
    } catch (error) {
      logger.error({ err: error, run: runId }, 'Guichet could not store a picture of an answer. The answer continues.');
      return undefined;
    }
  }

  async #liveOrStored(stored: StoredRun, after: EventId | undefined): Promise<FoundRun> {
    const live = this.registry.find(stored.id, stored.visitorId) ?? (await this.#shared?.read(stored, after));
    return live ? { kind: 'live', run: live } : { kind: 'stored', run: stored };
  }

  #shareRuns(redis: SharedRedis): SharedRuns {
    const { storage, logger } = this.#parts;
    return new SharedRuns({
      redis,
      storage,
      replay: (run) => this.#replay(run),
      onStop: (runId) => this.registry.activeOf(runId)?.stop(),
      onForget: (runId) => this.registry.forget(runId),
      onHandedOver: () => this.onHandedOver(),
      onRegained: () => {
        for (const run of this.registry.active()) run.catchUp();
      },
      onFailure: (error) => logger.error({ err: error }, 'Guichet could not tell the other replicas of an answer.'),
      steady: this.#steady,
    });
  }

  /** In the language it was asked in: many may read it. */
  #replay(run: StoredRun): ChatEvent[] {
    const { problem, showsExcerpts, siteOf } = this.#parts;
    const { locale = 'en' } = run;
    const showArguments = siteOf?.(run.site)?.showToolArguments ?? false;
    const words: ReplayWords = {
      problem: (code, ref) => problem(code, locale, { ref }),
      showActivity: (activity) => toShownActivity(activity, locale, { showArguments }),
      showAttachment: (attachment) => toShownAttachment(attachment, locale, run.site),
      excerpts: showsExcerpts(run.site),
    };
    return replayStoredRun(run, words);
  }
}

/** A question without anything besides its text is hashed as earlier versions did: one of theirs may come again. */
function hashedBody({ text, replaces, attachments = [], pageContext }: Question): string {
  if (pageContext) return JSON.stringify([text, replaces ?? null, attachments, pageContext]);
  if (attachments.length > 0) return JSON.stringify([text, replaces ?? null, attachments]);
  return replaces === undefined ? text : JSON.stringify([text, replaces]);
}

function ownFailure(error: unknown): UpstreamFailure {
  return {
    code: isStorageFailure(error) ? 'storage-unavailable' : 'internal',
    cause: 'unknown',
    confidence: 'certain',
    phase: 'connect',
  };
}
