import { createServer as createWebServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { createClient } from '@redis/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRedis, type RedisVerdict } from './check-redis.ts';
import { readRedisAddress } from './redis-address.ts';
import { lacksRedis, startTestRedis, type TestRedis } from './testing/test-redis.ts';

function check(url: string): Promise<RedisVerdict> {
  const address = readRedisAddress(url);
  if (!address) throw new Error(`no address: ${url}`);
  return checkRedis(address);
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

describe('what does not speak its protocol', () => {
  it('a web server is not Redis', async () => {
    const web = createWebServer((_request, response) => response.end('hello'));
    const port = await listening(web);
    expect(await check(`redis://127.0.0.1:${port}`)).toMatchObject({ kind: 'unusable', fault: 'not-redis' });
    web.close();
  });

  it('a port where nobody listens, and one that says nothing, are away', async () => {
    const silent = createServer(() => undefined);
    const port = await listening(silent);
    expect((await check(`redis://127.0.0.1:${port}`)).kind).toBe('away');
    silent.close();
    expect((await check(`redis://127.0.0.1:${port}`)).kind).toBe('away');
  }, 20_000);

  it('a whole name that does not exist is wrong; a container’s name may exist in a minute', async () => {
    expect(await check('redis://cache.invalid')).toMatchObject({ kind: 'unusable', fault: 'unknown-host' });
    expect((await check('redis://nosuchcontainer')).kind).toBe('away');
  });
});

describe.skipIf(lacksRedis)('with a Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startTestRedis(['--requirepass', 'hush', '--maxmemory-policy', 'allkeys-lru']);
  });
  afterAll(() => redis.remove());

  const at = (path: string, password = 'hush') => `redis://:${password}@127.0.0.1:${redis.port}${path}`;

  it('is usable, and says its version and what it does when it is full', async () => {
    expect(await check(at('/3'))).toEqual({
      kind: 'usable',
      facts: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/), memoryPolicy: 'allkeys-lru' },
    });
  });

  it('a wrong password, none at all, and a database it does not have are wrong', async () => {
    expect(await check(at('', 'wrong'))).toMatchObject({ kind: 'unusable', fault: 'login' });
    expect(await check(redis.url)).toMatchObject({ kind: 'unusable', fault: 'login' });
    expect(await check(at('/99'))).toMatchObject({ kind: 'unusable', fault: 'database' });
  });

  it('no encryption where some is asked for is wrong, or at least away', async () => {
    const verdict = await check(at('').replace('redis:', 'rediss:'));
    expect(verdict.kind).not.toBe('usable');
  }, 20_000);

  it('what is never said is the password', async () => {
    expect(JSON.stringify(await check(at('/99')))).not.toContain('hush');
  });

  it('one that only reads, a cluster, and an account that may not write are wrong', async () => {
    const replica = await startTestRedis(['--replicaof', '127.0.0.1', '1']);
    const cluster = await startTestRedis(['--cluster-enabled', 'yes']);
    expect(await check(replica.url)).toMatchObject({ kind: 'unusable', fault: 'replica' });
    expect(await check(cluster.url)).toMatchObject({ kind: 'unusable', fault: 'cluster' });
    await Promise.all([replica.remove(), cluster.remove()]);

    const operator = createClient({ url: at('') });
    await operator.connect();
    await operator.sendCommand(['ACL', 'SETUSER', 'reader', 'on', '>hush', '~*', '&*', '+@read', '+@connection']);
    await operator.sendCommand(['ACL', 'SETUSER', 'shy', 'on', '>hush', '~*', '&*', '+@all', '-info']);
    operator.destroy();
    const as = (user: string) => check(`redis://${user}:hush@127.0.0.1:${redis.port}`);
    expect(await as('reader')).toMatchObject({ kind: 'unusable', fault: 'forbidden' });
    // Its operator does not let us ask; that is no reason not to use it.
    expect(await as('shy')).toEqual({ kind: 'usable', facts: {} });
  });
});
