import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PracticeServer, startPractice } from '@guichet/openwebui/practice';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lacksRedis, startTestRedis, type TestRedis } from '../redis/testing/test-redis.ts';
import { readSettings } from '../settings/read-settings.ts';
import { type RunningGuichet, startGuichet } from '../start-guichet.ts';
import { openPostgres } from '../storage/open-postgres.ts';
import { hasPostgres, makePostgresDatabase } from '../storage/testing/test-databases.ts';
import { PLENTY } from '../testing/start-test-guichet.ts';
import { ORIGIN, readRun, VisitorClient } from '../testing/visitor-client.ts';

const lacks = (lacksRedis || !hasPostgres) && process.env.CI !== 'true';
const WORDS = 60;
const whole = Array.from({ length: WORDS }, (_, place) => `token${place + 1} `).join('');
const LATE = { timeout: 20_000 };

describe.skipIf(lacks)('two replicas on PostgreSQL and Redis', () => {
  let database: Awaited<ReturnType<typeof makePostgresDatabase>>;
  let redis: TestRedis;
  let practice: PracticeServer;
  let credential: string;
  const folders: string[] = [];
  const log: string[] = [];
  let [one, other] = [] as unknown as [RunningGuichet, RunningGuichet];

  async function start(model = `paced-30-${WORDS}`): Promise<RunningGuichet> {
    const folder = mkdtempSync(path.join(tmpdir(), 'guichet-replica-'));
    folders.push(folder);
    return startGuichet({
      settings: readSettings({
        environment: {
          OPENWEBUI_URL: practice.url,
          OPENWEBUI_API_KEY: credential,
          OPENWEBUI_MODEL: model,
          GUICHET_ALLOWED_ORIGINS: ORIGIN,
          GUICHET_DATA_DIR: folder,
          GUICHET_MASTER_KEYS: `main:${Buffer.alloc(32, 7).toString('base64')}`,
          DATABASE_URL: database.url,
          REDIS_URL: redis.url,
          PORT: '0',
          HOST: '127.0.0.1',
        },
      }),
      version: '0.0.0-test',
      packagesFolder: path.resolve(import.meta.dirname, '../../..'),
      logSink: { write: (line) => log.push(line) },
      limits: PLENTY,
    });
  }

  beforeAll(async () => {
    [database, redis, practice] = await Promise.all([makePostgresDatabase(), startTestRedis(), startPractice()]);
    credential = practice.state.makeKey(practice.state.addAccount());
    one = await start();
    other = await start();
  }, 60_000);
  afterAll(async () => {
    await Promise.all([one.close(0), other.close(0)]);
    await Promise.all([practice.close(), redis.remove(), database.remove()]);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  async function ask(url = one.url) {
    const visitor = await VisitorClient.arrive(url);
    const conversation = await visitor.newConversation();
    const response = await visitor.post(conversation, 'hi');
    return { visitor, conversation, response };
  }

  it('an answer is read on at the other one exactly where it was left, as often as one likes', async () => {
    const { visitor, response } = await ask();
    const pieces = [await readRun(response, ({ event }) => event === 'delta')];
    const [{ runId } = { runId: '' }] = pieces;
    for (let turn = 0; pieces.at(-1)?.end.event !== 'done'; turn++) {
      const there = visitor.movedTo(turn % 2 === 0 ? other.url : one.url);
      const last = pieces.at(-1)?.messages.at(-1)?.id;
      let count = 0;
      const response = await there.resume(runId, last);
      expect(response.status).toBe(200);
      pieces.push(await readRun(response, () => ++count >= 5));
    }
    expect(pieces.length).toBeGreaterThan(3);
    const ids = pieces.flatMap(({ messages }) => messages.map(({ id }) => id));
    expect(ids).toEqual(ids.map((_, at) => `1-${at + 1}`));
    expect(pieces.map(({ text }) => text).join('')).toBe(whole);
    // And later on, from anywhere, to the end.
    const late = await readRun(await visitor.movedTo(other.url).resume(runId, '1-3'));
    expect(late.messages[0]?.id).toBe('1-4');
  }, 40_000);

  it('two tabs at different replicas show the same, and the question asked again there is the same run', async () => {
    const visitor = await VisitorClient.arrive(one.url);
    const conversation = await visitor.newConversation();
    const [here, there] = await Promise.all([
      visitor.ask(conversation, 'hi', 'key-1'),
      visitor.movedTo(other.url).ask(conversation, 'hi', 'key-1'),
    ]);
    expect([here.text, there.text]).toEqual([whole, whole]);
    expect(here.runId).toBe(there.runId);
  }, 40_000);

  it('stop at one reaches the other at once, and so does a deletion', async () => {
    const { visitor, response, conversation } = await ask();
    const there = visitor.movedTo(other.url);
    const begun = await readRun(response, ({ event }) => event === 'delta');
    const reading = readRun(await there.resume(begun.runId));
    expect((await there.request(`/v1/runs/${begun.runId}/stop`, { method: 'POST' })).status).toBe(202);
    const stopped = await reading;
    expect(stopped.end).toMatchObject({ event: 'done', data: { reason: 'stopped' } });
    expect(whole.startsWith(stopped.text)).toBe(true);
    expect(stopped.text).not.toBe(whole);

    const second = await readRun(await visitor.post(conversation, 'more'), ({ event }) => event === 'delta');
    expect((await there.request(`/v1/conversations/${conversation}`, { method: 'DELETE' })).status).toBe(204);
    expect((await visitor.resume(second.runId)).status).toBe(404);
  }, 40_000);

  it('a replica that leaves finishes its answers; its readers read on at the other one without a gap', async () => {
    const { visitor, response } = await ask();
    const begun = await readRun(response, ({ event }) => event === 'delta');
    const left = readRun(await visitor.resume(begun.runId));
    const leaving = one.close();
    // Sent away at once, long before the end.
    const cut = await left;
    expect(cut.end.event).not.toBe('done');
    const rest = await readRun(await visitor.movedTo(other.url).resume(begun.runId, cut.messages.at(-1)?.id));
    expect(cut.text + rest.text).toBe(whole);
    expect(rest.end).toMatchObject({ event: 'done', data: { reason: 'complete' } });
    await leaving;
    one = await start();
  }, 60_000);

  it('an answer without a word is asked anew by another one when its process leaves', async () => {
    const silent = await start('stall-0');
    const { visitor, response, conversation } = await ask(silent.url);
    const begun = await readRun(response, ({ event }) => event === 'run');
    await silent.close(0);
    const there = visitor.movedTo(other.url);
    const read = await readRun(await there.resume(begun.runId, '1-1'));
    expect(read.messages[0]?.id).toBe('2-1');
    expect(read.text).toBe(whole);
    const { messages } = await there.json<{ messages: object[] }>(`/v1/conversations/${conversation}`);
    expect(messages).toMatchObject([{ role: 'user' }, { role: 'assistant', status: 'complete', text: whole }]);
    // Made again from storage later on, it is above every epoch that was live.
    expect((await readRun(await there.resume(begun.runId))).messages[0]?.id).toMatch(/^[23]-1$/);
  }, 60_000);

  it('Redis gone in the middle: the writer goes on for its readers; back again, the other one catches up', async () => {
    const { visitor, response } = await ask();
    let began = false;
    const here = readRun(response, ({ event }) => {
      began ||= event === 'delta';
      return false;
    });
    await expect.poll(() => began, LATE).toBe(true);
    await redis.kill();
    expect((await here).text).toBe(whole);
    await redis.start();
    const { runId } = await here;
    expect((await readRun(await visitor.movedTo(other.url).resume(runId, '1-2'))).text).toBe(whole);

    const next = await ask();
    await redis.kill();
    const began2 = readRun(next.response);
    await redis.start();
    const there = await readRun(await next.visitor.movedTo(other.url).resume((await began2).runId));
    expect([(await began2).text, there.text]).toEqual([whole, whole]);
  }, 60_000);

  it('an answer that a dead process had begun ends as interrupted, with every word that was shown', async () => {
    const { visitor, response } = await ask();
    const deltas = { count: 0 };
    const begun = await readRun(response, ({ event }) => event === 'delta' && ++deltas.count === 5);
    // As when its process is gone without a word: nobody renews its lease.
    const direct = openPostgres(database.url);
    await sql`update run set owner = 'srv_dead', lease_until = 0, checkpoint_text = 'token1 ' where id = ${begun.runId}`.execute(
      direct,
    );
    await direct.destroy();
    const rest = await readRun(await visitor.movedTo(other.url).resume(begun.runId, begun.messages.at(-1)?.id));
    expect(rest.end).toMatchObject({ event: 'done', data: { reason: 'interrupted' } });
    expect(rest.text.startsWith(begun.text)).toBe(true);
    // The one taken for dead has been told so.
    await expect.poll(() => log.join(''), LATE).toContain('"event":"run-lost"');
  }, 60_000);
});
