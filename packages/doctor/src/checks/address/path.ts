import { defineCheck } from '../../check.ts';
import { fail, ok, saw } from '../../verdict.ts';
import { settingLine } from '../setting-line.ts';

/** Paths that people copy along with the address, from the page they are on or from another program's guide. */
const PASTED = /\/(api|v1|ollama|openai)\b/;

export const addressPath = defineCheck({
  id: 'address/path',
  causes: ['url-has-path'],
  after: ['address/form'],
  needs: ['address'],
  run({ address }) {
    if (address.kind !== 'address' || address.path === '') return ok();
    // Where nobody answers, with the path or without, it may be right; why nobody does, the next checks say.
    if (address.pathLeads === 'to-open-webui' || address.pathLeads === 'nowhere') {
      return ok(saw('address', address.base, { vantage: 'settings' }));
    }
    const pasted = PASTED.exec(address.path)?.[0];
    return fail({
      cause: 'url-has-path',
      confidence: 'certain',
      ...(pasted && { said: { key: 'addressWithPath', args: { path: pasted } } }),
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      evidence: [saw('address', pasted ?? '/…', { expected: address.base, vantage: 'settings' })],
      fix: [{ how: { key: 'cutPath' }, commands: settingLine('OPENWEBUI_URL', address.base) }],
    });
  },
});
