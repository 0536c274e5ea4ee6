import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Notice } from '../observe/webhook.ts';
import { GIVEN_TIME } from '../storage/shared-clock.ts';
import { createSqlReplicaRecords } from '../storage/sql-replica-records.ts';
import { createSqlStorage } from '../storage/sql-storage.ts';
import { TEST_DATABASES, type TestDatabase } from '../storage/testing/test-databases.ts';
import { tellOnce } from './tell-once.ts';

const notice = (event: string, text: string): Notice => ({ event, severity: 'warn', text });

describe.each(TEST_DATABASES)('notices of two replicas on %s', (_name, open) => {
  let test: TestDatabase;
  let now = 1_790_000_000_000;
  const told = vi.fn(async (_notice: Notice) => undefined);
  beforeEach(async () => {
    told.mockClear();
    test = await open();
    await createSqlStorage(test.database).migrate();
  });
  afterEach(() => test.close());

  const teller = (database: TestDatabase['database']) =>
    tellOnce({ tell: told, records: createSqlReplicaRecords(database, GIVEN_TIME), now: () => now });

  it('what both notice is told once, and its end once', async () => {
    const [one, other] = [teller(test.database), teller(test.beside)];
    const [refused, accepted] = [notice('credential-refused', 'No.'), notice('credential-accepted', 'Yes.')];
    await Promise.all([one(refused), other(refused)]);
    now += 60 * 60_000;
    await other(refused);
    await Promise.all([one(accepted), other(accepted)]);
    await one(refused);
    expect(told.mock.calls.map(([{ event }]) => event)).toEqual([
      'credential-refused',
      'credential-accepted',
      'credential-refused',
    ]);
  });

  it('what happens again a while later is told again', async () => {
    const one = teller(test.database);
    const swapped = notice('credential-swapped', 'Another key.');
    await one(swapped);
    await one(swapped);
    now += 60_000;
    await one(swapped);
    await one(notice('credential-swapped', 'A third key.'));
    expect(told).toHaveBeenCalledTimes(3);
  });

  it('without the database it is told rather than lost', async () => {
    const away = tellOnce({
      tell: told,
      records: { claimNotice: () => Promise.reject(new Error('away')) },
      now: () => now,
    });
    await away(notice('credential-refused', 'No.'));
    expect(told).toHaveBeenCalledTimes(1);
  });
});
