import { defineCheck } from '../../check.ts';
import { fail, ok, saw, skip } from '../../verdict.ts';

export const storage = defineCheck({
  id: 'own/storage',
  causes: ['storage-not-writable'],
  after: [],
  needs: ['storage'],
  run({ storage: seen }) {
    if (seen.kind === 'none') return skip({ key: 'noDataFolder' });
    if (seen.kind === 'elsewhere') return skip({ key: 'storedElsewhere' });
    if (seen.kind === 'writable') return ok();
    return fail({
      cause: 'storage-not-writable',
      confidence: 'certain',
      impact: { key: 'lost' },
      actor: { key: 'operator' },
      evidence: [saw('code', seen.code)],
      fix:
        seen.code === 'ENOSPC'
          ? [{ how: { key: 'freeDisk' } }]
          : [{ how: { key: 'ownFolder' }, commands: ['chown -R "$(id -u)" ./data'] }],
    });
  },
});
