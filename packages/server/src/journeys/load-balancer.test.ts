import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort, lacksRedis } from '../redis/testing/test-redis.ts';
import { hasPostgres } from '../storage/testing/test-databases.ts';
import { startTestReplicas, type TestReplicas } from '../testing/start-test-replicas.ts';
import { readRun, VisitorClient } from '../testing/visitor-client.ts';

const CADDYFILE = path.resolve(import.meta.dirname, '../../../../deploy/replicas/Caddyfile');
const hasCaddy = spawnSync('caddy', ['version']).status === 0;
const lacks = (!(hasPostgres && hasCaddy) && process.env.CI !== 'true') || lacksRedis;

describe.skipIf(lacks)('two servers behind the Caddyfile of deploy/replicas', { timeout: 60_000 }, () => {
  let replicas: TestReplicas;
  let caddy: ChildProcess;
  let home: string;
  let front: string;

  beforeAll(async () => {
    replicas = await startTestReplicas({ model: 'paced-20-20' });
    home = mkdtempSync(path.join(tmpdir(), 'guichet-caddy-'));
    front = `http://127.0.0.1:${await freePort()}`;
    const servers = [replicas.one, replicas.other].map(({ guichet }) => new URL(guichet.url).host).join(' ');
    caddy = spawn('caddy', ['run', '--config', CADDYFILE, '--adapter', 'caddyfile'], {
      env: {
        ...process.env,
        HOME: home,
        XDG_DATA_HOME: home,
        XDG_CONFIG_HOME: home,
        GUICHET_HOST: front,
        GUICHET_SERVERS: servers,
        CADDY_ADMIN: `127.0.0.1:${await freePort()}`,
      },
      stdio: 'ignore',
    });
    await vi.waitFor(async () => expect(await statusOf()).toBe(200), { timeout: 20_000, interval: 100 });
  }, 60_000);
  afterAll(async () => {
    const ended = new Promise((resolve) => caddy.once('exit', resolve));
    caddy.kill();
    await ended;
    await replicas.close();
    rmSync(home, { recursive: true, force: true });
  });

  const statusOf = () =>
    fetch(`${front}/healthz`).then(
      ({ status }) => status,
      () => undefined,
    );

  it('answers arrive piece by piece, and are read on after a lost connection, wherever that leads', async () => {
    const visitor = await VisitorClient.arrive(front);
    const conversation = await visitor.newConversation();
    const begun = await readRun(await visitor.post(conversation, 'hi'), ({ event }) => event === 'delta');
    expect(begun.end.event).toBe('delta');
    const parts = await Promise.all(
      Array.from({ length: 4 }, async () => readRun(await visitor.resume(begun.runId, begun.messages.at(-1)?.id))),
    );
    for (const rest of parts) {
      expect(rest.end.event).toBe('done');
      expect(begun.text + rest.text).toBe(parts[0] && begun.text + parts[0].text);
    }
  });

  it('while one server is taken away, every question is answered once, to its end', async () => {
    const asking = Array.from({ length: 6 }, async (_, at) => {
      const visitor = await VisitorClient.arrive(front);
      const conversation = await visitor.newConversation();
      if (at === 3) void replicas.other.guichet.close();
      await askAsWidgetsDo(visitor, conversation);
      return visitor.json<{ messages: { role: string; status: string; text: string }[] }>(
        `/v1/conversations/${conversation}`,
      );
    });
    for (const { messages } of await Promise.all(asking)) {
      expect(messages.map(({ role, status }) => [role, status])).toEqual([
        ['user', 'complete'],
        ['assistant', 'complete'],
      ]);
      expect(messages[1]?.text).toContain('token20');
    }
    for (let at = 0; at < 5; at++) expect(await statusOf()).toBe(200);
  });
});

/** Sends the question until it is taken, and reads on until its answer is there, under one key. */
async function askAsWidgetsDo(visitor: VisitorClient, conversation: string): Promise<void> {
  const key = crypto.randomUUID();
  await vi.waitFor(
    async () => {
      const response = await visitor.post(conversation, 'a question', key);
      expect(response.status).toBe(200);
      expect((await readRun(response)).end.event).toBe('done');
    },
    { timeout: 40_000, interval: 200 },
  );
}
