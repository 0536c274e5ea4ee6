/**
 * The doctor that runs all the time. Every few minutes a light round looks at everything that costs nothing; what
 * differs from before is confirmed by a whole round, which asks the model, and only a whole round is believed and told.
 * A whole round also comes once a day, at the start, and when visitors' answers say something else than is known.
 */
import type { CheckResult, DoctorInput, DoctorRun } from '@guichet/doctor';
import type { UpstreamFailure } from '@guichet/openwebui/client';
import type { Leading } from '../replicas/leader.ts';
import type { DiagnosisDesk, LastDiagnosis } from './diagnosis-desk.ts';
import type { RunDoctor } from './diagnosis-run.ts';
import { type FailingChange, FailingChecks, isChange } from './failing-checks.ts';
import { LIGHT_CHECKS } from './light-checks.ts';
import { runCheckedDoctor } from './run-checked-doctor.ts';

/** Between two light rounds. Visitors find a breakdown sooner than this, and that begins a round of its own. */
export const LIGHT_EVERY_MS = 5 * 60_000;

/** While something fails, the next round comes sooner, so that a fix is noticed: after this, then after twice that, up to the above. */
export const LIGHT_FIRST_RETRY_MS = 30_000;

/** The whole round of each day, for what neither a light round nor a visitor meets. */
export const WHOLE_EVERY_MS = 24 * 60 * 60_000;

/**
 * Between two whole rounds that visitors' answers asked for; twice as long after each one that changes nothing. So a
 * breakdown that lasts a day costs a hundred short questions at most, and those mostly fail before they cost anything.
 */
export const WHOLE_FIRST_PAUSE_MS = 60_000;
export const WHOLE_LONGEST_PAUSE_MS = 15 * 60_000;

/** The first round comes when a start, which also costs answers, is surely over. */
export const FIRST_ROUND_MS = 60_000;

/** After a visitor's failed answer: what failed for one fails for several, and they are one round. */
export const SETTLE_MS = 3_000;

/** How often the clock looks at what is due. */
const TICK_MS = 1_000;

export interface DiagnosisWatchParts {
  desk: Pick<DiagnosisDesk, 'begin' | 'onWhole'>;
  /** Undefined while the practice server answers: there is nothing of the operator's to watch. */
  input: () => DoctorInput | undefined;
  /** Told of each change, once. */
  onChange: (change: FailingChange, run: DoctorRun) => void;
  onFailure: (error: unknown) => void;
  /** Of several replicas, one watches; what the others notice is passed on to it. */
  leading?: Pick<Leading, 'leads'>;
  passOn?: () => void;
  run?: RunDoctor;
  now: () => number;
}

export class DiagnosisWatch {
  readonly #parts: DiagnosisWatchParts;
  readonly #failing = new FailingChecks();
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;
  #lightDueAt: number;
  #lightPauseMs = LIGHT_FIRST_RETRY_MS;
  /** A whole round is wanted from then on. */
  #wholeDueAt: number;
  #wholeAllowedAt = 0;
  #wholePauseMs = WHOLE_FIRST_PAUSE_MS;

  constructor(parts: DiagnosisWatchParts) {
    this.#parts = parts;
    this.#wholeDueAt = parts.now() + FIRST_ROUND_MS;
    this.#lightDueAt = this.#wholeDueAt;
    parts.desk.onWhole((whole) => this.#wholeEnded(whole));
  }

  /** Ids of the checks that fail. */
  get failing(): readonly string[] {
    return this.#failing.ids;
  }

  /** The round under way, for whoever wants to wait for its end. */
  get round(): Promise<void> {
    return this.#round ?? Promise.resolve();
  }

  start(): void {
    this.#timer ??= setInterval(() => this.tick(), TICK_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopping.abort();
    await this.#round;
  }

  /** A visitor's answer failed. What is known to fail already needs no round. */
  failed({ code, cause }: Pick<UpstreamFailure, 'code' | 'cause'>): void {
    // The question itself was refused; the next one may be answered.
    if (code === 'assistant-refused' || this.#failing.explains(cause)) return;
    this.noticed();
  }

  /** A visitor's answer came, whole. */
  answered(): void {
    const answersFail = this.#failing.ids.some((id) => !id.startsWith('own/'));
    if (answersFail) this.noticed();
  }

  /** Something is otherwise than it is known, here or at another replica. */
  noticed(): void {
    if (this.#leads) this.#wantWhole(SETTLE_MS);
    else this.#parts.passOn?.();
  }

  /** Another credential, address or model counts now. */
  settingsChanged(): void {
    this.#wantWholeAtOnce();
  }

  /** Does what is due now. Called by the clock; tests call it themselves. */
  tick(): void {
    if (this.#round || this.#stopping.signal.aborted || !this.#leads) return;
    const input = this.#parts.input();
    const now = this.#parts.now();
    if (!input) this.#failing.clear();
    else if (now >= this.#wholeDueAt && now >= this.#wholeAllowedAt) this.#begin(this.#whole(input));
    else if (now >= this.#lightDueAt) this.#begin(this.#light(input));
  }

  get #leads(): boolean {
    return this.#parts.leading?.leads !== false;
  }

  #begin(round: Promise<void>): void {
    this.#round = round.catch(this.#parts.onFailure).finally(() => {
      this.#round = undefined;
    });
  }

  async #light(input: DoctorInput): Promise<void> {
    this.#lightDueAt = this.#parts.now() + LIGHT_EVERY_MS;
    const run = this.#parts.run ?? runCheckedDoctor;
    const { results } = await run(input, { checks: LIGHT_CHECKS, signal: this.#stopping.signal });
    this.#planLight();
    if (this.#stopping.signal.aborted) return;
    if (isChange(this.#failing.changeBy(results))) this.#wantWholeAtOnce();
  }

  /** What comes of it is told to `#wholeEnded`. */
  async #whole(input: DoctorInput): Promise<void> {
    // With operators' diagnoses under way there may be no room; the next tick tries again.
    const run = this.#parts.desk.begin(input, { by: 'watch' });
    if (!run) return;
    if (!(await run.ended)) this.#planWhole(false);
    this.#planLight();
  }

  #wholeEnded({ run, by }: LastDiagnosis): void {
    // In practice mode an operator may look, but there is nothing to tell.
    if (this.#stopping.signal.aborted || !this.#parts.input()) return;
    const change = this.#failing.changeBy(by === 'watch' ? run.results : run.results.filter(isSeenAlikeByAll));
    const changed = isChange(change);
    this.#failing.apply(change);
    this.#planWhole(changed);
    if (changed) {
      this.#lightPauseMs = LIGHT_FIRST_RETRY_MS;
      if (this.#leads) this.#parts.onChange(change, run);
      else this.#parts.passOn?.();
    }
  }

  #planWhole(changed: boolean): void {
    const now = this.#parts.now();
    this.#wholePauseMs = changed ? WHOLE_FIRST_PAUSE_MS : Math.min(this.#wholePauseMs * 2, WHOLE_LONGEST_PAUSE_MS);
    this.#wholeAllowedAt = now + this.#wholePauseMs;
    // What only a question to the model can show is asked again as soon as that is allowed.
    const light = new Set(LIGHT_CHECKS.map(({ id }) => id));
    const onlyWholeShows = this.#failing.ids.some((id) => !light.has(id));
    this.#wholeDueAt = onlyWholeShows ? this.#wholeAllowedAt : now + WHOLE_EVERY_MS;
  }

  #planLight(): void {
    const fails = this.#failing.ids.length > 0;
    this.#lightDueAt = this.#parts.now() + (fails ? this.#lightPauseMs : LIGHT_EVERY_MS);
    this.#lightPauseMs = fails ? Math.min(this.#lightPauseMs * 2, LIGHT_EVERY_MS) : LIGHT_FIRST_RETRY_MS;
  }

  #wantWholeAtOnce(): void {
    this.#wholeDueAt = this.#parts.now();
    this.#wholeAllowedAt = this.#wholeDueAt;
  }

  #wantWhole(afterMs: number): void {
    this.#wholeDueAt = Math.min(this.#wholeDueAt, this.#parts.now() + afterMs);
  }
}

/** Our own side is seen from the operator's browser too, and the watch has no browser: it judges that by itself. */
function isSeenAlikeByAll({ id }: CheckResult): boolean {
  return !id.startsWith('own/');
}
