import { defineCheck } from '../../check.ts';
import { fail, ok, saw, skip } from '../../verdict.ts';

/** What its date or its name explains has checks of its own. */
const OTHERS = /EXPIRED|NOT_YET_VALID|ALTNAME/;

export const certificateChain = defineCheck({
  id: 'network/certificate-chain',
  causes: ['tls-invalid'],
  after: ['network/certificate-dates', 'network/certificate-name'],
  needs: ['certificate'],
  run({ certificate }) {
    if (certificate.kind === 'none') return skip({ key: 'noEncryption' });
    if (certificate.kind === 'failed') return skip({ key: 'nothingToSee' });
    const { problem, issuer, selfSigned } = certificate;
    if (problem === undefined || OTHERS.test(problem)) return ok(saw('issuer', issuer));
    return fail({
      cause: 'tls-invalid',
      confidence: 'certain',
      said: { key: selfSigned ? 'certificateSelfSigned' : 'certificateUntrusted' },
      impact: { key: 'noAnswers' },
      actor: { key: 'network' },
      evidence: [saw('issuer', issuer), saw('code', problem)],
      fix: [
        { how: { key: selfSigned ? 'getCertificate' : 'sendChain' } },
        { how: { key: 'trustOwn' }, commands: ['NODE_EXTRA_CA_CERTS=/data/own-authority.pem'] },
      ],
    });
  },
});
