import { checkTable } from '../../testing/check-table.ts';
import { certificate, DAY_MS, failed, NOW_MS } from '../../testing/evidence.ts';
import { certificateRenewal } from './certificate-renewal.ts';

checkTable(certificateRenewal, [
  ['no encryption', { certificate: { kind: 'none' } }, 'skip noEncryption'],
  ['none was shown', { certificate: failed('tls-invalid') }, 'skip nothingToSee'],
  ['two weeks left', { certificate: certificate({ validToMs: NOW_MS + 14 * DAY_MS }) }, 'ok | validTo 2026-12-14'],
  [
    'a moment less',
    { certificate: certificate({ validToMs: NOW_MS + 14 * DAY_MS - 1 }) },
    'warn certain certificateEnding(days 13) | willStop → network | renewCertificate | validTo 2026-12-14',
  ],
]);
