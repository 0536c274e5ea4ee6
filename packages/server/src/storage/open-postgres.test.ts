import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPostgres } from './open-postgres.ts';
import { createSqlStorage } from './sql-storage.ts';
import { isStorageFailure } from './storage-failure.ts';
import { hasPostgres, makePostgresDatabase } from './testing/test-databases.ts';

/** Nobody listens there. */
const NOBODY = 'postgres://guichet@127.0.0.1:1/guichet';

const failureOf = async (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

it('a database that is not there is a failure of the storage', async () => {
  const database = openPostgres(NOBODY);
  const error = await failureOf(createSqlStorage(database).check());
  expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  expect(isStorageFailure(error)).toBe(true);
  await database.destroy();
});

describe.skipIf(!hasPostgres && process.env.CI !== 'true')('on a real PostgreSQL', () => {
  let made: Awaited<ReturnType<typeof makePostgresDatabase>>;
  const lost: Error[] = [];
  let database: ReturnType<typeof openPostgres>;

  beforeEach(async () => {
    made = await makePostgresDatabase();
    database = openPostgres(made.url, { onLost: (error) => lost.push(error), maxConnections: 2 });
  });
  afterEach(async () => {
    await database.destroy();
    await made.remove();
  });

  it('gives each of its connections a bound in time', async () => {
    const show = async (name: string) => {
      const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(database);
      return rows[0]?.value;
    };
    expect(await show('statement_timeout')).toBe('10s');
    expect(await show('lock_timeout')).toBe('5s');
    expect(await show('idle_in_transaction_session_timeout')).toBe('15s');
    expect(await show('application_name')).toBe('guichet');
  });

  it('more questions than connections wait for one, and all are answered', async () => {
    const asked = Array.from({ length: 20 }, (_, at) =>
      sql<{ at: number }>`select ${at}::int as at, pg_sleep(0.01)`.execute(database),
    );
    const rows = (await Promise.all(asked)).map((answer) => answer.rows[0]?.at);
    expect(rows).toEqual(Array.from({ length: 20 }, (_, at) => at));
    const { rows: sessions } = await sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
      where datname = current_database() and application_name = 'guichet'`.execute(database);
    expect(sessions[0]?.count).toBe(2);
  });

  it('a question that takes too long is broken off and is a failure of the storage', async () => {
    const error = await failureOf(
      database.transaction().execute(async (transaction) => {
        await sql`set local statement_timeout = 50`.execute(transaction);
        await sql`select pg_sleep(30)`.execute(transaction);
      }),
    );
    expect(error).toMatchObject({ code: '57014' });
    expect(isStorageFailure(error)).toBe(true);
    // Its connection serves the next one.
    expect((await sql`select 1 as one`.execute(database)).rows).toEqual([{ one: 1 }]);
  });

  it('a row that somebody else holds is waited for, and given up as a failure of the storage', async () => {
    const holder = openPostgres(made.url);
    await sql`create table held (id int primary key)`.execute(database);
    await sql`insert into held values (1)`.execute(database);
    const error = await holder.transaction().execute(async (holding) => {
      await sql`select * from held for update`.execute(holding);
      return failureOf(
        database.transaction().execute(async (transaction) => {
          await sql`set local lock_timeout = 50`.execute(transaction);
          await sql`update held set id = 2`.execute(transaction);
        }),
      );
    });
    expect(error).toMatchObject({ code: '55P03' });
    expect(isStorageFailure(error)).toBe(true);
    await holder.destroy();
  });

  it('a connection that the database ends does not end the process, idle or in use', async () => {
    const storage = createSqlStorage(database);
    await storage.migrate();
    const killer = openPostgres(made.url);
    const serves = () =>
      storage.check().then(
        () => true,
        () => false,
      );
    const killAll = () =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`.execute(killer);
    await killAll();
    await expect.poll(() => lost.length).toBeGreaterThan(0);
    await expect.poll(serves).toBe(true);

    const inUse = failureOf(sql`select pg_sleep(5)`.execute(database));
    await expect
      .poll(async () => {
        const asking = sql<{ count: number }>`select count(*) from pg_stat_activity
          where datname = current_database() and query like '%pg_sleep%' and pid <> pg_backend_pid()`;
        return (await asking.execute(killer)).rows[0]?.count;
      })
      .toBe(1);
    await killAll();
    expect(isStorageFailure(await inUse)).toBe(true);
    await expect.poll(serves).toBe(true);
    await killer.destroy();
  });

  it('what asks wrongly is our fault, not the storage’s', async () => {
    expect(isStorageFailure(await failureOf(sql`select nonsense`.execute(database)))).toBe(false);
    const unique = sql`create temporary table t (id int primary key); insert into t values (1), (1)`;
    expect(isStorageFailure(await failureOf(unique.execute(database)))).toBe(false);
  });
});
