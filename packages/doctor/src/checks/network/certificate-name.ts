import { defineCheck } from '../../check.ts';
import { fail, ok, saw, skip } from '../../verdict.ts';

export const certificateName = defineCheck({
  id: 'network/certificate-name',
  causes: ['tls-invalid'],
  after: ['network/certificate'],
  needs: ['address', 'certificate'],
  run({ address, certificate }) {
    if (certificate.kind === 'none') return skip({ key: 'noEncryption' });
    if (address.kind !== 'address' || certificate.kind === 'failed') return skip({ key: 'nothingToSee' });
    if (certificate.coversHost) return ok(saw('names', certificate.names.join(', ')));
    const { host } = address;
    return fail({
      cause: 'tls-invalid',
      confidence: 'certain',
      said: { key: 'certificateForOther', args: { host } },
      impact: { key: 'noAnswers' },
      actor: { key: 'network' },
      evidence: [saw('names', certificate.names.join(', ') || '–', { expected: host })],
      fix: [{ how: { key: 'useNamedAddress' } }, { how: { key: 'addName', args: { host } } }],
    });
  },
});
