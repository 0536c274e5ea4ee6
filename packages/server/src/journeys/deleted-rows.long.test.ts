/** What the privacy page promises of deletion on PostgreSQL: two whole servers, the clock of one of which does it by itself. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { lacksRedis } from '../redis/testing/test-redis.ts';
import { openPostgres } from '../storage/open-postgres.ts';
import { hasPostgres } from '../storage/testing/test-databases.ts';
import { startTestReplicas } from '../testing/start-test-replicas.ts';
import { VisitorClient } from '../testing/visitor-client.ts';

const lacks = (!hasPostgres && process.env.CI !== 'true') || lacksRedis;

// It needs a PostgreSQL and a Redis.
it.skipIf(lacks)('what a visitor erases leaves the files of PostgreSQL by itself', { timeout: 240_000 }, async () => {
  const replicas = await startTestReplicas();
  // A checkpoint may take longer than any statement of ours.
  const database = openPostgres(replicas.databaseUrl, { statementTimeoutMs: 0 });
  try {
    const holding = async (word: string) => {
      await sql`checkpoint`.execute(database);
      const { rows } = await sql<{ name: string }>`
        select cast(cast(oid as regclass) as text) as name from pg_class
        where relkind in ('r', 't') and pg_relation_size(oid) > 0
          and relnamespace in (select oid from pg_namespace where nspname in ('public', 'pg_toast'))
          and position(cast(${word} as text)::bytea in pg_read_binary_file(pg_relation_filepath(oid))) > 0`.execute(
        database,
      );
      return rows.map(({ name }) => name);
    };
    const [leaving, staying] = [
      await VisitorClient.arrive(replicas.one.guichet.url),
      await VisitorClient.arrive(replicas.other.guichet.url),
    ];
    await leaving.ask(await leaving.newConversation(), 'FORGET-ME please '.repeat(20));
    await staying.ask(await staying.newConversation(), 'THIS-STAYS '.repeat(20));
    expect(
      (await leaving.movedTo(replicas.other.guichet.url).request('/v1/visitors/me', { method: 'DELETE' })).status,
    ).toBe(204);
    expect(await holding('FORGET-ME')).not.toEqual([]);
    await expect.poll(() => holding('FORGET-ME'), { timeout: 180_000, interval: 2_000 }).toEqual([]);
    expect(await holding('THIS-STAYS')).not.toEqual([]);
  } finally {
    await database.destroy();
    await replicas.close();
  }
});
