import { en as causes } from '@guichet/contract/cause-text/en';
import { expect, it } from 'vitest';
import { en } from '../text/en.ts';
import { createReadiness, type ReadinessParts } from './readiness.ts';

it('without Redis it is ready, and says what it lacks, at once', async () => {
  const redis: { lost: string | undefined; place: string } = { lost: undefined, place: 'cache:6379' };
  const readiness = createReadiness({
    storage: { check: async () => undefined },
    client: { health: async () => ({ ok: true, value: { openWebUi: true } }) },
    desk: { lack: undefined, watch: { state: { kind: 'accepted', since: 0 } } },
    texts: () => causes,
    closing: () => false,
    redis,
    redisTexts: () => en.start.redis,
    now: () => 0,
  } as unknown as ReadinessParts);
  expect(await readiness.state()).toEqual({ ready: true, reasons: [] });
  redis.lost = 'connect ECONNREFUSED';
  const state = await readiness.state();
  expect(state).toMatchObject({ ready: true, reasons: [{ code: 'redis-unavailable' }] });
  expect(state.reasons[0]?.detail).toContain('Redis at cache:6379 does not answer (connect ECONNREFUSED)');
  redis.lost = undefined;
  expect((await readiness.state()).reasons).toEqual([]);
});
