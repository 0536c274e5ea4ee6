import { defineCheck } from '../../check.ts';
import { ok, saw, skip, warn } from '../../verdict.ts';

/** Whatever does not throw away entries by itself. */
const KEEPS = 'noeviction';

export const redis = defineCheck({
  id: 'own/redis',
  causes: ['store-unreachable'],
  after: [],
  needs: ['redis'],
  run({ redis: seen }) {
    if (seen.kind === 'none') return skip({ key: 'redisUnused' });
    const forOperator = { confidence: 'certain', actor: { key: 'operator' } } as const;
    if (seen.kind === 'lost') {
      return warn({
        ...forOperator,
        cause: 'store-unreachable',
        said: { key: 'redisLost' },
        impact: { key: 'replicasAlone' },
        evidence: [saw('redis', seen.reason)],
        fix: [{ how: { key: 'checkRedis' } }],
      });
    }
    const { memoryPolicy } = seen;
    if (memoryPolicy === undefined || memoryPolicy === KEEPS) return ok();
    return warn({
      ...forOperator,
      said: { key: 'redisEvicts' },
      impact: { key: 'entriesLost' },
      evidence: [saw('memoryPolicy', memoryPolicy, { expected: KEEPS })],
      fix: [{ how: { key: 'keepEntries' }, commands: [`redis-cli config set maxmemory-policy ${KEEPS}`] }],
    });
  },
});
