import { defineCheck } from '../../check.ts';
import { ok, skip, warn } from '../../verdict.ts';

export const masterKey = defineCheck({
  id: 'own/master-key',
  after: [],
  needs: ['own'],
  run({ own }) {
    if (own.masterKey === undefined) return skip({ key: 'nothingToSee' });
    if (own.masterKey === 'settings') return ok();
    return warn({
      said: { key: 'masterKeyBeside' },
      confidence: 'certain',
      impact: { key: 'nothingYet' },
      actor: { key: 'operator' },
      fix: [{ how: { key: 'moveMasterKey' }, commands: ['GUICHET_MASTER_KEYS_FILE=/run/secrets/guichet_master_keys'] }],
    });
  },
});
