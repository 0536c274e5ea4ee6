import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort, lacksRedis, startTestRedis } from '../redis/testing/test-redis.ts';
import { readSettings } from '../settings/read-settings.ts';
import { StartRefused } from '../start/start-refused.ts';
import { startGuichet } from '../start-guichet.ts';
import { startTestGuichet } from '../testing/start-test-guichet.ts';
import { VisitorClient } from '../testing/visitor-client.ts';

const PACKAGES = path.resolve(import.meta.dirname, '../../..');

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'guichet-redis-url-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** @returns the sentence that a start with this address ends with */
async function refusalOf(redisUrl: string, locale = 'en'): Promise<string> {
  const environment = { PORT: '0', HOST: '127.0.0.1', GUICHET_DATA_DIR: dataDir, GUICHET_LOCALE: locale };
  const outcome = await startGuichet({
    settings: readSettings({ environment: { ...environment, REDIS_URL: redisUrl } }),
    version: '0.0.0-test',
    packagesFolder: PACKAGES,
    logSink: { write: () => undefined },
  }).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(StartRefused);
  // Nothing was made, nothing was changed.
  expect(existsSync(dataDir) ? readdirSync(dataDir) : []).toEqual([]);
  const { message } = outcome as StartRefused;
  expect(message).not.toContain('\n');
  expect(message).not.toContain('hush');
  return message;
}

describe('a wrong REDIS_URL', () => {
  it('is one sentence, and nothing is changed', async () => {
    const web = createServer((_request, response) => response.end('hello'));
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const place = `127.0.0.1:${(web.address() as AddressInfo).port}`;
    expect(await refusalOf(`redis://:hush@${place}`)).toContain(`The server at ${place} is neither Redis nor Valkey`);
    expect(await refusalOf(`redis://:hush@${place}`, 'fr')).toContain('n’est ni Redis ni Valkey');
    expect(await refusalOf('redis://:hush@cache.invalid')).toContain('cache.invalid:6379, does not exist');
    web.close();
  });

  it.skipIf(lacksRedis)('is refused for its password, and for a server that only reads', async () => {
    const redis = await startTestRedis(['--requirepass', 'other']);
    const replica = await startTestRedis(['--replicaof', '127.0.0.1', '1']);
    expect(await refusalOf(`redis://:hush@127.0.0.1:${redis.port}`)).toContain('rejects the sign-in in REDIS_URL');
    expect(await refusalOf(replica.url)).toContain('is read-only');
    await Promise.all([redis.remove(), replica.remove()]);
  });
});

describe('a Redis that is away', () => {
  it.skipIf(lacksRedis)(
    'stops nothing: it is said, and joined when it comes; with SQLite it is said what it is good for',
    async () => {
      const redis = await startTestRedis();
      await redis.kill();
      const test = await startTestGuichet({ environment: { REDIS_URL: redis.url } });
      const log = () => test.log.join('');
      expect(log()).toContain('does not answer');
      expect(log()).toContain('only one server can use the data');
      const visitor = await VisitorClient.arrive(test.guichet.url);
      expect((await visitor.ask(await visitor.newConversation(), 'hi')).text).toBe('You said: hi');
      await redis.start();
      await expect
        .poll(async () => (await fetch(`${test.guichet.url}/metrics`)).text(), { timeout: 15_000 })
        .toMatch(/^guichet_redis_reachable 1$/m);
      await test.close();
      await redis.remove();
    },
    40_000,
  );

  it('at a port where nobody listens is said with its reason, in French too', async () => {
    const port = await freePort();
    const environment = { REDIS_URL: `redis://:hush@127.0.0.1:${port}`, GUICHET_LOCALE: 'fr' };
    const test = await startTestGuichet({ environment });
    expect(test.log.join('')).toMatch(new RegExp(`127.0.0.1:${port}, ne répond pas \\(.*ECONNREFUSED`));
    expect(test.log.join('')).not.toContain('hush');
    await test.close();
  });
});
