/** The look at `REDIS_URL` before a start changes anything. */
import type { Settings } from '../settings/read-settings.ts';
import { StartRefused } from '../start/start-refused.ts';
import type { StartTexts } from '../start/start-texts.ts';
import { readRedisAddress } from './redis-address.ts';

/** One that is only away stops nothing. @throws StartRefused for what no waiting changes */
export async function checkRedisOrRefuse({ redisUrl }: Pick<Settings, 'redisUrl'>, texts: StartTexts): Promise<void> {
  const address = redisUrl.value === undefined ? undefined : readRedisAddress(redisUrl.value);
  if (!address) return;
  const { checkRedis } = await import('./check-redis.ts');
  const verdict = await checkRedis(address);
  if (verdict.kind !== 'unusable') return;
  throw new StartRefused(texts.server.start.redis[verdict.fault](address.place, verdict.reason));
}
