import { checkTable } from '../../testing/check-table.ts';
import { certificate, DAY_MS, failed, NOW_MS } from '../../testing/evidence.ts';
import { certificateDates } from './certificate-dates.ts';

checkTable(certificateDates, [
  ['no encryption', { certificate: { kind: 'none' } }, 'skip noEncryption'],
  ['none was shown', { certificate: failed('tls-invalid') }, 'skip nothingToSee'],
  ['within its dates', { certificate: certificate() }, 'ok | validTo 2027-01-29'],
  [
    'it has ended',
    { certificate: certificate({ validToMs: NOW_MS - DAY_MS }) },
    'fail certain tls-invalid certificateExpired(date 2026-11-29) | noAnswers → network | renewCertificate, checkOurClock {date -u} | validTo 2026-11-29, ourTime 2026-11-30',
  ],
  [
    'it has not begun',
    { certificate: certificate({ validFromMs: NOW_MS + DAY_MS }) },
    'fail certain tls-invalid certificateNotYet(date 2026-12-01) | noAnswers → network | renewCertificate, checkOurClock {date -u} | validFrom 2026-12-01, ourTime 2026-11-30',
  ],
]);
