import { checkTable } from '../../testing/check-table.ts';
import { address, failed, certificate as seen } from '../../testing/evidence.ts';
import { certificate } from './certificate.ts';

checkTable(certificate, [
  [
    'no encryption',
    { address: address('http://chat.example.com'), certificate: { kind: 'none' } },
    'skip noEncryption',
  ],
  ['one is shown', { address: address('https://chat.example.com'), certificate: seen() }, 'ok | issuer An Authority'],
  [
    'none is shown: no TLS there',
    { address: address('https://chat.example.com:8080'), certificate: failed('tls-invalid', { code: 'EPROTO' }) },
    'fail probable tls-invalid noTlsHere | noAnswers → operator | tryPlain {OPENWEBUI_URL=http://chat.example.com:8080}, checkProxyTls | code EPROTO',
  ],
  [
    'it takes too long',
    { address: address('https://chat.example.com'), certificate: failed('timeout') },
    'fail certain timeout | noAnswers → operator | tryPlain {OPENWEBUI_URL=http://chat.example.com:443}, checkProxyTls | code ?',
  ],
  [
    'it takes too long, on a busy line',
    {
      address: address('https://chat.example.com'),
      certificate: failed('timeout', { confidence: 'probable', code: 'ETIMEDOUT' }),
    },
    'fail probable timeout | noAnswers → operator | tryPlain {OPENWEBUI_URL=http://chat.example.com:443}, checkProxyTls | code ETIMEDOUT',
  ],
  ['no address', { address: address(''), certificate: failed('tls-invalid', { code: 'EPROTO' }) }, 'skip nothingToSee'],
]);
