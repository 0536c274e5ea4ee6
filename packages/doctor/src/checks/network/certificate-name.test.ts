import { checkTable } from '../../testing/check-table.ts';
import { address, certificate, failed } from '../../testing/evidence.ts';
import { certificateName } from './certificate-name.ts';

checkTable(certificateName, [
  [
    'no encryption',
    { address: address('http://chat.example.com'), certificate: { kind: 'none' } },
    'skip noEncryption',
  ],
  [
    'none was shown',
    { address: address('https://chat.example.com'), certificate: failed('tls-invalid') },
    'skip nothingToSee',
  ],
  [
    'it names the host',
    { address: address('https://chat.example.com'), certificate: certificate() },
    'ok | names chat.example.com',
  ],
  [
    'it names another',
    {
      address: address('https://chat.example.com'),
      certificate: certificate({ coversHost: false, names: ['www.example.com', 'example.com'] }),
    },
    'fail certain tls-invalid certificateForOther(host chat.example.com) | noAnswers → network | useNamedAddress, addName(host chat.example.com) | names www.example.com, example.com (chat.example.com)',
  ],
  [
    'it names nobody',
    { address: address('https://chat.example.com'), certificate: certificate({ coversHost: false, names: [] }) },
    'fail certain tls-invalid certificateForOther(host chat.example.com) | noAnswers → network | useNamedAddress, addName(host chat.example.com) | names – (chat.example.com)',
  ],
  ['no address', { address: address(''), certificate: certificate({ coversHost: false }) }, 'skip nothingToSee'],
]);
