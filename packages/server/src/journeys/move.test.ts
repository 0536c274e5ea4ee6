import { spawn } from 'node:child_process';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { countRows } from '../storage/copy-database.ts';
import { openPostgres } from '../storage/open-postgres.ts';
import { createSqlStorage } from '../storage/sql-storage.ts';
import { hasPostgres, makePostgresDatabase } from '../storage/testing/test-databases.ts';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet } from '../testing/start-test-guichet.ts';
import { VisitorClient } from '../testing/visitor-client.ts';

const CLI = path.resolve(import.meta.dirname, '../cli.ts');
const KEYS = `main:${Buffer.alloc(32, 7).toString('base64')}`;
const DIRECTION = ['move', '--from', 'sqlite', '--to', 'postgres'];
const SOON = { timeout: 30_000 };

describe.skipIf(!hasPostgres && process.env.CI !== 'true')('a move that does not come to its end', () => {
  it('leaves nothing behind, and can be done again', { timeout: 120_000 }, async () => {
    const sqlite = await startTestGuichet({ environment: { GUICHET_MASTER_KEYS: KEYS } });
    const visitor = await VisitorClient.arrive(sqlite.guichet.url);
    const run = await visitor.ask(await visitor.newConversation(), 'hi');
    const target = await makePostgresDatabase();
    const environment = { GUICHET_DATA_DIR: sqlite.dataDir, GUICHET_MASTER_KEYS: KEYS, DATABASE_URL: target.url };
    const database = openPostgres(target.url);
    await createSqlStorage(database).migrate();

    // Somebody holds a table, so that the copy waits in the middle of its work.
    const release = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const holding = database.transaction().execute(async (holder) => {
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(holder);
      await sql`lock table visitor in access exclusive mode`.execute(holder);
      held.resolve();
      await release.promise;
    });
    await held.promise;

    const env = { PATH: process.env.PATH ?? '', GUICHET_LOCALE: 'en', ...environment };
    const child = spawn(process.execPath, [CLI, ...DIRECTION], { env, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const watcher = openPostgres(target.url);
    const waiting = async () => {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(watcher);
      return rows[0]?.count;
    };
    await expect.poll(waiting, SOON).toBe(1);
    child.kill('SIGKILL');
    await ended;

    // The same, given up by itself: one sentence, and not zero.
    const refused = await runCommand(DIRECTION, environment);
    expect(refused.code).not.toBe(0);
    expect(refused.output).toMatch(
      /The copy to .* stopped \(canceling statement due to lock timeout\)\. Nothing was kept there/,
    );
    expect(refused.output).not.toContain('To go back');
    release.resolve();
    await holding;

    expect(await countRows(database)).toBe(0);
    const again = await runCommand(DIRECTION, environment);
    expect(again).toMatchObject({ code: 0 });
    expect(again.output).toContain('message 2');
    expect(await countRows(database)).toBeGreaterThan(4);
    // The source was not changed.
    expect((await visitor.resume(run.runId)).status).toBe(200);
    await Promise.all([database.destroy(), watcher.destroy()]);
    await sqlite.close();
    await target.remove();
  });
});
