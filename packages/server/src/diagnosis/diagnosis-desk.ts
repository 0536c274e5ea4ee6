/** Where diagnoses are asked for: the same wish is one run, however often it is clicked. */
import type { CheckId, DoctorInput, DoctorRun } from '@guichet/doctor';
import { DiagnosisRun, type RunDoctor } from './diagnosis-run.ts';

export type DiagnosedBy = 'operator' | 'watch';

export interface LastDiagnosis {
  run: DoctorRun;
  by: DiagnosedBy;
}

export interface DiagnosisDeskParts {
  run?: RunDoctor;
  onFailure: (error: unknown) => void;
}

/**
 * Different wishes that run at the same time. Each may ask the model, so this bounds what a hurried operator costs;
 * beyond: 503 `diagnosis-busy`.
 */
export const MAX_DIAGNOSES_AT_A_TIME = 3;

export class DiagnosisDesk {
  readonly #parts: DiagnosisDeskParts;
  readonly #underWay = new Map<string, DiagnosisRun>();
  readonly #listeners = new Set<(last: LastDiagnosis) => void>();
  readonly #closing = new AbortController();
  #last: LastDiagnosis | undefined;

  constructor(parts: DiagnosisDeskParts) {
    this.#parts = parts;
  }

  /** The last whole run. */
  get last(): LastDiagnosis | undefined {
    return this.#last;
  }

  /**
   * The last whole run of another replica, if it is the later one. Nobody is told: that replica has told of it.
   * @param news it was made just now; the replicas' clocks, by which runs are dated, may differ
   */
  learn(last: LastDiagnosis, { news = false } = {}): void {
    if (news || !this.#last || this.#last.run.startedMs < last.run.startedMs) this.#last = last;
  }

  /** Told of each whole run here. */
  onWhole(listener: (last: LastDiagnosis) => void): void {
    this.#listeners.add(listener);
  }

  /** @returns the run that answers this wish, begun now or under way; undefined when too many are under way */
  begin(input: DoctorInput, wish: { only?: CheckId | undefined; by: DiagnosedBy }): DiagnosisRun | undefined {
    const key = keyOf(input, wish);
    const same = this.#underWay.get(key);
    if (same) return same;
    if (this.#underWay.size >= MAX_DIAGNOSES_AT_A_TIME) return undefined;
    const run = new DiagnosisRun({ ...this.#parts, input, only: wish.only, signal: this.#closing.signal });
    this.#underWay.set(key, run);
    void run.ended.then((result) => {
      this.#underWay.delete(key);
      if (result && wish.only === undefined && !this.#closing.signal.aborted) this.#keep({ run: result, by: wish.by });
    });
    return run;
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([...this.#underWay.values()].map((run) => run.ended));
  }

  #keep(last: LastDiagnosis): void {
    this.#last = last;
    for (const listener of this.#listeners) listener(last);
  }
}

/** Settings that were changed meanwhile make it another wish; when the ticks came in some browser does not. */
function keyOf(input: DoctorInput, { only, by }: { only?: CheckId | undefined; by: DiagnosedBy }): string {
  return JSON.stringify([
    only,
    by,
    input.baseUrl,
    input.credential,
    input.model,
    input.publicUrl,
    input.allowedOrigins,
    input.refusedOrigins?.map(({ origin }) => origin),
    input.collections,
    input.tools,
    input.needs,
  ]);
}
