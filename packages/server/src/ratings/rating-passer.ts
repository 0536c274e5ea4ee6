/**
 * Visitors' ratings on their way to Open WebUI's evaluations, where a site wants it. They are kept here first; what cannot be
 * passed on now is tried again, a few times, and no visitor notices.
 */
import type { OpenWebUiClient } from '@guichet/openwebui/client';
import type { UpstreamGate } from '../answer/upstream-gate.ts';
import type { Logger } from '../observe/logger.ts';
import type { SiteContext } from '../sites/site-context.ts';
import type { DueRating } from '../storage/passed-ratings.ts';
import type { Storage } from '../storage/storage.ts';

/** Between two looks for what is due. */
const SWEEP_EVERY_MS = 60_000;

/** How long after each failure it is tried again. After the last, the rating stays here alone, and the log says so. */
const RETRY_AFTER_MS = [60_000, 5 * 60_000, 30 * 60_000, 2 * 60 * 60_000, 12 * 60 * 60_000];

/** A process that claimed a rating and died leaves it to others after so long. More than a request to Open WebUI takes. */
const CLAIM_MS = 2 * 60_000;

/** Passed on at one look. The others wait for the next. */
const AT_ONE_LOOK = 20;

export interface RatingPasserParts {
  storage: Pick<
    Storage,
    'noteRatingToPass' | 'noteRatingWithdrawn' | 'claimDueRatings' | 'ratingWasPassed' | 'retryRating'
  >;
  upstream: Pick<UpstreamGate, 'model'>;
  client: Pick<OpenWebUiClient, 'passRating' | 'withdrawRating'>;
  /** The practice server has no evaluations that anybody reads. */
  practice: () => boolean;
  logger: Pick<Logger, 'error' | 'warn'>;
  now: () => number;
}

export class RatingPasser {
  readonly #parts: RatingPasserParts;
  #isStopped = false;
  #sweeping: NodeJS.Timeout | undefined;
  /** One look at a time, so that a rating and its change arrive in order. */
  #looking: Promise<void> = Promise.resolve();

  constructor(parts: RatingPasserParts) {
    this.#parts = parts;
  }

  /** An answer was rated, and that is kept. Never fails. */
  async rated(messageId: string, site: SiteContext): Promise<void> {
    const { storage, upstream, practice, now } = this.#parts;
    if (!site.shareRatings || practice()) return;
    await this.#quietly(async () => {
      const model = (await upstream.model(site))?.id ?? site.model ?? '';
      await storage.noteRatingToPass({ messageId, model, now: now() });
    });
    void this.look();
  }

  /** Its rating was withdrawn: whatever the site wants now, what was passed on goes as well. Never fails. */
  async withdrawn(messageId: string): Promise<void> {
    const { storage, now } = this.#parts;
    await this.#quietly(() => storage.noteRatingWithdrawn(messageId, now()));
    void this.look();
  }

  start(): void {
    void this.look();
    this.#sweeping = setInterval(() => void this.look(), SWEEP_EVERY_MS).unref();
  }

  /** What is on its way is tried again by the next process. */
  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#sweeping);
  }

  /** What is due, now. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#quietly(() => this.#passDue()));
    return this.#looking;
  }

  async #passDue(): Promise<void> {
    const { storage, practice, now } = this.#parts;
    if (practice() || this.#isStopped) return;
    const due = await storage.claimDueRatings(now(), now() + CLAIM_MS, AT_ONE_LOOK);
    for (const rating of due) if (!this.#isStopped) await this.#pass(rating);
  }

  async #pass(due: DueRating): Promise<void> {
    const { storage, client, logger, now } = this.#parts;
    const { messageId, model, upstreamId, feedback, attempts } = due;
    if (!feedback && upstreamId === undefined) {
      await storage.ratingWasPassed(due, undefined);
      return;
    }
    const result = feedback
      ? await client.passRating({ ...feedback, model, messageId }, upstreamId)
      : await client.withdrawRating(upstreamId ?? '');
    if (result.ok) {
      await storage.ratingWasPassed(due, feedback ? result.value : undefined);
      return;
    }
    const wait = RETRY_AFTER_MS[attempts];
    await storage.retryRating(due, wait === undefined ? undefined : now() + wait);
    const entry = { message: messageId, cause: result.failure.cause, attempts: attempts + 1 };
    if (wait === undefined) logger.error(entry, 'Guichet gave up passing a rating on to Open WebUI. It is kept here.');
    else logger.warn(entry, 'Guichet could not pass a rating on to Open WebUI, and will try again.');
  }

  async #quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      // The database is closed under what is on its way.
      if (this.#isStopped) return;
      this.#parts.logger.error({ err: error }, 'Guichet could not note which ratings Open WebUI has.');
    }
  }
}
