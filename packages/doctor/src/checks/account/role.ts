import { defineCheck } from '../../check.ts';
import { ok, saw, skip, warn } from '../../verdict.ts';

export const accountRole = defineCheck({
  id: 'account/role',
  causes: ['key-owner-is-admin'],
  after: ['key/accepted'],
  needs: ['identity'],
  run({ identity }) {
    if (identity.kind === 'failed') return skip({ key: 'roleNotTold' });
    if (identity.role !== 'admin') return ok(saw('role', identity.role));
    return warn({
      cause: 'key-owner-is-admin',
      confidence: 'certain',
      impact: { key: 'keyOpensAll' },
      actor: { key: 'administrator' },
      evidence: [saw('role', identity.role, { expected: 'user' })],
      fix: [
        { how: { key: 'addAccount' }, goal: 'add-account' },
        { how: { key: 'makeKeyThere' }, goal: 'create-key' },
      ],
    });
  },
});
