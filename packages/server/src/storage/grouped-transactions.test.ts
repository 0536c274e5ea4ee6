import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StatementSync } from 'node:sqlite';
import { type Kysely, sql, type Transaction } from 'kysely';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { groupedTransactions } from './grouped-transactions.ts';
import { openSqlite } from './open-sqlite.ts';
import type { Schema } from './schema.ts';
import { createSqlStorage } from './sql-storage.ts';
import { isStorageFailure } from './storage-failure.ts';

let folder: string;
let database: Kysely<Schema>;
let beside: Kysely<Schema>;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-grouped-'));
  const file = path.join(folder, 'guichet.db');
  database = openSqlite(file);
  beside = openSqlite(file);
  await createSqlStorage(database).migrate();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await beside.destroy();
  await database.destroy();
  rmSync(folder, { recursive: true });
});

function countCommits(): () => number {
  const run = vi.spyOn(StatementSync.prototype, 'run');
  return () => run.mock.contexts.filter((statement) => (statement as StatementSync).sourceSQL === 'commit').length;
}

const visitor = (id: string, locale = 'en') => ({ id, site: 'default', locale, created_at: 1 });
const adding = (id: string) => (transaction: Transaction<Schema>) =>
  transaction.insertInto('visitor').values(visitor(id)).execute();
const kept = async (of: Kysely<Schema>) =>
  (await of.selectFrom('visitor').select('id').orderBy('id').execute()).map(({ id }) => id);

it('commits once for all that is asked in one turn, and tells nobody before', async () => {
  const commits = countCommits();
  const groups = groupedTransactions(database);
  const seenAtOutcome: string[][] = [];
  await Promise.all(
    ['vis_1', 'vis_2', 'vis_3'].map(async (id) => {
      await groups.run(adding(id));
      seenAtOutcome.push(await kept(beside));
    }),
  );
  expect(commits()).toBe(1);
  expect(seenAtOutcome).toEqual(Array(3).fill(['vis_1', 'vis_2', 'vis_3']));
});

it('undoes what failed and keeps its neighbours', async () => {
  const groups = groupedTransactions(database);
  const outcomes = await Promise.allSettled([
    groups.run(adding('vis_1')),
    groups.run(async (transaction) => {
      await adding('vis_2')(transaction);
      throw new Error('mine');
    }),
    groups.run(adding('vis_1')),
    groups.run(adding('vis_3')),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
  expect(outcomes[1]).toMatchObject({ reason: new Error('mine') });
  expect(await kept(beside)).toEqual(['vis_1', 'vis_3']);
});

it('does its neighbours again when one fails, and nothing twice while ever more fail', async () => {
  const groups = groupedTransactions(database);
  const calls: string[] = [];
  const counted = (id: string) => (transaction: Transaction<Schema>) => {
    calls.push(id);
    if (id.startsWith('bad')) throw new Error('mine');
    return adding(id)(transaction);
  };
  const callsOf = async (...ids: string[]) => {
    calls.length = 0;
    const outcomes = await Promise.allSettled(ids.map((id) => groups.run(async (on) => counted(id)(on))));
    expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(ids.map((id) => id.startsWith('bad')));
    return [...calls];
  };
  expect(await callsOf('vis_1', 'bad', 'vis_2')).toEqual(['vis_1', 'bad', 'vis_1', 'bad', 'vis_2']);
  expect(await callsOf('vis_3', 'bad', 'bad', 'vis_4')).toEqual(['vis_3', 'bad', 'bad', 'vis_4']);
  expect(await callsOf('vis_5', 'vis_6')).toEqual(['vis_5', 'vis_6']);
  expect(await callsOf('bad', 'vis_7')).toEqual(['bad', 'bad', 'vis_7']);
  expect(await kept(beside)).toEqual(['vis_1', 'vis_2', 'vis_3', 'vis_4', 'vis_5', 'vis_6', 'vis_7']);
});

it('sees what was done before it in the same commit, in the order of asking', async () => {
  const groups = groupedTransactions(database);
  const counting = async (transaction: Transaction<Schema>) => {
    const { count } = await transaction
      .selectFrom('visitor')
      .select((of) => of.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    await adding(`vis_${count}`)(transaction);
    return count;
  };
  expect(await Promise.all([groups.run(counting), groups.run(counting), groups.run(counting)])).toEqual([0, 1, 2]);
});

it('fails as a whole where the database ended the transaction, and serves the next one', async () => {
  const groups = groupedTransactions(database);
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(database);
  await sql.raw(`PRAGMA max_page_count = ${rows[0]?.page_count}`).execute(database);
  const outcomes = await Promise.allSettled([
    groups.run(adding('vis_1')),
    groups.run((transaction) =>
      transaction
        .insertInto('visitor')
        .values(visitor('vis_2', 'x'.repeat(500_000)))
        .execute(),
    ),
    groups.run(adding('vis_3')),
  ]);
  const told = outcomes.map(({ status }) => status);
  // What was told to have happened is there, and nothing else.
  expect(await kept(beside)).toEqual(['vis_1', 'vis_2', 'vis_3'].filter((_, place) => told[place] === 'fulfilled'));
  expect(outcomes[1]).toMatchObject({ status: 'rejected' });
  expect(isStorageFailure(outcomes[1]?.status === 'rejected' ? outcomes[1].reason : undefined)).toBe(true);
  await sql.raw('PRAGMA max_page_count = 1000000').execute(database);
  await groups.run(adding('vis_4'));
  expect(await kept(beside)).toContain('vis_4');
});

it('tells everybody of a commit that failed', async () => {
  const groups = groupedTransactions(database);
  const run = StatementSync.prototype.run;
  vi.spyOn(StatementSync.prototype, 'run').mockImplementation(function failing(this: StatementSync, ...values) {
    if (this.sourceSQL === 'commit') throw new Error('disk I/O error');
    return run.apply(this, values as never);
  });
  const outcomes = await Promise.allSettled([groups.run(adding('vis_1')), groups.run(adding('vis_2'))]);
  expect(outcomes).toMatchObject([
    { status: 'rejected', reason: new Error('disk I/O error') },
    { status: 'rejected', reason: new Error('disk I/O error') },
  ]);
  vi.restoreAllMocks();
  expect(await kept(database)).toEqual([]);
});

it('goes on where the clock stands still', async () => {
  vi.useFakeTimers();
  try {
    await groupedTransactions(database).run(adding('vis_1'));
  } finally {
    vi.useRealTimers();
  }
  expect(await kept(beside)).toEqual(['vis_1']);
});
