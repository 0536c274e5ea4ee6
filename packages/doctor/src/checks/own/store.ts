import { defineCheck } from '../../check.ts';
import { fail, ok, saw, skip } from '../../verdict.ts';

export const store = defineCheck({
  id: 'own/store',
  causes: ['store-unreachable'],
  after: ['own/storage'],
  needs: ['store'],
  run({ store: seen }) {
    if (seen.kind === 'none') return skip({ key: 'noStoreAsked' });
    if (seen.kind === 'answers') return ok(saw('replyMs', seen.ms));
    return fail({
      cause: 'store-unreachable',
      confidence: 'certain',
      impact: { key: 'lost' },
      actor: { key: 'operator' },
      fix: [{ how: { key: seen.storedIn === 'postgresql' ? 'checkPostgres' : 'checkStore' } }],
    });
  },
});
