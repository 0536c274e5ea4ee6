/**
 * Runs every check in the order of what depends on what: as much at once as possible, and nothing that an earlier
 * failure already explains. A check that throws is `crashed` and hides no other.
 */
import type { AnyCheck } from './check.ts';
import { ALL_CHECKS } from './checks/all-checks.ts';
import type { DoctorInput } from './doctor-input.ts';
import { createDoctorTools, type DoctorTools } from './evidence/doctor-tools.ts';
import type { EvidenceKey, EvidenceMap } from './evidence/evidence-map.ts';
import type { GatherContext, Gatherer } from './evidence/gather-context.ts';
import { GATHERERS } from './evidence/gatherers.ts';
import { impactMeanwhile } from './impact-meanwhile.ts';
import { DOCTOR_LIMITS, type DoctorLimits } from './limits.ts';
import type { CheckId, TextRef } from './text/texts.ts';
import type { Verdict } from './verdict.ts';

export interface CheckResult {
  id: CheckId;
  outcome:
    | Exclude<Verdict, { status: 'skip' }>
    /** `explainedBy`: the check whose failure is the reason. */
    | { status: 'skipped'; because: TextRef<'said'>; explainedBy?: CheckId }
    | { status: 'crashed'; error: string };
  ms: number;
}

export interface DoctorRun {
  startedMs: number;
  ms: number;
  results: CheckResult[];
  /** Of the Open WebUI that was found. */
  version?: string;
  target?: string;
}

export interface RunOptions {
  /** Only this check, and those it rests on. */
  only?: CheckId;
  /** Told as soon as each is known, with the version of Open WebUI if that is known by then: menu paths depend on it. */
  onCheck?: (result: CheckResult, version: string | undefined) => void;
  /** Told once of each check that has been waiting for `SLOW_MS`. */
  onSlow?: (id: CheckId) => void;
  limits?: Partial<DoctorLimits>;
  /** Ends the run at once, as if its time were over. */
  signal?: AbortSignal | undefined;
  tools?: DoctorTools;
  checks?: readonly AnyCheck[];
}

/** People begin to wonder whether anything is happening. */
export const SLOW_MS = 2_000;

/** Kept back of the whole time, so that the last look can still be judged. */
const LAST_WORD_MS = 100;

type Outcome = CheckResult['outcome'];

export async function runDoctor(input: DoctorInput, options: RunOptions = {}): Promise<DoctorRun> {
  const limits = { ...DOCTOR_LIMITS, ...options.limits };
  const tools = options.tools ?? createDoctorTools();
  const startedMs = tools.now();
  const started = performance.now();
  const gathered = new Map<EvidenceKey, Promise<unknown>>();
  const judged = new Map<CheckId, Promise<CheckResult>>();
  const closers: (() => Promise<void>)[] = [() => tools.close()];
  const all = options.checks ?? ALL_CHECKS;
  const byId = new Map(all.map((check) => [check.id, check]));
  let version: string | undefined;
  const over = Promise.withResolvers<'over'>();
  const timer = setTimeout(() => over.resolve('over'), limits.totalMs);
  const stop = () => over.resolve('over');
  options.signal?.addEventListener('abort', stop);
  if (options.signal?.aborted) stop();

  const context: GatherContext = {
    input,
    tools,
    limit(name) {
      const leftMs = limits.totalMs - (performance.now() - started) - LAST_WORD_MS;
      // Timers want whole milliseconds.
      return Math.max(1, Math.floor(Math.min(limits[name], leftMs)));
    },
    evidence: gather,
    onEnd: (close) => closers.push(close),
  };

  function gather<Key extends EvidenceKey>(key: Key): Promise<EvidenceMap[Key] | undefined> {
    let promise = gathered.get(key) as Promise<EvidenceMap[Key] | undefined> | undefined;
    if (!promise) {
      promise = (GATHERERS[key] as Gatherer<Key>)(context);
      gathered.set(key, promise);
      if (key === 'front') promise.then(noteVersion as (value: EvidenceMap[Key] | undefined) => void, () => undefined);
    }
    return promise;
  }

  function noteVersion(front: EvidenceMap['front'] | undefined): void {
    version = front?.openWebUiVersion;
  }

  function judge(check: AnyCheck): Promise<CheckResult> {
    let promise = judged.get(check.id);
    if (!promise) {
      promise = reach(check);
      judged.set(check.id, promise);
    }
    return promise;
  }

  async function reach(check: AnyCheck): Promise<CheckResult> {
    let begun: number | undefined;
    let slow: NodeJS.Timeout | undefined;
    // What it waits for others is theirs.
    const onTurn = () => {
      begun = performance.now();
      slow = setTimeout(() => options.onSlow?.(check.id), SLOW_MS);
    };
    const work = judgeNow(check, onTurn).catch(
      (error: unknown): Outcome => ({ status: 'crashed', error: nameOf(error) }),
    );
    const outcome = await Promise.race([work, over.promise]);
    clearTimeout(slow);
    const result: CheckResult = {
      id: check.id,
      outcome: outcome === 'over' ? { status: 'skipped', because: { key: 'outOfTime' } } : outcome,
      ms: begun === undefined ? 0 : Math.round(performance.now() - begun),
    };
    options.onCheck?.(result, version);
    return result;
  }

  async function judgeNow(check: AnyCheck, onTurn: () => void): Promise<Outcome> {
    for (const id of check.after) {
      const before = byId.get(id);
      const { outcome } = before ? await judge(before) : { outcome: undefined };
      if (outcome?.status === 'fail') return explainedBy(id);
      if (outcome?.status === 'skipped' && outcome.explainedBy) return explainedBy(outcome.explainedBy);
    }
    onTurn();
    const seen = await Promise.all(check.needs.map(async (key) => [key, await gather(key)] as const));
    if (seen.some(([, value]) => value === undefined)) return { status: 'skipped', because: { key: 'nothingToSee' } };
    // The runner hands over what the check named, and its type lets it read no more.
    const verdict = check.run(Object.fromEntries(seen) as unknown as EvidenceMap);
    if (verdict.status === 'skip') return { status: 'skipped', because: verdict.because };
    return impactMeanwhile(check.id, verdict, input.answersMeanwhile);
  }

  try {
    const wanted = options.only === undefined ? all : all.filter((check) => check.id === options.only);
    await Promise.all(wanted.map(judge));
    const results: CheckResult[] = [];
    for (const { id } of all) {
      const promise = judged.get(id);
      if (promise) results.push(await promise);
    }
    const address = await known(gathered.get('address') as Promise<EvidenceMap['address'] | undefined> | undefined);
    return {
      startedMs,
      ms: Math.round(performance.now() - started),
      results,
      ...(version !== undefined && { version }),
      ...(address?.kind === 'address' && { target: address.base }),
    };
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', stop);
    for (const promise of gathered.values()) promise.catch(() => undefined);
    await Promise.allSettled(closers.map((close) => close()));
  }
}

function explainedBy(id: CheckId): Outcome {
  return { status: 'skipped', because: { key: 'explainedBy', args: { id } }, explainedBy: id };
}

/** An error's kind and nothing of its message, which may quote what it was about. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** What is still on its way when time is over is not waited for. */
function known<Value>(promise: Promise<Value> | undefined): Promise<Value | undefined> {
  const { promise: soon, resolve } = Promise.withResolvers<undefined>();
  setImmediate(() => resolve(undefined));
  return Promise.race([promise?.catch(() => undefined) ?? undefined, soon]);
}
