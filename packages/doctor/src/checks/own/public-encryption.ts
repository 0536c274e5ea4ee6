import { defineCheck } from '../../check.ts';
import { ok, skip, warn } from '../../verdict.ts';

export const publicEncryption = defineCheck({
  id: 'own/public-encryption',
  after: ['own/public-address'],
  needs: ['publicAddress'],
  run({ publicAddress: seen }) {
    if (seen.kind !== 'seen') return skip({ key: 'noPublicUrl' });
    if (seen.secure || seen.isLocal) return ok();
    return warn({
      said: { key: 'publicOpen' },
      confidence: 'certain',
      impact: { key: 'notShown' },
      actor: { key: 'proxy' },
      fix: [{ how: { key: 'getCertificate' } }, { how: { key: 'setPublicUrl' } }],
    });
  },
});
