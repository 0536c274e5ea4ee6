import { afterEach, describe, expect, it } from 'vitest';
import { credentialOf, setUp } from '../contract-suite/fresh/set-up.ts';
import { createDesk } from '../desk/desk.ts';
import { type BreakingProxy, breakAfter, breakBefore, type ProxiedCall } from '../testing/breaking-proxy.ts';
import { planProvision } from './plan-provision.ts';
import type { ProvisionRecord } from './provision-record.ts';
import { type FreshPractice, startFresh, VERSIONS } from './testing-provision.ts';
import { unprovision } from './unprovision.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const WISHES = { model: 'echo' };

interface Broken extends FreshPractice {
  proxy: BreakingProxy;
  before: string;
}

async function behind(
  version: string,
  start: typeof breakBefore,
  chosen: (call: ProxiedCall) => boolean,
): Promise<Broken> {
  const fresh = await startFresh(version);
  const proxy = await start(fresh.practice.url, chosen);
  const desk = createDesk({ baseUrl: proxy.url });
  open.push(
    () => desk.close(),
    () => proxy.close(),
    () => fresh.close(),
  );
  return { ...fresh, desk, proxy, before: fresh.practice.state.snapshot() };
}

/** How many requests a whole set-up takes on this version: the plan's, and all together. */
async function countCalls(version: string): Promise<{ plan: number; all: number }> {
  const { desk, admin, proxy } = await behind(version, breakBefore, () => false);
  await planProvision(desk, admin, WISHES);
  const plan = proxy.calls.length;
  await setUp(desk, admin);
  return { plan, all: proxy.calls.length - plan };
}

const WAYS = { before: breakBefore, after: breakAfter };

describe.each(VERSIONS)('a set-up of %s that breaks off', (version) => {
  it.each(Object.keys(WAYS) as (keyof typeof WAYS)[])(
    'says what was done, goes on and is undone exactly, whichever request is lost (%s it arrives)',
    async (way) => {
      const { plan, all } = await countCalls(version);
      expect(all - plan).toBeGreaterThan(15);
      for (let lost = plan + 1; lost <= all; lost++) await breakAt(version, way, lost);
    },
    60_000,
  );
});

async function breakAt(version: string, way: keyof typeof WAYS, lost: number): Promise<void> {
  // A connection stays lost; a lost answer is a single one.
  const chosen = ({ number }: ProxiedCall) => (way === 'before' ? number >= lost : number === lost);
  const broken = await behind(version, WAYS[way], chosen);
  const { desk, admin, proxy, practice, before } = broken;
  const first = await setUp(desk, admin);
  const what = `${way} ${lost}: ${JSON.stringify(proxy.calls[lost - 1])}`;
  proxy.mend();
  if (first.result.kind === 'stopped') {
    const last = first.result.steps.at(-1);
    expect(last, what).toMatchObject({ step: { id: first.result.at }, result: { outcome: 'failed' } });
    const done = first.result.steps.slice(0, -1).map(({ result }) => result.outcome);
    expect(new Set(done), what).not.toContain('failed');
  } else {
    // A lost answer to a question is asked for again, and one about the key is made good at once.
    expect([way, first.result.kind], what).toEqual(['after', 'done']);
  }
  const record: ProvisionRecord = JSON.parse(JSON.stringify(first.record));
  if (lost % 2 === 0) {
    const second = await setUp(desk, admin, WISHES, record);
    expect(second.plan.questions, what).toEqual([]);
    expect(credentialOf(second).reveal(), what).toMatch(/^sk-/);
    expect(practice.state.received.at(-1)?.path, what).toBe('/api/chat/completions');
    expect(countOf(practice.state.snapshot(), '"name": "Guichet"'), what).toBe(2);
    await unprovision(desk, admin, second.record);
  } else {
    await unprovision(desk, admin, record);
  }
  expect(practice.state.snapshot(), what).toBe(before);
  for (const close of open.splice(0)) await close();
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

it('an undo that breaks off says so and is finished by the next', async () => {
  for (let lost = 1; lost <= 30; lost++) {
    let started = Number.POSITIVE_INFINITY;
    const { desk, admin, proxy, practice, before } = await behind(
      '0.12.4',
      lost % 2 ? breakBefore : breakAfter,
      ({ number, method }) => (lost % 2 ? number >= started + lost : number === started + lost && method !== 'GET'),
    );
    const made = await setUp(desk, admin);
    started = proxy.calls.length;
    const first = await unprovision(desk, admin, made.record);
    const lostCall = proxy.calls[started + lost - 1];
    const broke = lostCall !== undefined && (lost % 2 === 1 || lostCall.method !== 'GET');
    expect(first.some(({ result }) => result.outcome === 'failed')).toBe(broke);
    proxy.mend();
    await unprovision(desk, admin, made.record);
    // Where the first undo could not tell whether the group was empty, it kept nothing back for good.
    expect(practice.state.snapshot()).toBe(before);
    for (const close of open.splice(0)) await close();
    if (!lostCall) break;
  }
});

it('a permission that is taken away half-way stops it, and it goes on when it is back', async () => {
  const fresh = await startFresh('0.12.4');
  open.push(() => fresh.close());
  const { practice, desk, admin } = fresh;
  const before = practice.state.snapshot();
  const administrator = practice.state.administrator;
  const first = await setUp(desk, admin, WISHES, undefined, {
    onBefore(step) {
      if (step.id === 'join-group') administrator.role = 'user';
    },
  });
  expect(first.result).toMatchObject({ kind: 'stopped', at: 'join-group' });
  if (first.result.kind === 'stopped') {
    expect(first.result.steps.map(({ result }) => result.outcome)).toEqual(['done', 'done', 'done', 'failed']);
    expect(first.result.steps.at(-1)?.result).toMatchObject({ why: 'refused', failure: { status: 401 } });
  }
  administrator.role = 'admin';
  const second = await setUp(desk, admin, WISHES, first.record);
  expect(credentialOf(second).reveal()).toMatch(/^sk-/);
  await unprovision(desk, admin, second.record);
  expect(practice.state.snapshot()).toBe(before);
});

it('a model that does not answer is said, and the key is handed over all the same', async () => {
  const fresh = await startFresh('0.12.4');
  open.push(() => fresh.close());
  const made = await setUp(fresh.desk, fresh.admin, { model: 'err401' });
  expect(made.result).toMatchObject({ kind: 'stopped', at: 'check-answer' });
  if (made.result.kind !== 'stopped') return;
  expect(made.result.steps.at(-1)?.result).toMatchObject({ why: 'no-answer', failure: { cause: 'provider-refused' } });
  expect(made.result.credential?.reveal()).toMatch(/^sk-/);
});
