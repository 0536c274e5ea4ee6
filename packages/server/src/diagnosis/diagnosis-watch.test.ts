import type { Cause } from '@guichet/contract/cause';
import { ALL_CHECKS, type CheckId, type CheckResult, type DoctorInput } from '@guichet/doctor';
import { beforeEach, describe, expect, it } from 'vitest';
import { DiagnosisDesk } from './diagnosis-desk.ts';
import type { RunDoctor } from './diagnosis-run.ts';
import {
  DiagnosisWatch,
  FIRST_ROUND_MS,
  LIGHT_EVERY_MS,
  LIGHT_FIRST_RETRY_MS,
  SETTLE_MS,
  WHOLE_EVERY_MS,
  WHOLE_FIRST_PAUSE_MS,
} from './diagnosis-watch.ts';
import type { FailingChange } from './failing-checks.ts';
import { LIGHT_CHECKS } from './light-checks.ts';

const input: DoctorInput = { baseUrl: 'https://chat.example.com' };

/** What is wrong in this little world; the doctor of these tests finds it. */
let broken: Map<CheckId, Cause>;
let hidden: Map<CheckId, CheckId>;
let rounds: ('whole' | 'light')[];
let changes: string[];
let failures: unknown[];
let now: number;
let practice: boolean;
let desk: DiagnosisDesk;
let watch: DiagnosisWatch;

const doctor: RunDoctor = async (_, { checks = ALL_CHECKS } = {}) => {
  rounds.push(checks === LIGHT_CHECKS ? 'light' : 'whole');
  return { startedMs: now, ms: 1, results: checks.map(({ id }) => ({ id, outcome: outcomeOf(id), ms: 1 })) };
};

function outcomeOf(id: CheckId): CheckResult['outcome'] {
  const cause = broken.get(id);
  const explainedBy = hidden.get(id);
  if (explainedBy)
    return { status: 'skipped', because: { key: 'explainedBy', args: { id: explainedBy } }, explainedBy };
  if (cause === undefined) return { status: 'ok' };
  return {
    status: 'fail',
    cause,
    confidence: 'certain',
    impact: { key: 'noAnswers' },
    actor: { key: 'operator' },
    fix: [{ how: { key: 'checkName' } }],
  };
}

function told({ failing, well }: FailingChange): string {
  return [...failing.map(({ id }) => `- ${id}`), ...well.map(({ id }) => `+ ${id}`)].join(' ');
}

/** Lets this much time pass, the clock looking at what is due every second. @returns the rounds that came of it */
async function pass(ms: number): Promise<string[]> {
  const before = rounds.length;
  for (const end = now + ms; now < end; ) {
    now += 1_000;
    watch.tick();
    await watch.round;
  }
  return rounds.slice(before);
}

beforeEach(() => {
  [broken, hidden, rounds, changes, failures] = [new Map(), new Map(), [], [], []];
  [now, practice] = [1_790_000_000_000, false];
  desk = new DiagnosisDesk({ run: doctor, onFailure: (error) => failures.push(error) });
  watch = new DiagnosisWatch({
    desk,
    input: () => (practice ? undefined : input),
    onChange: (change) => changes.push(told(change)),
    onFailure: (error) => failures.push(error),
    run: doctor,
    now: () => now,
  });
});

describe('the watch, while all is well', () => {
  it('begins with a whole round, goes on with light ones, and says nothing', async () => {
    expect(await pass(FIRST_ROUND_MS - 1_000)).toEqual([]);
    expect(await pass(1_000)).toEqual(['whole']);
    expect(await pass(LIGHT_EVERY_MS * 3)).toEqual(['light', 'light', 'light']);
    expect(changes).toEqual([]);
    expect(desk.last?.by).toBe('watch');
  });

  it('asks the model twice in a day: at the start and a day later', async () => {
    await pass(FIRST_ROUND_MS + WHOLE_EVERY_MS);
    expect(rounds.filter((round) => round === 'whole')).toHaveLength(2);
    expect(LIGHT_CHECKS.flatMap(({ needs }) => needs)).not.toContain('answer');
  });

  it('rests in practice mode, and looks at once when an Open WebUI has been named', async () => {
    practice = true;
    expect(await pass(FIRST_ROUND_MS * 3)).toEqual([]);
    broken.set('address/present', 'url-missing');
    await desk.begin(input, { by: 'operator' })?.ended;
    broken.clear();
    expect(changes).toEqual([]);
    practice = false;
    expect(await pass(1_000)).toEqual(['whole']);
  });
});

describe('the watch, when something breaks', () => {
  beforeEach(() => pass(FIRST_ROUND_MS));

  it('confirms by a whole round what a light one saw, and tells of it once and of its end once', async () => {
    broken.set('network/name', 'dns-failed');
    hidden.set('key/accepted', 'network/name');
    expect(await pass(LIGHT_EVERY_MS + 1_000)).toEqual(['light', 'whole']);
    expect(changes).toEqual(['- network/name']);
    expect(watch.failing).toEqual(['network/name']);
    // Mended is found sooner than the usual pause.
    broken.clear();
    hidden.clear();
    expect(await pass(LIGHT_FIRST_RETRY_MS + 1_000)).toEqual(['light', 'whole']);
    expect(changes).toEqual(['- network/name', '+ network/name']);
    expect(watch.failing).toEqual([]);
    await pass(LIGHT_EVERY_MS * 5);
    expect(changes).toHaveLength(2);
  });

  it('does not tell of a check that another one hides, and asks on, further and further apart', async () => {
    broken.set('key/known', 'key-unknown');
    await pass(LIGHT_EVERY_MS + 1_000);
    broken.set('network/name', 'dns-failed');
    broken.delete('key/known');
    hidden.set('key/known', 'network/name');
    const seen = await pass(60 * 60_000);
    expect(changes).toEqual(['- key/known', '- network/name']);
    expect(watch.failing).toEqual(['key/known', 'network/name']);
    // 30 s, 1, 2, 4 and then every 5 minutes, not every second.
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.length).toBeLessThan(20);
    expect(seen.filter((round) => round === 'whole')).toHaveLength(1);
  });

  it('tells anew when the same check fails for another cause', async () => {
    broken.set('key/accepted', 'api-keys-disabled');
    await pass(LIGHT_EVERY_MS + 1_000);
    broken.set('key/accepted', 'account-pending');
    await pass(LIGHT_FIRST_RETRY_MS + 1_000);
    expect(changes).toEqual(['- key/accepted', '- key/accepted']);
  });

  it('believes no light round that a whole one does not confirm', async () => {
    broken.set('network/name', 'dns-failed');
    now += LIGHT_EVERY_MS;
    watch.tick();
    await watch.round;
    broken.clear();
    expect(await pass(1_000)).toEqual(['whole']);
    expect(changes).toEqual([]);
  });
});

describe('the watch and visitors’ answers', () => {
  beforeEach(() => pass(FIRST_ROUND_MS + 10 * 60_000));
  const failed = (cause: 'provider-refused' | 'unknown', code = 'assistant-misconfigured') =>
    watch.failed({ code: code as 'assistant-misconfigured', cause });

  it('looks wholly soon after an answer failed, once for several', async () => {
    broken.set('answer/one-token', 'provider-refused');
    for (let count = 0; count < 5; count++) failed('provider-refused');
    expect(await pass(SETTLE_MS)).toEqual(['whole']);
    expect(changes).toEqual(['- answer/one-token']);
  });

  it('asks nothing for what it knows already', async () => {
    broken.set('answer/one-token', 'provider-refused');
    failed('provider-refused');
    await pass(SETTLE_MS);
    failed('provider-refused');
    expect(await pass(SETTLE_MS)).toEqual([]);
  });

  it('asks nothing when a question itself was refused', async () => {
    failed('unknown', 'assistant-refused');
    expect(await pass(SETTLE_MS)).toEqual([]);
  });

  it('asks the model less and less often while answers fail that it cannot explain', async () => {
    let whole = 0;
    for (let minute = 0; minute < 120; minute++) {
      failed('unknown');
      whole += (await pass(60_000)).filter((round) => round === 'whole').length;
    }
    expect(whole).toBeGreaterThan(5);
    expect(whole).toBeLessThan(14);
  });

  it('asks again by itself what only the model can show, and hears of the end from the next answer', async () => {
    broken.set('answer/one-token', 'provider-refused');
    failed('provider-refused');
    await pass(SETTLE_MS);
    expect((await pass(WHOLE_FIRST_PAUSE_MS)).filter((round) => round === 'whole')).toHaveLength(1);
    await pass(60 * 60_000);
    broken.clear();
    watch.answered();
    await pass(15 * 60_000);
    expect(changes).toEqual(['- answer/one-token', '+ answer/one-token']);
  });

  it('looks at once when other settings count', async () => {
    watch.settingsChanged();
    expect(await pass(1_000)).toEqual(['whole']);
  });
});

describe('the watch beside operators', () => {
  it('learns from their diagnosis, but not of what only their browser sees', async () => {
    broken.set('key/known', 'key-unknown');
    broken.set('own/proxy-buffering', 'stream-buffered');
    await desk.begin(input, { by: 'operator' })?.ended;
    expect(changes).toEqual(['- key/known']);
    expect(desk.last?.by).toBe('operator');
  });

  it('is not stopped by a doctor that fails', async () => {
    const sick: RunDoctor = () => Promise.reject(new Error('no doctor today'));
    const own = new DiagnosisDesk({ run: sick, onFailure: (error) => failures.push(error) });
    watch = new DiagnosisWatch({
      desk: own,
      input: () => input,
      onChange: (change) => changes.push(told(change)),
      onFailure: (error) => failures.push(error),
      run: sick,
      now: () => now,
    });
    await pass(FIRST_ROUND_MS + LIGHT_EVERY_MS * 2);
    expect(failures.length).toBeGreaterThan(1);
    expect(failures.length).toBeLessThan(10);
    expect(changes).toEqual([]);
  });
});

it('stops: the round under way ends, nothing is told of it, and no other begins', async () => {
  const hanging: RunDoctor = (_, options) =>
    new Promise((resolve) => {
      rounds.push('whole');
      const results = [{ id: 'key/known', outcome: outcomeOf('key/known'), ms: 1 }] as const;
      options?.signal?.addEventListener('abort', () => resolve({ startedMs: 0, ms: 1, results: [...results] }));
    });
  broken.set('key/known', 'key-unknown');
  desk = new DiagnosisDesk({ run: hanging, onFailure: (error) => failures.push(error) });
  watch = new DiagnosisWatch({
    desk,
    input: () => input,
    onChange: (change) => changes.push(told(change)),
    onFailure: (error) => failures.push(error),
    now: () => now,
  });
  watch.start();
  now += FIRST_ROUND_MS;
  watch.tick();
  expect(rounds).toEqual(['whole']);
  await Promise.all([watch.stop(), desk.close()]);
  now += WHOLE_EVERY_MS;
  watch.tick();
  expect(rounds).toEqual(['whole']);
  expect([changes, desk.last, failures]).toEqual([[], undefined, []]);
});

it('looks lightly at nothing that rests on a look that costs', () => {
  const light = new Set(LIGHT_CHECKS.map(({ id }) => id));
  const resting = LIGHT_CHECKS.filter(({ after }) => after.some((id) => !light.has(id)));
  expect(resting.map(({ id }) => id)).toEqual([]);
  expect(light.size).toBeGreaterThan(40);
});

describe('of several replicas', () => {
  it('one that does not lead makes no round, tells nothing, and passes on what it notices', async () => {
    const passedOn: number[] = [];
    const leading = { leads: false };
    desk = new DiagnosisDesk({ run: doctor, onFailure: (error) => failures.push(error) });
    watch = new DiagnosisWatch({
      desk,
      input: () => input,
      onChange: (change) => changes.push(told(change)),
      onFailure: (error) => failures.push(error),
      leading,
      passOn: () => passedOn.push(now),
      run: doctor,
      now: () => now,
    });
    expect(await pass(2 * FIRST_ROUND_MS)).toEqual([]);
    watch.failed({ code: 'assistant-misconfigured', cause: 'key-unknown' });
    expect(passedOn).toHaveLength(1);
    // An operator's own diagnosis shows it here as well.
    broken.set('key/accepted', 'key-unknown');
    await desk.begin(input, { by: 'operator' })?.ended;
    expect([changes, passedOn.length]).toEqual([[], 2]);

    leading.leads = true;
    broken.set('network/name', 'dns-failed');
    watch.noticed();
    expect(await pass(SETTLE_MS + 1_000)).toContain('whole');
    expect(changes.join()).toContain('- network/name');
    expect(failures).toEqual([]);
  });
});
