import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRedis, type SharedRedis } from '../redis/open-redis.ts';
import { readRedisAddress } from '../redis/redis-address.ts';
import { lacksRedis, startTestRedis, type TestRedis } from '../redis/testing/test-redis.ts';
import { checkSchedules } from './testing/run-schedules.ts';
import { connectBySockets, connectStraight } from './testing/scene-connections.ts';

const TIME = { timeout: 120_000 };

describe('whatever happens to an answer and its readers', () => {
  it('in memory: every reader shows the stored answer, each character once', TIME, async () => {
    expect(await checkSchedules({ connect: connectStraight }, { count: 300 })).toBe(300);
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

    it('every reader shows the stored answer, each character once', TIME, async () => {
      expect(await checkSchedules({ redis, connect: connectStraight }, { count: 300, atATime: 10 })).toBe(300);
    });

    it('the same over sockets', TIME, async () => {
      const { connect, close } = await connectBySockets();
      expect(await checkSchedules({ redis, connect }, { count: 50, atATime: 5 })).toBe(50);
      await close();
    });
  });
});
