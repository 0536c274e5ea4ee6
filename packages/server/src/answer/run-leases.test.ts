import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type ClaimedRun, RUN_LEASE_MS } from '../storage/storage.ts';
import { RunLeases } from './run-leases.ts';

const told: [string, unknown][] = [];
const calls: string[] = [];
let runs = true;
let broken = false;
let closing = false;
let time = 7;
let wallClock = 7;
const WRITTEN = ['run_1', 'run_2', 'run_3'];

function leases() {
  const note = (level: string) => (fields: unknown) => told.push([level, fields]);
  return new RunLeases({
    storage: {
      async renewLeases(now) {
        if (broken) throw new Error('no disk');
        calls.push(`renew ${now}`);
        return [
          { runId: 'run_1', stopAsked: false },
          { runId: 'run_2', stopAsked: true },
        ];
      },
      async claimOrphans(now) {
        if (broken) throw new Error('no disk');
        calls.push(`claim ${now}`);
        return calls.length > 3 ? [{ run: { id: 'run_9' } } as ClaimedRun] : [];
      },
    },
    hasRuns: () => runs,
    mayTakeOver: () => !closing,
    written: () =>
      WRITTEN.map((id) => ({ id, stop: () => calls.push(`stop ${id}`), lose: () => calls.push(`lose ${id}`) })),
    takeOver: async ({ run }) => void calls.push(`take ${run.id}`),
    logger: { warn: note('warn'), error: note('error') } as never,
    now: () => wallClock,
    steady: () => time,
  });
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  told.length = 0;
  calls.length = 0;
  runs = true;
  broken = false;
  closing = false;
  time = 7;
  wallClock = 7;
});

it('gives four signs of life in the time of a lease, and none after it was stopped', async () => {
  const kept = leases();
  kept.start();
  await vi.advanceTimersByTimeAsync(RUN_LEASE_MS);
  expect(calls.filter((call) => call === 'renew 7')).toHaveLength(4);
  await kept.stop();
  calls.length = 0;
  await vi.advanceTimersByTimeAsync(RUN_LEASE_MS);
  expect(calls).toEqual([]);
});

it('looks for orphans also while it writes nothing itself, takes them over and says which', async () => {
  runs = false;
  const kept = leases();
  for (let look = 0; look < 4; look++) await kept.look();
  expect(calls).toEqual(['claim 7', 'claim 7', 'claim 7', 'claim 7', 'take run_9']);
  expect(told).toEqual([['warn', { event: 'runs-orphaned', runs: ['run_9'] }]]);
});

it('tells a storage that fails once, and again only after it worked', async () => {
  const kept = leases();
  broken = true;
  await kept.look();
  await kept.look();
  expect(told).toHaveLength(1);
  broken = false;
  await kept.look();
  broken = true;
  await kept.look();
  expect(told.map(([level]) => level)).toEqual(['error', 'error']);
});

it('stops what its visitor stopped elsewhere, and lets go of what another process has', async () => {
  await leases().look();
  expect(calls).toEqual(['renew 7', 'stop run_2', 'lose run_3', 'claim 7', 'take run_9']);
});

it('takes on nothing new once it is closing, and keeps what it has', async () => {
  closing = true;
  await leases().look();
  expect(calls).toEqual(['renew 7', 'stop run_2', 'lose run_3']);
});

it('takes nobody for dead while those who live could not say so', async () => {
  runs = false;
  const kept = leases();
  broken = true;
  await kept.look();
  broken = false;
  time += RUN_LEASE_MS / 2 - 1;
  // The time of day is set meanwhile, by as much as one likes.
  wallClock += 1_000_000;
  await kept.look();
  expect(calls.filter((call) => call.startsWith('claim'))).toEqual([]);
  // The storage is asked all the same, so that an outage that goes on is noticed.
  expect(calls[0]).toMatch(/^renew/);
  time += 1;
  await kept.look();
  expect(calls.filter((call) => call.startsWith('claim'))).toHaveLength(1);
});
