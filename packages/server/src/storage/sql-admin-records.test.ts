import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createConsoleSettings } from '../settings/console-settings.ts';
import type { AdminRecords } from './admin-records.ts';
import { createSqlAdminRecords } from './sql-admin-records.ts';
import { createSqlStorage } from './sql-storage.ts';
import { TEST_DATABASES, type TestDatabase } from './testing/test-databases.ts';

const NOW = 1_790_000_000_000;

describe.each(TEST_DATABASES)('notes that two replicas write, on %s', (_name, open) => {
  let test: TestDatabase;
  let [one, other]: [AdminRecords, AdminRecords] = [] as never;
  beforeEach(async () => {
    test = await open();
    await createSqlStorage(test.database).migrate();
    [one, other] = [createSqlAdminRecords(test.database), createSqlAdminRecords(test.beside)];
  });
  afterEach(() => test.close());

  it('are replaced only if they are what was read', async () => {
    expect(await one.replaceNote('n', 'something', 'a', NOW)).toBe(false);
    expect(await one.replaceNote('n', undefined, 'a', NOW)).toBe(true);
    expect(await other.replaceNote('n', undefined, 'b', NOW)).toBe(false);
    const both = [one.replaceNote('n', 'a', 'b', NOW), other.replaceNote('n', 'a', 'c', NOW)];
    expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1);
  });

  it('have another stamp after every change, also back to what they were', async () => {
    expect(await other.noteStamp('n')).toBe('');
    await one.writeNote('n', 'a', NOW);
    const first = await other.noteStamp('n');
    await one.writeNote('n', 'b', NOW + 1);
    await other.writeNote('n', 'a', NOW + 2);
    expect(new Set(['', first, await one.noteStamp('n')]).size).toBe(3);
  });

  it('settings that two replicas change at the same time are both changed', async () => {
    const [atOne, atOther] = [createConsoleSettings(one), createConsoleSettings(other)];
    await Promise.all([
      atOne.change({ OPENWEBUI_MODEL: 'echo' }),
      atOther.change({ GUICHET_LOCALE: 'fr' }),
      atOne.change({ GUICHET_PUBLIC_URL: 'https://a.example' }),
    ]);
    expect(await atOther.read()).toEqual({
      OPENWEBUI_MODEL: 'echo',
      GUICHET_LOCALE: 'fr',
      GUICHET_PUBLIC_URL: 'https://a.example',
    });
  });
});
