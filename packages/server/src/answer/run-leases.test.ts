import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RunLeases } from './run-leases.ts';

const told: [string, unknown][] = [];
const calls: string[] = [];
let runs = true;
let broken = false;

function leases() {
  const note = (level: string) => (fields: unknown) => told.push([level, fields]);
  return new RunLeases({
    storage: {
      async renewLeases(now) {
        if (broken) throw new Error('no disk');
        calls.push(`renew ${now}`);
      },
      async endOrphanedRuns(now) {
        calls.push(`end ${now}`);
        return calls.length > 3 ? 2 : 0;
      },
    },
    hasRuns: () => runs,
    logger: { warn: note('warn'), error: note('error') } as never,
    now: () => 7,
  });
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  told.length = 0;
  calls.length = 0;
  runs = true;
  broken = false;
});

it('gives four signs of life in the time of a lease, and none after it was stopped', async () => {
  const kept = leases();
  kept.start();
  await vi.advanceTimersByTimeAsync(8_000);
  expect(calls.filter((call) => call === 'renew 7')).toHaveLength(4);
  await kept.stop();
  calls.length = 0;
  await vi.advanceTimersByTimeAsync(8_000);
  expect(calls).toEqual([]);
});

it('looks for orphans also while it writes nothing itself, and says how many it ended', async () => {
  runs = false;
  const kept = leases();
  for (let look = 0; look < 4; look++) await kept.look();
  expect(calls).toEqual(['end 7', 'end 7', 'end 7', 'end 7']);
  expect(told).toEqual([['warn', { event: 'runs-orphaned', ended: 2 }]]);
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
