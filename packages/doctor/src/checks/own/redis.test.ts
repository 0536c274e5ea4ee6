import { checkTable } from '../../testing/check-table.ts';
import { redis } from './redis.ts';

checkTable(redis, [
  ['there is none', { redis: { kind: 'none' } }, 'skip redisUnused'],
  ['it keeps its entries', { redis: { kind: 'usable', memoryPolicy: 'noeviction' } }, 'ok'],
  ['it does not say what it does when it is full', { redis: { kind: 'usable' } }, 'ok'],
  [
    'it is away',
    { redis: { kind: 'lost', reason: 'connect ECONNREFUSED' } },
    'warn certain store-unreachable redisLost | replicasAlone → operator | checkRedis | redis connect ECONNREFUSED',
  ],
  [
    'it throws entries away',
    { redis: { kind: 'usable', memoryPolicy: 'allkeys-lru' } },
    'warn certain redisEvicts | entriesLost → operator | keepEntries {redis-cli config set maxmemory-policy noeviction} | memoryPolicy allkeys-lru (noeviction)',
  ],
]);
