import { connect, createServer } from 'node:net';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../settings/read-settings.ts';
import { StartRefused } from '../start/start-refused.ts';
import { startGuichet } from '../start-guichet.ts';
import { openPostgres } from '../storage/open-postgres.ts';
import { hasPostgres, makePostgresDatabase } from '../storage/testing/test-databases.ts';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, readRun, VisitorClient } from '../testing/visitor-client.ts';

const PACKAGES = path.resolve(import.meta.dirname, '../../..');
const KEYS = `main:${Buffer.alloc(32, 7).toString('base64')}`;
const whole = Array.from({ length: 20 }, (_, place) => `token${place + 1} `).join('');

function start(environment: Record<string, string>, databaseWaitMs?: number) {
  return startGuichet({
    settings: readSettings({
      environment: { PORT: '0', HOST: '127.0.0.1', GUICHET_ALLOWED_ORIGINS: ORIGIN, ...environment },
    }),
    version: '0.0.0-test',
    packagesFolder: PACKAGES,
    logSink: { write: () => undefined },
    ...(databaseWaitMs !== undefined && { databaseWaitMs }),
  });
}

async function refusalOf(started: ReturnType<typeof start>): Promise<string> {
  const outcome = await started.catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(StartRefused);
  return (outcome as StartRefused).message;
}

it('a database that does not answer is one sentence, without the password', async () => {
  const { dataDir, close } = await startTestGuichet();
  await close();
  const environment = { DATABASE_URL: 'postgres://guichet:hush@127.0.0.1:1/guichet', GUICHET_DATA_DIR: dataDir };
  const sentence = await refusalOf(start(environment, 0));
  expect(sentence).toMatch(/^The database 127\.0\.0\.1:1\/guichet does not answer \(.*ECONNREFUSED/);
  expect(sentence).not.toContain('hush');
  expect(sentence).not.toContain('\n');
});

describe.skipIf(!hasPostgres && process.env.CI !== 'true')('on PostgreSQL', () => {
  let made: Awaited<ReturnType<typeof makePostgresDatabase>>;
  let test: TestGuichet;
  let environment: Record<string, string>;

  beforeAll(async () => {
    made = await makePostgresDatabase();
    environment = { DATABASE_URL: made.url, GUICHET_MASTER_KEYS: KEYS };
    test = await startTestGuichet({ model: 'paced-20-20', environment });
  });
  afterAll(async () => {
    await test.close();
    await made.remove();
  });

  it('an answer is written, read on after a lost connection, kept over a restart and deleted', async () => {
    const visitor = await VisitorClient.arrive(test.guichet.url);
    const conversation = await visitor.newConversation();
    const begun = await readRun(await visitor.post(conversation, 'hi'), () => true);
    const rest = await readRun(await visitor.resume(begun.runId, begun.messages.at(-1)?.id));
    expect(begun.text + rest.text).toBe(whole);
    await test.restart();
    const after = visitor.movedTo(test.guichet.url);
    expect((await readRun(await after.resume(begun.runId))).text).toBe(whole);
    expect((await after.request(`/v1/conversations/${conversation}`, { method: 'DELETE' })).status).toBe(204);
    expect((await after.request(`/v1/conversations/${conversation}`)).status).toBe(404);
  });

  it('an answer whose writer died is ended by the next server once its lease is over', async () => {
    const visitor = await VisitorClient.arrive(test.guichet.url);
    const conversation = await visitor.newConversation();
    const run = await visitor.ask(conversation, 'hi');
    const database = openPostgres(made.url);
    await sql`update run set status = 'streaming', owner = 'srv_dead', lease_until = ${Date.now() + 1_000},
      checkpoint_text = 'As far' where id = ${run.runId}`.execute(database);
    await sql`delete from message where run_id = ${run.runId}`.execute(database);
    await expect
      .poll(
        async () => {
          const { messages } = await visitor.json<{ messages: unknown[] }>(`/v1/conversations/${conversation}`);
          return messages.at(-1);
        },
        { timeout: 15_000 },
      )
      .toMatchObject({ status: 'interrupted', text: 'As far' });
    await database.destroy();
  });

  it('a second server works beside the first; one with other master keys does not start', async () => {
    const settings = { ...environment, GUICHET_DATA_DIR: test.dataDir };
    const beside = await start(settings);
    const visitor = await VisitorClient.arrive(test.guichet.url);
    const conversation = await visitor.newConversation();
    expect((await visitor.movedTo(beside.url).request(`/v1/conversations/${conversation}`)).status).toBe(200);
    await beside.close(0);
    const other = `main:${Buffer.alloc(32, 8).toString('base64')}`;
    expect(await refusalOf(start({ ...settings, GUICHET_MASTER_KEYS: other }))).toContain('master key');
  });

  it('a database that is not there, and one that a newer version wrote, are each one sentence', async () => {
    const { dataDir } = test;
    const nowhere = new URL(made.url);
    nowhere.pathname = '/nowhere_at_all';
    const missing = { ...environment, GUICHET_DATA_DIR: dataDir, DATABASE_URL: nowhere.href };
    expect(await refusalOf(start(missing))).toContain('/nowhere_at_all does not exist');
    const database = openPostgres(made.url);
    await sql`insert into kysely_migration values ('9999-later', 'x')`.execute(database);
    expect(await refusalOf(start({ ...environment, GUICHET_DATA_DIR: dataDir }))).toContain('newer version of Guichet');
    await sql`delete from kysely_migration where name = '9999-later'`.execute(database);
    await database.destroy();
  });

  it('a start that finds no database waits for it, lives meanwhile and says why it is not ready', async () => {
    const url = new URL(made.url);
    // Nobody listens there yet.
    const proxy = createServer();
    const port = await freePort();
    const waiting = new URL(made.url);
    waiting.port = String(port);
    const own = await freePort();
    const settings = { ...environment, GUICHET_DATA_DIR: test.dataDir, DATABASE_URL: waiting.href, PORT: String(own) };
    const starting = start(settings, 20_000);
    await expect.poll(() => statusOf(`http://127.0.0.1:${own}/readyz`), { timeout: 10_000 }).toBe(503);
    const ready = await (await fetch(`http://127.0.0.1:${own}/readyz`)).json();
    expect(ready).toMatchObject({ ready: false, reasons: [{ code: 'storage-unavailable' }] });
    expect(ready.reasons[0].detail).toContain(`127.0.0.1:${port}`);
    expect(await statusOf(`http://127.0.0.1:${own}/healthz`)).toBe(200);
    const asked = await fetch(`http://127.0.0.1:${own}/v1/site`);
    expect([asked.status, asked.headers.get('retry-after')]).toEqual([503, '5']);

    proxy.on('connection', (client) => {
      const server = connect({ port: Number(url.port), host: url.hostname });
      client.pipe(server).pipe(client);
      for (const socket of [client, server]) socket.on('error', () => undefined);
    });
    proxy.listen(port, '127.0.0.1');
    const guichet = await starting;
    expect(await statusOf(`${guichet.url}/v1/site`)).not.toBe(503);
    await guichet.close(0);
    proxy.close();
  });

  it('moves from SQLite with everything, refuses a database in use, and backs up and restores both', async () => {
    const sqlite = await startTestGuichet({ environment: { GUICHET_MASTER_KEYS: KEYS } });
    const target = await makePostgresDatabase();
    const visitor = await VisitorClient.arrive(sqlite.guichet.url);
    const conversation = await visitor.newConversation();
    const run = await visitor.ask(conversation, 'hi');
    const command = (words: string[], more: Record<string, string> = {}) =>
      runCommand(words, {
        GUICHET_DATA_DIR: sqlite.dataDir,
        GUICHET_MASTER_KEYS: KEYS,
        GUICHET_LOCALE: 'en',
        DATABASE_URL: target.url,
        ...more,
      });
    const direction = ['move', '--from', 'sqlite', '--to', 'postgres'];
    const first = await command(direction);
    expect(first).toMatchObject({ code: 0 });
    expect(first.output).toContain('message 2');
    expect(first.output).toContain('To go back');
    expect((await command(direction)).code).toBe(0);

    const moved = await start({ ...environment, DATABASE_URL: target.url, GUICHET_DATA_DIR: sqlite.dataDir });
    expect((await readRun(await visitor.movedTo(moved.url).resume(run.runId))).text).toBe(run.text);
    const refused = await command(direction);
    expect(refused.code).not.toBe(0);
    expect(refused.output).toContain('already holds the data');

    const file = path.join(sqlite.dataDir, 'backup.db');
    expect(await command(['backup', file])).toMatchObject({ code: 0 });
    await moved.close(0);
    const empty = await makePostgresDatabase();
    expect(await command(['restore', file], { DATABASE_URL: empty.url })).toMatchObject({ code: 0 });
    const restored = await start({ ...environment, DATABASE_URL: empty.url, GUICHET_DATA_DIR: sqlite.dataDir });
    expect((await readRun(await visitor.movedTo(restored.url).resume(run.runId))).text).toBe(run.text);
    await restored.close(0);
    expect((await command(['restore', file], { DATABASE_URL: empty.url })).code).not.toBe(0);
    await sqlite.close();
    await Promise.all([target.remove(), empty.remove()]);
  }, 240_000);
});

async function statusOf(url: string): Promise<number | undefined> {
  return fetch(url).then(
    ({ status }) => status,
    () => undefined,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
