/** The desk where questions are handed in: accepted once, answered once, found again by whoever asked. */
import { createHash } from 'node:crypto';
import type { Cause } from '@guichet/contract/cause';
import type { ErrorCode } from '@guichet/contract/error-catalogue';
import type { Problem } from '@guichet/contract/problem';
import { VISITOR_TEXTS, type VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import type { AnswerFile, UpstreamFailure } from '@guichet/openwebui/client';
import type { CredentialWatch } from '../credential/credential-watch.ts';
import type { Network } from '../limits/client-address.ts';
import type { SharedPlaces } from '../limits/shared-places.ts';
import { budgetDay, messageLimitsOfDay, secondsUntilTomorrow, type VisitorLimits } from '../limits/visitor-limits.ts';
import { newId, newReference } from '../new-id.ts';
import type { Logger } from '../observe/logger.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { SiteContext } from '../sites/site-context.ts';
import { steadyNow } from '../steady-clock.ts';
import type {
  AcceptResult,
  ClaimedRun,
  EndResult,
  RunEnd,
  Storage,
  StoredAttachment,
  StoredRun,
} from '../storage/storage.ts';
import { toShownActivity } from '../text/shown-activity.ts';
import { toShownAttachment } from '../text/shown-attachment.ts';
import { AnswerQueue, type QueuedAnswer } from './answer-queue.ts';
import { AnswerRun } from './answer-run.ts';
import { Checkpointer } from './checkpointer.ts';
import { endOfClaimed } from './claimed-run-end.ts';
import { conversationTurns, MAX_CONTEXT_TURNS } from './conversation-turns.ts';
import { Heartbeat } from './heartbeat.ts';
import type { LiveRun } from './live-run.ts';
import { ReaderCount } from './reader-count.ts';
import { RunRegistry } from './run-registry.ts';
import { TurnClock } from './turn-clock.ts';
import type { UpstreamGate } from './upstream-gate.ts';

export interface Question {
  /** As it counts at this moment: what is changed meanwhile counts from the next question on. */
  site: SiteContext;
  visitorId: string;
  conversationId: string;
  text: string;
  idempotencyKey: string;
  /** Where it comes from, the narrowest network first. */
  networks: readonly [Network, ...Network[]];
  locale: VisitorLocale;
}

/** A run to read from, live or stored, or why there is none. */
export type AskResult = { ok: true; run: FoundRun } | { ok: false; code: ErrorCode; retryAfter?: number };

export type FoundRun = { kind: 'live'; run: LiveRun } | { kind: 'stored'; run: StoredRun };

export interface AnsweringParts {
  /** Places for answers that all replicas count together. */
  sharedPlaces?: SharedPlaces | undefined;
  storage: Storage;
  upstream: UpstreamGate;
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
  now?: () => number;
  /** For what waits and expires. */
  steady?: () => number;
}

/** The end of an answer is worth waiting for a disk that is busy: three tries, growing apart. */
const STORE_END_TRIES = 3;
const STORE_END_PAUSE_MS = 200;

/** After that it is tried again in the background, seldom enough for a disk that is full. */
const STORE_LATER_MS = 5_000;
const STORE_LATER_MOST_MS = 60_000;

/** An answer takes some seconds. */
const NO_PLACE_RETRY_SECONDS = 5;

const TAKEN_OVER = 'Another process took over this answer. Visitors see what is stored.';

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
  /** Ends that the storage has not taken yet. */
  readonly #unstored = new Set<RunEnd>();
  #storingLater: NodeJS.Timeout | undefined;
  #closing = false;

  constructor(parts: AnsweringParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
    this.#steady = parts.steady ?? parts.now ?? steadyNow;
    this.registry = new RunRegistry(this.#steady, parts.sharedPlaces);
    this.queue = new AnswerQueue(() => parts.limits.settings.runningAnswers);
    this.#checkpointer = new Checkpointer(parts.storage, (error) => {
      parts.logger.error({ err: error }, 'Guichet could not save an answer in progress. The answer continues.');
    });
  }

  /** Whether an answer is being written here, or its end is still to be stored. */
  get hasRuns(): boolean {
    return this.registry.reservedCount > 0 || this.#unstored.size > 0;
  }

  get closing(): boolean {
    return this.#closing;
  }

  async ask(question: Question): Promise<AskResult> {
    const { storage, limits, metrics } = this.#parts;
    const bodyHash = createHash('sha256').update(question.text).digest('base64url');
    // A repeated request is answered before any limit counts it: the visitor asked once.
    const earlier = await storage.findRunByKey(question.conversationId, question.visitorId, question.idempotencyKey);
    if (earlier) {
      if (earlier.bodyHash !== bodyHash) return { ok: false, code: 'idempotency-key-reused' };
      return { ok: true, run: this.#liveOrStored(earlier.run) };
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
        metrics.questions.inc({ site: accepted.run.site });
        return { ok: true, run: { kind: 'live', run: this.#begin(accepted.run, question) } };
      }
      case 'repeated':
        return { ok: true, run: this.#liveOrStored(accepted.run) };
      case 'key-reused':
        return { ok: false, code: 'idempotency-key-reused' };
      case 'conversation-unknown':
        return { ok: false, code: 'not-found' };
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
  async find(runId: string, visitorId: string): Promise<FoundRun | undefined> {
    const live = this.registry.find(runId, visitorId);
    if (live) return { kind: 'live', run: live };
    const stored = await this.#parts.storage.readRun(runId, visitorId);
    return stored && this.#liveOrStored(stored);
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

  /** Ends an answer whose process died, with what there is of it. */
  async takeOver(claimed: ClaimedRun): Promise<void> {
    await this.#storeEnd(endOfClaimed(claimed, this.#now()));
  }

  /** Waits until answers under way have ended, at most until the time is up; the rest end as interrupted. */
  async close(graceMs: number): Promise<void> {
    this.#closing = true;
    const deadline = setTimeout(() => {
      for (const run of this.registry.active()) run.interrupt();
    }, graceMs);
    // A question that was just being accepted has a place reserved and becomes active in a moment.
    while (this.registry.reservedCount > 0) {
      await Promise.all(this.registry.active().map((run) => run.ended));
      await new Promise((resolve) => setImmediate(resolve));
    }
    clearTimeout(deadline);
    clearTimeout(this.#storingLater);
    for (const end of [...this.#unstored]) await this.#tryToStore(end);
    this.#clock.stop();
    await this.#checkpointer.stop();
  }

  #accept(question: Question, bodyHash: string): Promise<AcceptResult> {
    const { limits } = question.site;
    const createdAt = this.#now();
    return this.#parts.storage.acceptQuestion({
      conversationId: question.conversationId,
      visitorId: question.visitorId,
      text: question.text,
      idempotencyKey: question.idempotencyKey,
      bodyHash,
      runId: newId('run'),
      userMessageId: newId('msg'),
      messageId: newId('msg'),
      createdAt,
      locale: question.locale,
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
      storeEnd: (end) => this.#storeEnd(end),
      problem(code, ref, retryAfter) {
        // What the visitor is told may be another thing than what failed upstream: that it could not be stored.
        const cause = code === 'storage-unavailable' ? 'store-unreachable' : failed?.cause;
        onVisitorError({ ref, code, ...(cause === undefined ? {} : { cause }) });
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
      onEnded: (ended, status) => {
        if (status === 'complete') credentialWatch.answered(begunAt);
        metrics.runsEnded.inc({ status });
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

  async #answer(run: AnswerRun, { text, site }: Question): Promise<void> {
    const { storage, upstream, logger } = this.#parts;
    try {
      const [earlier, chosen] = await Promise.all([
        storage.readTurnsBefore(run.stored.id, MAX_CONTEXT_TURNS),
        upstream.answerSettings(site),
      ]);
      if (!chosen.ok) return run.onEnd({ kind: 'failed', failure: chosen.failure });
      const request = { settings: chosen.settings, turns: conversationTurns(earlier, text) };
      run.start((handler) => upstream.client.answer(request, handler));
    } catch (error) {
      logger.error({ err: error, run: run.stored.id }, 'Guichet could not start an answer.');
      run.onEnd({ kind: 'failed', failure: ownFailure() });
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

  /** @returns `not-stored` when the storage would not take it for now; it is tried again until it does */
  async #storeEnd(end: RunEnd): Promise<EndResult | { kind: 'not-stored' }> {
    for (let attempt = 1; ; attempt++) {
      const result = await this.#tryToStore(end);
      if (result) return result;
      if (attempt === STORE_END_TRIES) {
        this.#unstored.add(end);
        this.#storeLater(STORE_LATER_MS);
        return { kind: 'not-stored' };
      }
      await new Promise((resolve) => setTimeout(resolve, STORE_END_PAUSE_MS * attempt));
    }
  }

  async #tryToStore(end: RunEnd): Promise<EndResult | undefined> {
    try {
      const result = await this.#parts.storage.endRun(end);
      this.#unstored.delete(end);
      const lost = result.kind === 'ended-already' ? result.run.text !== end.text : result.kind === 'taken-over';
      if (lost) {
        this.#parts.logger.error(
          { event: 'run-lost', run: end.runId, what: result.kind, characters: end.text.length },
          TAKEN_OVER,
        );
      }
      return result;
    } catch (error) {
      this.#parts.logger.error({ err: error, run: end.runId }, 'Guichet could not store the end of an answer.');
      return undefined;
    }
  }

  #storeLater(pauseMs: number): void {
    this.#storingLater ??= setTimeout(async () => {
      this.#storingLater = undefined;
      for (const end of [...this.#unstored]) await this.#tryToStore(end);
      if (this.#unstored.size > 0 && !this.#closing) this.#storeLater(Math.min(pauseMs * 2, STORE_LATER_MOST_MS));
    }, pauseMs).unref();
  }

  #liveOrStored(stored: StoredRun): FoundRun {
    const live = this.registry.find(stored.id, stored.visitorId);
    return live ? { kind: 'live', run: live } : { kind: 'stored', run: stored };
  }
}

function ownFailure(): UpstreamFailure {
  return { code: 'internal', cause: 'unknown', confidence: 'certain', phase: 'connect' };
}
