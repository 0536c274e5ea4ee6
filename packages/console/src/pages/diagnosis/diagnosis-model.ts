/** What the page of the diagnosis knows, and what one can do there: look at everything, or at one thing again. */
import type { BrowserTicksView, DiagnosisLineView, DiagnosisWish } from '@guichet/contract/diagnosis-api';
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import type { Failure, Outcome } from '../../admin-api/outcome.ts';
import { NOTHING_YET, type RunState, withLine } from './run-state.ts';
import { type EarlierReport, type Former, mendedSince } from './shown-checks.ts';

/** A diagnosis takes twelve seconds at most; who still waits then should be told. */
const MOST_TRIES = 4;

/** Why the server's word broke off, or never came. `id`: while one check was looked at again. */
export interface RunFailure {
  failure: Failure;
  id?: string;
}

/** What is under way; one thing at a time. */
export type Busy = { kind: 'measuring' } | { kind: 'everything' } | { kind: 'one'; id: string };

export interface DiagnosisParts {
  api: AdminApi;
  measureTicks: () => Promise<BrowserTicksView | undefined>;
  /** Waits before asking a busy server again. */
  pause: (ms: number) => Promise<void>;
  /** The language the server's sentences come in. */
  locale: () => string;
  now?: () => Date;
}

export class DiagnosisModel {
  readonly #api: AdminApi;
  readonly #measureTicks: DiagnosisParts['measureTicks'];
  readonly #pause: DiagnosisParts['pause'];
  readonly #locale: () => string;
  readonly #now: () => Date;
  readonly #run = signal<RunState>(NOTHING_YET);
  readonly #busy = signal<Busy | undefined>(undefined);
  readonly #earlier = signal<EarlierReport | undefined>(undefined);
  /** What was last seen here. The watch may know better since; what was mended is told against this all the same. */
  #seenHere: EarlierReport | undefined;
  readonly #formers = signal<ReadonlyMap<string, Former>>(new Map());
  readonly #failure = signal<RunFailure | undefined>(undefined);
  /** When each check was last looked at by itself. */
  readonly #lookedAgain = signal<ReadonlyMap<string, Date>>(new Map());
  /** How answers last reached this browser. A later look must not call mended what it only did not measure. */
  #ticks: BrowserTicksView | undefined;
  /** The language of what is shown. */
  #saidIn = '';

  constructor({ api, measureTicks, pause, locale, now = () => new Date() }: DiagnosisParts) {
    this.#api = api;
    this.#measureTicks = measureTicks;
    this.#pause = pause;
    this.#locale = locale;
    this.#now = now;
  }

  get run(): ReadonlySignal<RunState> {
    return this.#run;
  }

  get busy(): ReadonlySignal<Busy | undefined> {
    return this.#busy;
  }

  /** What was known before this run, until the run is over. */
  get earlier(): ReadonlySignal<EarlierReport | undefined> {
    return this.#earlier;
  }

  get formers(): ReadonlySignal<ReadonlyMap<string, Former>> {
    return this.#formers;
  }

  get lookedAgain(): ReadonlySignal<ReadonlyMap<string, Date>> {
    return this.#lookedAgain;
  }

  get failure(): ReadonlySignal<RunFailure | undefined> {
    return this.#failure;
  }

  /** As the page opens: what is known is shown at once, and everything is looked at anew. */
  async open(): Promise<void> {
    if (this.#busy.value) return;
    this.#busy.value = { kind: 'measuring' };
    await Promise.all([this.#measure(), this.#loadEarlier()]);
    this.#formers.value = new Map();
    await this.#lookAtEverything();
  }

  /** Somebody wants to know it again. */
  async runAgain(): Promise<void> {
    if (this.#busy.value) return;
    this.#keepAsEarlier();
    this.#formers.value = new Map();
    this.#lookedAgain.value = new Map();
    this.#busy.value = { kind: 'measuring' };
    await this.#measure();
    await this.#lookAtEverything();
  }

  /**
   * Looks at one check again, and those it rests on. When it comes out differently, so may what lies behind it, and the
   * report for others is out of date: then everything is looked at.
   */
  async checkAgain(id: string): Promise<void> {
    const before = this.#run.value.arrived.get(id);
    if (this.#busy.value || !before) return;
    this.#busy.value = { kind: 'one', id };
    const at = this.#run.value.end?.report.generatedAt ?? this.#now().toISOString();
    if (before.group === 'own') await this.#measure();
    const seen = await this.#lookAtOne(id);
    const now = seen.get(id);
    // At once, so that what was mended never leaves its place.
    batch(() => {
      this.#run.value = { ...this.#run.value, arrived: new Map([...this.#run.value.arrived, ...seen]) };
      if (now) {
        const lastAt = this.#lookedAgain.value.get(id)?.toISOString() ?? at;
        this.#formers.value = new Map(this.#formers.value).set(id, { check: before, at: lastAt });
        this.#lookedAgain.value = new Map(this.#lookedAgain.value).set(id, this.#now());
      }
      this.#busy.value = undefined;
    });
    if (!now || (now.status === before.status && now.cause === before.cause)) return;
    this.#keepAsEarlier();
    await this.#lookAtEverything();
  }

  /** The server's sentences are in the language they were asked for in. */
  async languageChanged(): Promise<void> {
    const language = this.#locale();
    if (this.#busy.value || !this.#run.value.end || this.#saidIn === language) return;
    this.#saidIn = language;
    const outcome = await this.#api.lastDiagnosis();
    if (!outcome.ok || !outcome.value.last || this.#busy.value) return;
    const { report, markdown } = outcome.value.last;
    this.#formers.value = new Map();
    this.#run.value = withLine(NOTHING_YET, { kind: 'end', report, markdown });
  }

  async #loadEarlier(): Promise<void> {
    this.#keepAsEarlier();
    this.#run.value = NOTHING_YET;
    const outcome = await this.#api.lastDiagnosis();
    // What this page saw itself is newer than, or the same as, what the server kept of it.
    if (outcome.ok && outcome.value.last && !isNewer(this.#earlier.value, outcome.value.last)) {
      this.#earlier.value = outcome.value.last;
    }
  }

  async #measure(): Promise<void> {
    this.#ticks = await this.#measureTicks();
  }

  async #lookAtEverything(): Promise<void> {
    this.#busy.value = { kind: 'everything' };
    this.#failure.value = undefined;
    this.#run.value = NOTHING_YET;
    this.#saidIn = this.#locale();
    const outcome = await this.#diagnose({}, (line) => {
      batch(() => {
        this.#run.value = withLine(this.#run.value, line);
        if (line.kind !== 'end') return;
        const mended = [this.#earlier.value, this.#seenHere].flatMap((before) => [
          ...mendedSince(before, this.#run.value),
        ]);
        this.#formers.value = new Map([...mended, ...this.#formers.value]);
      });
    });
    if (!outcome.ok) this.#failure.value = { failure: outcome.failure };
    else if (!this.#run.value.end && this.#run.value.failed === undefined) {
      this.#failure.value = { failure: { code: 'unexpected-answer' } };
    }
    this.#busy.value = undefined;
  }

  async #lookAtOne(id: string): Promise<RunState['arrived']> {
    this.#failure.value = undefined;
    let one = NOTHING_YET;
    const outcome = await this.#diagnose({ only: id }, (line) => {
      one = withLine(one, line);
    });
    if (!outcome.ok) this.#failure.value = { failure: outcome.failure, id };
    return one.arrived;
  }

  /** While too many diagnoses are under way, waits for one of them to end. */
  async #diagnose(wish: DiagnosisWish, onLine: (line: DiagnosisLineView) => void): Promise<Outcome<undefined>> {
    for (let left = MOST_TRIES; ; left--) {
      const ticks = this.#ticks ? { browserTicks: this.#ticks } : {};
      const outcome = await this.#api.diagnose({ ...wish, ...ticks }, onLine);
      if (outcome.ok || outcome.failure.code !== 'diagnosis-busy' || left <= 1) return outcome;
      await this.#pause((outcome.failure.retryAfter ?? 1) * 1_000);
    }
  }

  #keepAsEarlier(): void {
    const { end, arrived } = this.#run.value;
    if (!end) return;
    const checks = end.report.checks.map((check) => arrived.get(check.id) ?? check);
    this.#seenHere = { report: { ...end.report, checks }, by: 'operator' };
    this.#earlier.value = this.#seenHere;
  }
}

function isNewer(one: EarlierReport | undefined, other: EarlierReport): boolean {
  return one !== undefined && one.report.generatedAt >= other.report.generatedAt;
}
