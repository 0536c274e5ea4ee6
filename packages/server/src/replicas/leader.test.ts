import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GIVEN_TIME } from '../storage/shared-clock.ts';
import { createSqlReplicaRecords } from '../storage/sql-replica-records.ts';
import { createSqlStorage } from '../storage/sql-storage.ts';
import { TEST_DATABASES, type TestDatabase } from '../storage/testing/test-databases.ts';
import { LEAD_LEASE_MS, Leader } from './leader.ts';

describe.each(TEST_DATABASES)('the leader of two replicas on %s', (_name, open) => {
  let test: TestDatabase;
  let now = 0;
  const onFailure = vi.fn();
  beforeEach(async () => {
    now = 1_790_000_000_000;
    onFailure.mockReset();
    test = await open();
    await createSqlStorage(test.database).migrate();
  });
  afterEach(() => test.close());

  const leader = (records = createSqlReplicaRecords(test.database, GIVEN_TIME)) =>
    new Leader({ records, onFailure, now: () => now, steady: () => now, intervalMs: 1_000_000 });
  const two = (): [Leader, Leader] => [leader(), leader(createSqlReplicaRecords(test.beside, GIVEN_TIME))];

  it('is one of them, and the other one when it closes', async () => {
    const [one, other] = two();
    const begun = vi.fn();
    other.onBegin(begun);
    await one.start();
    await other.start();
    expect([one.leads, other.leads]).toEqual([true, false]);
    await one.stop();
    expect(one.leads).toBe(false);
    await other.look();
    expect(other.leads).toBe(true);
    expect(begun).toHaveBeenCalledTimes(1);
    await other.look();
    expect(begun).toHaveBeenCalledTimes(1);
    await other.stop();
  });

  it('a dead one is followed when its lease is over, and never are there two', async () => {
    const [dead, other] = two();
    await dead.look();
    await other.look();
    for (let passed = 0; passed < LEAD_LEASE_MS; passed += 500) {
      expect([dead.leads, other.leads].filter(Boolean).length).toBeLessThan(2);
      await other.look();
      now += 500;
    }
    await other.look();
    expect([dead.leads, other.leads]).toEqual([false, true]);
    // It was only asleep.
    await dead.look();
    expect([dead.leads, other.leads]).toEqual([false, true]);
  });

  it('without the database nobody leads for long, which is said once', async () => {
    let isAway = false;
    const records = createSqlReplicaRecords(test.database, GIVEN_TIME);
    const one = leader({
      ...records,
      takeLease: (...asked) => (isAway ? Promise.reject(new Error('away')) : records.takeLease(...asked)),
    });
    await one.look();
    isAway = true;
    await one.look();
    await one.look();
    expect(one.leads).toBe(true);
    now += LEAD_LEASE_MS;
    expect(one.leads).toBe(false);
    expect(onFailure).toHaveBeenCalledTimes(1);
    isAway = false;
    await one.look();
    expect(one.leads).toBe(true);
  });
});
