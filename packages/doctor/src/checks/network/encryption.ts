import { defineCheck } from '../../check.ts';
import { ok, warn } from '../../verdict.ts';
import { settingLine } from '../setting-line.ts';

export const networkEncryption = defineCheck({
  id: 'network/encryption',
  after: ['network/connection'],
  needs: ['address'],
  run({ address }) {
    if (address.kind !== 'address' || address.secure || address.isPrivate) return ok();
    return warn({
      said: { key: 'keyTravelsOpen' },
      confidence: 'certain',
      impact: { key: 'keyCanBeRead' },
      actor: { key: 'operator' },
      fix: [{ how: { key: 'useHttps' }, commands: settingLine('OPENWEBUI_URL', `https://${address.host}`) }],
    });
  },
});
