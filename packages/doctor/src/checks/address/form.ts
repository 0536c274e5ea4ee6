import { defineCheck } from '../../check.ts';
import { fail, ok } from '../../verdict.ts';

export const addressForm = defineCheck({
  id: 'address/form',
  causes: ['url-malformed'],
  after: ['address/present'],
  needs: ['address'],
  run({ address }) {
    if (address.kind !== 'malformed') return ok();
    return fail({
      cause: 'url-malformed',
      confidence: 'certain',
      ...(address.noProtocol ? { said: { key: 'addressWithoutProtocol' } } : {}),
      ...(address.holdsPassword ? { said: { key: 'addressWithPassword' } } : {}),
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      fix: [{ how: { key: 'writeAddress' }, commands: ['OPENWEBUI_URL=https://chat.example.com'] }],
    });
  },
});
