/** One diagnosis under way: what has been found so far is told again to whoever comes later. */
import {
  ALL_CHECKS,
  type CheckId,
  type CheckResult,
  type DoctorInput,
  type DoctorRun,
  type runDoctor,
} from '@guichet/doctor';
import { runCheckedDoctor } from './run-checked-doctor.ts';

export type DiagnosisEvent =
  /** `version`: of the Open WebUI that was found, where it is known by then. */
  | { kind: 'check'; result: CheckResult; version: string | undefined }
  | { kind: 'slow'; id: CheckId }
  | { kind: 'end'; run: DoctorRun }
  /** The doctor itself failed. */
  | { kind: 'failed' };

export type RunDoctor = typeof runDoctor;

export interface DiagnosisRunOptions {
  input: DoctorInput;
  only?: CheckId | undefined;
  run?: RunDoctor;
  signal?: AbortSignal;
  /** Told why the doctor itself failed. */
  onFailure: (error: unknown) => void;
}

export class DiagnosisRun {
  /** Every check that may be reported, in order. */
  readonly checks: readonly CheckId[];
  /** Undefined when the doctor itself failed. Never rejects. */
  readonly ended: Promise<DoctorRun | undefined>;
  readonly #events: DiagnosisEvent[] = [];
  #news = Promise.withResolvers<void>();

  constructor({ input, only, run = runCheckedDoctor, signal, onFailure }: DiagnosisRunOptions) {
    this.checks = only === undefined ? ALL_CHECKS.map(({ id }) => id) : withFoundations(only);
    this.ended = this.#run(input, only, run, signal).catch((error: unknown) => {
      onFailure(error);
      this.#tell({ kind: 'failed' });
      return undefined;
    });
  }

  /** What was found and what comes, to the end. Whoever stops reading disturbs nobody. */
  async *read(): AsyncGenerator<DiagnosisEvent> {
    for (let next = 0; ; ) {
      const event = this.#events[next];
      if (!event) {
        await this.#news.promise;
        continue;
      }
      next++;
      yield event;
      if (event.kind === 'end' || event.kind === 'failed') return;
    }
  }

  async #run(input: DoctorInput, only: CheckId | undefined, run: RunDoctor, signal?: AbortSignal): Promise<DoctorRun> {
    const result = await run(input, {
      signal,
      ...(only !== undefined && { only }),
      onCheck: (found, version) => this.#tell({ kind: 'check', result: found, version }),
      onSlow: (id) => this.#tell({ kind: 'slow', id }),
    });
    this.#tell({ kind: 'end', run: result });
    return result;
  }

  #tell(event: DiagnosisEvent): void {
    this.#events.push(event);
    this.#news.resolve();
    this.#news = Promise.withResolvers();
  }
}

/** A check and all that it rests on, in the order of the report. */
function withFoundations(id: CheckId): CheckId[] {
  const wanted = new Set<CheckId>([id]);
  for (const wantedId of wanted) {
    for (const before of ALL_CHECKS.find((check) => check.id === wantedId)?.after ?? []) wanted.add(before);
  }
  return ALL_CHECKS.flatMap((check) => (wanted.has(check.id) ? check.id : []));
}
