import { ErrorReply } from '@redis/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OpenRedisOptions, openRedis, RedisLost, type SharedRedis } from './open-redis.ts';
import { readRedisAddress } from './redis-address.ts';
import { lacksRedis, startTestRedis, type TestRedis } from './testing/test-redis.ts';

const SOON = { timeout: 15_000 };

describe.skipIf(lacksRedis)('a shared Redis', () => {
  let server: TestRedis;
  const opened: SharedRedis[] = [];

  function open(prefix = 'guichet:test:'): SharedRedis {
    const address = readRedisAddress(server.url) as OpenRedisOptions['address'];
    const redis = openRedis({ address, prefix });
    opened.push(redis);
    return redis;
  }

  beforeEach(async () => {
    server = await startTestRedis();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((redis) => redis.close()));
    await server.remove();
  });

  it('answers, with keys below its prefix', async () => {
    const [one, other] = [open('guichet:one:'), open('guichet:other:')];
    await Promise.all([one.opened, other.opened]);
    expect([one.lost, other.lost]).toEqual([undefined, undefined]);
    await one.ask((client) => client.set('key', 'value'));
    expect(await one.ask((client) => client.get('key'))).toBe('value');
    expect(await other.ask((client) => client.get('key'))).toBeNull();
    expect(await one.ask((client) => client.keys('*'))).toContain('guichet:one:key');
  });

  it('what Redis refuses is told as it is, and does not count as lost', async () => {
    const redis = open();
    await redis.opened;
    await redis.ask((client) => client.xAdd('log', '1-2', { text: 'a' }));
    await expect(redis.ask((client) => client.xAdd('log', '1-2', { text: 'b' }))).rejects.toBeInstanceOf(ErrorReply);
    expect(redis.lost).toBeUndefined();
  });

  it('rings at every replica, itself included, and not at other instances', async () => {
    const [one, other, foreign] = [open('guichet:a:'), open('guichet:a:'), open('guichet:b:')];
    const heard: string[] = [];
    one.hear('sites', (message) => heard.push(`one ${message}`));
    other.hear('sites', (message) => heard.push(`other ${message}`));
    foreign.hear('sites', (message) => heard.push(`foreign ${message}`));
    await Promise.all([one.opened, other.opened, foreign.opened]);
    await expect
      .poll(() => one.ask((client) => client.pubSubNumSub(['guichet:a:sites', 'guichet:b:sites'])), SOON)
      .toEqual({ 'guichet:a:sites': 2, 'guichet:b:sites': 1 });
    expect(await one.ring('sites', 'x')).toBe(2);
    await expect.poll(() => heard.toSorted(), SOON).toEqual(['one x', 'other x']);
  });

  it('what nobody listens to any more is not sent, and can be listened to again at once', async () => {
    const redis = open();
    await redis.opened;
    const count = () => redis.ask((client) => client.pubSubNumSub(['guichet:test:run']));
    const heard: string[] = [];
    const first = redis.hear('run', () => heard.push('first'));
    const second = redis.hear('run', () => heard.push('second'));
    await expect.poll(count, SOON).toEqual({ 'guichet:test:run': 1 });
    first();
    await redis.ring('run');
    await expect.poll(() => heard, SOON).toEqual(['second']);
    second();
    redis.hear('run', () => heard.push('third'));
    await expect
      .poll(async () => {
        await redis.ring('run');
        return heard.at(-1);
      }, SOON)
      .toBe('third');
    const unheard = redis.hear('other', () => undefined);
    unheard();
    await expect
      .poll(() => redis.ask((client) => client.pubSubNumSub(['guichet:test:other'])), SOON)
      .toEqual({
        'guichet:test:other': 0,
      });
  });

  it('a server that dies is lost at once, and hears again when it is back', async () => {
    const redis = open();
    const lost = vi.fn();
    const regained = vi.fn();
    redis.onLost(lost);
    redis.onRegained(regained);
    const heard: string[] = [];
    redis.hear('keys', (message) => heard.push(message));
    await redis.opened;
    expect(regained).toHaveBeenCalled();

    await server.kill();
    await expect.poll(() => redis.lost, SOON).toBeDefined();
    await expect(redis.ask((client) => client.ping())).rejects.toBeInstanceOf(RedisLost);
    await expect(redis.ring('keys')).resolves.toBe(0);
    expect(lost).toHaveBeenCalledTimes(1);

    const before = regained.mock.calls.length;
    await server.start();
    await expect.poll(() => redis.lost, SOON).toBeUndefined();
    expect(regained.mock.calls.length).toBeGreaterThan(before);
    await expect
      .poll(async () => {
        await redis.ring('keys', 'again');
        return heard;
      }, SOON)
      .toContain('again');
    expect(lost).toHaveBeenCalledTimes(1);
  }, 40_000);

  it('a server that hangs fails what was asked, and is used again when it answers', async () => {
    const redis = open();
    await redis.opened;
    server.freeze();
    const asked = [1, 2, 3].map((value) => redis.ask((client) => client.set('key', String(value))));
    const outcomes = await Promise.allSettled(asked);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(RedisLost) });
    }
    expect(redis.lost).toBeDefined();
    server.thaw();
    await expect.poll(() => redis.lost, SOON).toBeUndefined();
    expect(await redis.ask((client) => client.ping())).toBe('PONG');
  }, 40_000);

  it('a server that hangs unasked is noticed as well', async () => {
    const redis = open();
    await redis.opened;
    server.freeze();
    await expect.poll(() => redis.lost, SOON).toBeDefined();
    server.thaw();
    await expect.poll(() => redis.lost, SOON).toBeUndefined();
  }, 40_000);

  it('one that only reads after a failover counts as lost, and as there once it writes again', async () => {
    const redis = open();
    await redis.opened;
    const operator = redis.dedicated();
    await expect.poll(() => operator.isReady, SOON).toBe(true);
    await operator.sendCommand(['REPLICAOF', '127.0.0.1', '1']);
    await expect(redis.ask((client) => client.set('key', '1'))).rejects.toThrow('READONLY');
    expect(redis.lost).toContain('READONLY');
    await operator.sendCommand(['REPLICAOF', 'NO', 'ONE']);
    await expect.poll(() => redis.lost, SOON).toBeUndefined();
  }, 40_000);

  it('a dedicated connection waits for entries without keeping the others waiting', async () => {
    const redis = open();
    await redis.opened;
    const reader = redis.dedicated();
    await expect.poll(() => reader.isReady, SOON).toBe(true);
    const reading = reader.xRead({ key: 'log', id: '0' }, { BLOCK: 2_000 });
    expect(await redis.ask((client) => client.ping())).toBe('PONG');
    await redis.ask((client) => client.xAdd('log', '1-1', { text: 'a' }));
    expect(JSON.stringify(await reading)).toContain('1-1');
  });

  it('opens beside a Redis that is away, and uses it when it comes', async () => {
    await server.kill();
    const redis = open();
    await redis.opened;
    expect(redis.lost).toContain('ECONNREFUSED');
    await server.start();
    await expect.poll(() => redis.lost, SOON).toBeUndefined();
  }, 40_000);
});
