/** The runs this process knows: those being answered, and for a while those that just ended, for readers coming back. */
import type { ErrorCode } from '@guichet/contract/error-catalogue';
import type { Network } from '../limits/client-address.ts';
import { type Limit, limitKey, networkLimits, visitorLimit } from '../limits/limit.ts';
import type { Place, SharedPlaces } from '../limits/shared-places.ts';
import type { LimitSettings } from '../limits/visitor-limits.ts';
import { steadyNow } from '../steady-clock.ts';
import type { AnswerRun } from './answer-run.ts';

/** A phone that was in a tunnel comes back within this time and reads on without a gap; later it gets a replay. */
export const ENDED_RUN_KEPT_MS = 5 * 60 * 1000;

/** Ended runs kept at most; beyond, the oldest go early. At 20 kB each some 20 MB. */
export const MAX_ENDED_RUNS = 1_000;

/** Who takes a place. */
export interface Asking {
  visitorId: string;
  networks: readonly Network[];
}

export class RunRegistry {
  readonly #active = new Map<string, AnswerRun>();
  readonly #ended = new Map<string, { run: AnswerRun; until: number }>();
  /** Deleted while they were being answered. */
  readonly #forgotten = new Set<string>();
  /** Places taken, by what they are counted for. */
  readonly #taken = new Map<string, number>();
  #reserved = 0;
  readonly #now: () => number;
  readonly #sharedPlaces: SharedPlaces | undefined;
  /** The same places as all replicas count them. */
  readonly #shared = new WeakMap<Asking, Place>();

  constructor(now: () => number = steadyNow, sharedPlaces?: SharedPlaces) {
    this.#now = now;
    this.#sharedPlaces = sharedPlaces;
  }

  get activeCount(): number {
    return this.#active.size;
  }

  /** Places taken, by runs being answered or waiting and by questions being accepted. */
  get reservedCount(): number {
    return this.#reserved;
  }

  /** Takes a place before the question is accepted. @returns why there is none */
  async reserve(
    asking: Asking,
    limits: Pick<LimitSettings, 'visitorRunsAtATime' | 'addressRunsAtATime' | 'runningAnswers' | 'waitingAnswers'>,
  ): Promise<ErrorCode | undefined> {
    const all = placeLimits(asking, limits);
    const reached = all.find((limit) => this.#count(limit) >= limit.limit);
    if (reached) return codeOfReached(reached);
    if (this.#reserved >= limits.runningAnswers + limits.waitingAnswers) return 'server-busy';
    // Counted here before anybody else is asked, so that two at once cannot both be the last.
    this.#reserved++;
    for (const limit of all) this.#taken.set(limitKey(limit), this.#count(limit) + 1);
    const verdict = await this.#sharedPlaces?.take(all);
    if (verdict?.ok) this.#shared.set(asking, verdict.place);
    if (verdict?.ok !== false) return undefined;
    this.release(asking);
    return codeOfReached(verdict.reached);
  }

  /** Takes a place for a question that was accepted already, whatever there is. */
  take(asking: Asking): void {
    this.#reserved++;
    for (const limit of placeLimits(asking, { visitorRunsAtATime: 0, addressRunsAtATime: 0 })) {
      this.#taken.set(limitKey(limit), this.#count(limit) + 1);
    }
  }

  /** @param asking the very one that took it */
  release(asking: Asking): void {
    const shared = this.#shared.get(asking);
    if (shared) void this.#sharedPlaces?.giveBack(shared);
    this.#reserved--;
    for (const limit of placeLimits(asking, { visitorRunsAtATime: 0, addressRunsAtATime: 0 })) {
      const left = this.#count(limit) - 1;
      if (left > 0) this.#taken.set(limitKey(limit), left);
      else this.#taken.delete(limitKey(limit));
    }
  }

  #count(limit: Limit): number {
    return this.#taken.get(limitKey(limit)) ?? 0;
  }

  add(run: AnswerRun): void {
    this.#active.set(run.stored.id, run);
  }

  ended(run: AnswerRun): void {
    this.#active.delete(run.stored.id);
    // What another process has is not found here again.
    if (this.#forgotten.delete(run.stored.id) || run.isLost) return;
    this.#ended.set(run.stored.id, { run, until: this.#now() + ENDED_RUN_KEPT_MS });
    this.#dropOld();
  }

  /** A run of this visitor's, being answered or just ended. */
  find(runId: string, visitorId: string): AnswerRun | undefined {
    this.#dropOld();
    if (this.#forgotten.has(runId)) return undefined;
    const run = this.#active.get(runId) ?? this.#ended.get(runId)?.run;
    return run?.stored.visitorId === visitorId && !run.isLost ? run : undefined;
  }

  /** The run was deleted: it is stopped if need be, and never found again. */
  forget(runId: string): void {
    this.#ended.delete(runId);
    const active = this.#active.get(runId);
    if (!active) return;
    this.#forgotten.add(runId);
    active.stop();
  }

  /** A map keeps the order of insertion, so the first are the oldest. */
  #dropOld(): void {
    for (const [id, { until }] of this.#ended) {
      if (until > this.#now() && this.#ended.size <= MAX_ENDED_RUNS) break;
      this.#ended.delete(id);
    }
  }

  /** One that is being answered here, whosever it is. */
  activeOf(runId: string): AnswerRun | undefined {
    return this.#active.get(runId);
  }

  active(): AnswerRun[] {
    return [...this.#active.values()];
  }
}

function codeOfReached(limit: Limit): ErrorCode {
  return limit.kind === 'visitor' ? 'too-many-runs' : 'network-busy';
}

/** The visitor's own first: with its own places taken, a visitor is told that. */
function placeLimits(
  { visitorId, networks }: Asking,
  { visitorRunsAtATime, addressRunsAtATime }: Pick<LimitSettings, 'visitorRunsAtATime' | 'addressRunsAtATime'>,
): Limit[] {
  return [
    visitorLimit(visitorId, { unit: 'answers', window: 'at-a-time', limit: visitorRunsAtATime }),
    ...networkLimits(networks, { unit: 'answers', window: 'at-a-time', limit: addressRunsAtATime }),
  ];
}
