/** The schedules of `run-schedules.test.ts`, so many that what is rare comes as well. A failure names the seed that repeats it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRedis, type SharedRedis } from '../redis/open-redis.ts';
import { readRedisAddress } from '../redis/redis-address.ts';
import { lacksRedis, startTestRedis, type TestRedis } from '../redis/testing/test-redis.ts';
import { checkSchedules } from './testing/run-schedules.ts';
import { connectBySockets, connectStraight } from './testing/scene-connections.ts';

const SCHEDULES = 100_000;
const OVER_SOCKETS = 5_000;
const TIME = { timeout: 40 * 60_000, retry: 0 };

async function tell(what: string, carryOut: () => Promise<number>): Promise<number> {
  const begunAt = performance.now();
  const count = await carryOut();
  console.log(`${what}: ${count} schedules in ${Math.round((performance.now() - begunAt) / 1000)} s`);
  return count;
}

describe('whatever happens to an answer and its readers, often', () => {
  it('in memory', TIME, async () => {
    const parts = { connect: connectStraight };
    expect(await tell('in memory', () => checkSchedules(parts, { count: SCHEDULES }))).toBe(SCHEDULES);
  });

  describe.skipIf(lacksRedis)('over Redis', () => {
    let server: TestRedis;
    let redis: SharedRedis;
    beforeAll(async () => {
      server = await startTestRedis();
      redis = openRedis({ address: readRedisAddress(server.url) as never, prefix: 'guichet:schedules:' });
      await redis.opened;
    });
    afterAll(async () => {
      await redis.close();
      await server.remove();
    });

    it('on Redis', TIME, async () => {
      const parts = { redis, connect: connectStraight };
      const carryOut = () => checkSchedules(parts, { count: SCHEDULES, atATime: 20 });
      expect(await tell('on Redis', carryOut)).toBe(SCHEDULES);
    });

    it('over sockets', TIME, async () => {
      const { connect, close } = await connectBySockets();
      const carryOut = () => checkSchedules({ redis, connect }, { count: OVER_SOCKETS, atATime: 10 });
      expect(await tell('over sockets', carryOut)).toBe(OVER_SOCKETS);
      await close();
    });
  });
});
