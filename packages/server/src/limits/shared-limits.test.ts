import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openRedis, type SharedRedis } from '../redis/open-redis.ts';
import { readRedisAddress } from '../redis/redis-address.ts';
import { lacksRedis, startTestRedis, type TestRedis } from '../redis/testing/test-redis.ts';
import { networkLimits, visitorLimit } from './limit.ts';
import { createSharedMinuteCounter } from './shared-minute-counter.ts';
import { PLACE_LEASE_MS, SharedPlaces } from './shared-places.ts';

const SOON = { timeout: 15_000 };
const networks = [
  { key: 'narrow', times: 1 },
  { key: 'wide', times: 4 },
] as const;

describe.skipIf(lacksRedis)('two replicas with one Redis', () => {
  let server: TestRedis;
  let replicas: [SharedRedis, SharedRedis];
  let round = 0;

  beforeAll(async () => {
    server = await startTestRedis();
  });
  afterAll(() => server.remove());
  beforeEach(async () => {
    const address = readRedisAddress(server.url);
    if (!address) throw new Error(server.url);
    const prefix = `guichet:${round++}:`;
    replicas = [openRedis({ address, prefix }), openRedis({ address, prefix })];
    await Promise.all(replicas.map((redis) => redis.opened));
  });
  afterEach(async () => {
    await Promise.all(replicas.map((redis) => redis.close()));
  });

  describe('count together by the minute', () => {
    const counters = () => replicas.map(createSharedMinuteCounter);

    it('so many in all, however many ask at once', async () => {
      const [one, other] = counters();
      const limit = [visitorLimit('vis_a', { unit: 'messages', window: 'minute', limit: 25 })];
      const verdicts = await Promise.all(
        Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? one : other)?.consume(limit)),
      );
      expect(verdicts.filter((verdict) => verdict?.ok)).toHaveLength(25);
      const refused = await one?.consume(limit);
      expect(refused).toMatchObject({ ok: false, retryAfter: expect.any(Number) });
    });

    it('and a wider network as many times more', async () => {
      const [one, other] = counters();
      const three = { unit: 'visitors', window: 'minute', limit: 3 } as const;
      const tries = await Promise.all(
        Array.from({ length: 5 }, (_, at) => (at % 2 === 0 ? one : other)?.consume(networkLimits(networks, three))),
      );
      expect(tries.filter((verdict) => verdict?.ok)).toHaveLength(3);
      const beside = await Promise.all(
        Array.from({ length: 12 }, () => one?.consume(networkLimits([networks[1]], three))),
      );
      expect(beside.filter((verdict) => verdict?.ok)).toHaveLength(9);
    });

    it('each alone while Redis is away, and together again afterwards', async () => {
      const [one, other] = counters();
      const of = (visitor: string) => [visitorLimit(visitor, { unit: 'messages', window: 'minute', limit: 1 })];
      await server.kill();
      expect(await one?.consume(of('vis_a'))).toEqual({ ok: true });
      expect(await other?.consume(of('vis_a'))).toEqual({ ok: true });
      expect(await one?.consume(of('vis_a'))).toMatchObject({ ok: false });
      await server.start();
      await expect.poll(() => replicas.map(({ lost }) => lost), SOON).toEqual([undefined, undefined]);
      expect(await one?.consume(of('vis_b'))).toEqual({ ok: true });
      expect(await other?.consume(of('vis_b'))).toMatchObject({ ok: false });
    }, 40_000);
  });

  describe('share places', () => {
    const limit = visitorLimit('vis_a', { unit: 'answers', window: 'at-a-time', limit: 2 });
    const wide = networkLimits(networks, { unit: 'answers', window: 'at-a-time', limit: 10 });
    const limits = [limit, ...wide];
    const two = (): [SharedPlaces, SharedPlaces] => [new SharedPlaces(replicas[0]), new SharedPlaces(replicas[1])];

    it('so many in all, and a place given back is free for the other', async () => {
      const [one, other] = two();
      const verdicts = await Promise.all([one.take(limits), other.take(limits), one.take(limits), other.take(limits)]);
      const taken = verdicts.filter((verdict) => verdict.ok);
      expect(taken).toHaveLength(2);
      for (const verdict of verdicts) if (!verdict.ok) expect(verdict.reached).toEqual(limit);
      const [first] = taken;
      if (first?.ok) await Promise.all([one.giveBack(first.place), other.giveBack(first.place)]);
      expect((await other.take(limits)).ok).toBe(true);
      expect((await one.take(limits)).ok).toBe(false);
    });

    it('a refusal takes no place of the wider networks', async () => {
      const [one] = two();
      await one.take(limits);
      await one.take(limits);
      await one.take(limits);
      const keys = await replicas[0].ask((client) => client.zCard(`places:["network","wide","answers","at-a-time"]`));
      expect(keys).toBe(2);
    });

    it('the places of a replica that died are free when their lease is over', async () => {
      const [dead, alive] = two();
      await dead.take([limit]);
      await dead.take([limit]);
      expect((await alive.take([limit])).ok).toBe(false);
      const key = `places:["visitor","vis_a","answers","at-a-time"]`;
      const ends = await replicas[0].ask((client) => client.zRangeWithScores(key, 0, -1));
      const [seconds] = await replicas[0].ask((client) => client.time());
      for (const { score } of ends) expect(score - Number(seconds) * 1_000).toBeLessThan(PLACE_LEASE_MS + 1_000);
      // As when that time has passed.
      await replicas[0].ask((client) =>
        client.zAdd(
          key,
          ends.map(({ value, score }) => ({ value, score: score - PLACE_LEASE_MS - 1_000 })),
        ),
      );
      expect((await alive.take([limit])).ok).toBe(true);
    });

    it('what is held stays held in a Redis that came back empty', async () => {
      const [one, other] = two();
      await one.take([limit]);
      await one.take([limit]);
      await server.kill();
      // Alone, each gives what it has.
      expect((await other.take([limit])).ok).toBe(true);
      await server.start();
      await expect.poll(() => replicas.map(({ lost }) => lost), SOON).toEqual([undefined, undefined]);
      await vi.waitFor(async () => expect((await other.take([limit])).ok).toBe(false), SOON);
    }, 40_000);
  });
});
