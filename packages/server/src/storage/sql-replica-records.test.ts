import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReplicaRecords } from './replica-records.ts';
import { GIVEN_TIME } from './shared-clock.ts';
import { createSqlReplicaRecords } from './sql-replica-records.ts';
import { createSqlStorage } from './sql-storage.ts';
import { TEST_DATABASES, type TestDatabase } from './testing/test-databases.ts';

/** A real time: what does not fit 32 bits has to come back. */
const NOW = 1_790_000_000_000;

describe.each(TEST_DATABASES)('what replicas agree on, on %s', (_name, open) => {
  let test: TestDatabase;
  let [one, other]: [ReplicaRecords, ReplicaRecords] = [] as never;
  beforeEach(async () => {
    test = await open();
    await createSqlStorage(test.database).migrate();
    [one, other] = [
      createSqlReplicaRecords(test.database, GIVEN_TIME),
      createSqlReplicaRecords(test.beside, GIVEN_TIME),
    ];
  });
  afterEach(() => test.close());

  const forASecond = (now: number) => ({ now, until: now + 1_000 });

  it('one replica has a lease and prolongs it; another has it once it is over or given back', async () => {
    expect(await one.takeLease('watch', 'srv_a', forASecond(NOW))).toBe(true);
    expect(await other.takeLease('watch', 'srv_b', forASecond(NOW + 999))).toBe(false);
    expect(await one.takeLease('watch', 'srv_a', forASecond(NOW + 999))).toBe(true);
    expect(await other.takeLease('watch', 'srv_b', forASecond(NOW + 1_000))).toBe(false);
    expect(await other.takeLease('watch', 'srv_b', forASecond(NOW + 1_999))).toBe(true);
    expect(await one.takeLease('watch', 'srv_a', forASecond(NOW + 2_000))).toBe(false);
    await one.dropLease('watch', 'srv_a');
    expect(await one.takeLease('watch', 'srv_a', forASecond(NOW + 2_000))).toBe(false);
    await other.dropLease('watch', 'srv_b');
    expect(await one.takeLease('watch', 'srv_a', forASecond(NOW + 2_000))).toBe(true);
  });

  it('of many that try at once, one has it', async () => {
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_, at) => [one, other][at % 2]?.takeLease('watch', `srv_${at}`, forASecond(NOW))),
    );
    expect(tries.filter(Boolean)).toHaveLength(1);
  });

  it('the same news is news once, whichever replica has it', async () => {
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, at) => [one, other][at % 2]?.claimNotice('key', 'refused', { now: NOW })),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await one.claimNotice('key', 'accepted', { now: NOW + 1 })).toBe(true);
    expect(await other.claimNotice('key', 'accepted', { now: NOW + 2 })).toBe(false);
    expect(await other.claimNotice('key', 'refused', { now: NOW + 3 })).toBe(true);
    expect(await other.claimNotice('disk', 'refused', { now: NOW + 3 })).toBe(true);
  });

  it('what may be repeated is news again after its time', async () => {
    const claim = (now: number) => one.claimNotice('swap', 'refused', { now, repeatAfterMs: 1_000 });
    expect([await claim(NOW), await claim(NOW + 999), await claim(NOW + 1_000)]).toEqual([true, false, true]);
  });
});
