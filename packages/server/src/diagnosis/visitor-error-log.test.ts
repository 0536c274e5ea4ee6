import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../storage/open-sqlite.ts';
import { createSqlStorage } from '../storage/sql-storage.ts';
import { createSqlVisitorErrorRecords } from '../storage/sql-visitor-error-records.ts';
import { MAX_UNWRITTEN_ERRORS, VISITOR_ERRORS_KEPT_MS, VisitorErrorLog } from './visitor-error-log.ts';

let database: ReturnType<typeof openSqlite>;
let failures: unknown[];
let now: number;

beforeEach(async () => {
  database = openSqlite(':memory:');
  await createSqlStorage(database).migrate();
  failures = [];
  now = 1_790_000_000_000;
});
afterEach(() => database.destroy());

const open = () =>
  new VisitorErrorLog({
    records: createSqlVisitorErrorRecords(database),
    onFailure: (error) => failures.push(error),
    now: () => now,
  });

const refOf = (count: number) => `AAAA-${String(count).padStart(4, '0')}`;

describe('the log of what visitors were told', () => {
  it('finds an error before it is written and after, however the reference is typed', async () => {
    const log = open();
    log.note({ ref: 'K7QM-2XRB', code: 'assistant-unavailable', cause: 'dns-failed' });
    const wanted = { ref: 'K7QM-2XRB', at: now, code: 'assistant-unavailable', cause: 'dns-failed' };
    expect(await log.find('K7QM-2XRB')).toEqual(wanted);
    await log.write();
    for (const typed of ['K7QM-2XRB', 'k7qm2xrb', ' K7QM 2XRB ']) expect(await log.find(typed)).toEqual(wanted);
    expect(await log.find('K7QM-2XRC')).toBeUndefined();
    await log.close();
  });

  it('outlives a restart', async () => {
    const before = open();
    before.note({ ref: 'K7QM-2XRB', code: 'internal' });
    await before.close();
    expect(await open().find('K7QM-2XRB')).toMatchObject({ code: 'internal' });
  });

  it('forgets after two weeks, also when nothing new has come', async () => {
    const log = open();
    log.note({ ref: 'K7QM-2XRB', code: 'internal' });
    await log.write();
    now += VISITOR_ERRORS_KEPT_MS;
    expect(await log.find('K7QM-2XRB')).toBeDefined();
    now += 1;
    expect(await log.find('K7QM-2XRB')).toBeUndefined();
    await log.close();
  });

  it('while the storage is away keeps the newest in memory and complains once', async () => {
    await database.schema.alterTable('visitor_error').renameTo('away').execute();
    const log = open();
    for (let count = 0; count <= MAX_UNWRITTEN_ERRORS; count++) log.note({ ref: refOf(count), code: 'internal' });
    await log.write();
    await log.write();
    expect(failures).toHaveLength(1);
    expect(await log.find(refOf(MAX_UNWRITTEN_ERRORS))).toBeDefined();
    await database.schema.alterTable('away').renameTo('visitor_error').execute();
    expect(await log.find(refOf(0))).toBeUndefined();
    await log.write();
    expect(await open().find(refOf(1))).toBeDefined();
    await log.close();
  });
});
