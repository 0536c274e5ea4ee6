import { defineCheck } from '../../check.ts';
import { fail, ok } from '../../verdict.ts';
import { misnamedFirst } from '../misnamed-first.ts';

export const addressPresent = defineCheck({
  id: 'address/present',
  causes: ['url-missing'],
  after: [],
  needs: ['address', 'own'],
  run({ address, own }) {
    if (address.kind !== 'missing') return ok();
    return fail({
      cause: 'url-missing',
      confidence: 'certain',
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      fix: misnamedFirst(own, 'OPENWEBUI_URL', [
        { how: { key: 'setAddress' }, commands: ['OPENWEBUI_URL=https://chat.example.com'] },
      ]),
    });
  },
});
