import { defineCheck } from '../../check.ts';
import { fail, ok, saw, skip } from '../../verdict.ts';
import { dayOf } from '../day-of.ts';

export const certificateDates = defineCheck({
  id: 'network/certificate-dates',
  causes: ['tls-invalid'],
  after: ['network/certificate'],
  needs: ['certificate'],
  run({ certificate }) {
    if (certificate.kind === 'none') return skip({ key: 'noEncryption' });
    if (certificate.kind === 'failed') return skip({ key: 'nothingToSee' });
    const { nowMs, validFromMs, validToMs } = certificate;
    const isOver = nowMs > validToMs;
    if (!isOver && nowMs >= validFromMs) return ok(saw('validTo', dayOf(validToMs)));
    const date = dayOf(isOver ? validToMs : validFromMs);
    return fail({
      cause: 'tls-invalid',
      confidence: 'certain',
      said: isOver ? { key: 'certificateExpired', args: { date } } : { key: 'certificateNotYet', args: { date } },
      impact: { key: 'noAnswers' },
      actor: { key: 'network' },
      evidence: [saw(isOver ? 'validTo' : 'validFrom', date), saw('ourTime', dayOf(nowMs))],
      fix: [{ how: { key: 'renewCertificate' } }, { how: { key: 'checkOurClock' }, commands: ['date -u'] }],
    });
  },
});
