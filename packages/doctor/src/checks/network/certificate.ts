import { defineCheck } from '../../check.ts';
import { fail, ok, saw, skip } from '../../verdict.ts';
import { settingLine } from '../setting-line.ts';

/** Whether there is a certificate to look at. */
export const certificate = defineCheck({
  id: 'network/certificate',
  causes: ['tls-invalid', 'timeout'],
  after: ['network/connection'],
  needs: ['address', 'certificate'],
  run({ address, certificate }) {
    if (certificate.kind === 'none') return skip({ key: 'noEncryption' });
    if (address.kind !== 'address') return skip({ key: 'nothingToSee' });
    if (certificate.kind === 'seen') return ok(saw('issuer', certificate.issuer));
    const { cause, confidence, code } = certificate.failure;
    const plain = `http://${address.host}:${address.port}`;
    return fail({
      cause: cause === 'timeout' ? 'timeout' : 'tls-invalid',
      confidence: cause === 'timeout' ? confidence : 'probable',
      ...(cause !== 'timeout' && { said: { key: 'noTlsHere' } }),
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      evidence: [saw('code', code ?? '?')],
      fix: [
        { how: { key: 'tryPlain' }, commands: settingLine('OPENWEBUI_URL', plain) },
        { how: { key: 'checkProxyTls' } },
      ],
    });
  },
});
