/** The runs this process knows: those being answered, and for a while those that just ended, for readers coming back. */
import type { AnswerRun } from './answer-run.ts';

/** A phone that was in a tunnel comes back within this time and reads on without a gap; later it gets a replay. */
export const ENDED_RUN_KEPT_MS = 5 * 60 * 1000;

/** Ended runs kept at most; beyond, the oldest go early. At 20 kB each some 20 MB. */
export const MAX_ENDED_RUNS = 1_000;

export class RunRegistry {
  readonly #active = new Map<string, AnswerRun>();
  readonly #ended = new Map<string, { run: AnswerRun; until: number }>();
  readonly #perVisitor = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  get activeCount(): number {
    return this.#active.size;
  }

  /** Takes one of a visitor's places before the question is accepted. @returns false when all are taken */
  reserve(visitorId: string, limit: number): boolean {
    const taken = this.#perVisitor.get(visitorId) ?? 0;
    if (taken >= limit) return false;
    this.#perVisitor.set(visitorId, taken + 1);
    return true;
  }

  release(visitorId: string): void {
    const left = (this.#perVisitor.get(visitorId) ?? 1) - 1;
    if (left > 0) this.#perVisitor.set(visitorId, left);
    else this.#perVisitor.delete(visitorId);
  }

  add(run: AnswerRun): void {
    this.#active.set(run.stored.id, run);
  }

  ended(run: AnswerRun): void {
    this.#active.delete(run.stored.id);
    const now = this.#now();
    this.#ended.set(run.stored.id, { run, until: now + ENDED_RUN_KEPT_MS });
    // A map keeps the order of insertion, so the first are the oldest.
    for (const [id, entry] of this.#ended) {
      if (entry.until > now && this.#ended.size <= MAX_ENDED_RUNS) break;
      this.#ended.delete(id);
    }
  }

  /** A run of this visitor's, being answered or just ended. */
  find(runId: string, visitorId: string): AnswerRun | undefined {
    const run = this.#active.get(runId) ?? this.#ended.get(runId)?.run;
    return run?.stored.visitorId === visitorId ? run : undefined;
  }

  forget(runId: string): void {
    this.#active.get(runId)?.stop();
    this.#ended.delete(runId);
  }

  active(): AnswerRun[] {
    return [...this.#active.values()];
  }
}
