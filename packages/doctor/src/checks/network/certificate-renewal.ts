import { defineCheck } from '../../check.ts';
import { ok, saw, skip, warn } from '../../verdict.ts';
import { dayOf } from '../day-of.ts';

/** Automatic renewal happens 30 days before the end; whoever is below this has none, or a broken one. */
const RENEWAL_IS_LATE_DAYS = 14;
const DAY_MS = 86_400_000;

export const certificateRenewal = defineCheck({
  id: 'network/certificate-renewal',
  after: ['network/certificate-dates'],
  needs: ['certificate'],
  run({ certificate }) {
    if (certificate.kind === 'none') return skip({ key: 'noEncryption' });
    if (certificate.kind === 'failed') return skip({ key: 'nothingToSee' });
    const days = Math.floor((certificate.validToMs - certificate.nowMs) / DAY_MS);
    const date = saw('validTo', dayOf(certificate.validToMs));
    if (days >= RENEWAL_IS_LATE_DAYS) return ok(date);
    return warn({
      said: { key: 'certificateEnding', args: { days } },
      confidence: 'certain',
      impact: { key: 'willStop' },
      actor: { key: 'network' },
      evidence: [date],
      fix: [{ how: { key: 'renewCertificate' } }],
    });
  },
});
