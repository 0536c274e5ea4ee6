import { checkTable } from '../../testing/check-table.ts';
import { address, failed } from '../../testing/evidence.ts';
import { networkConnection } from './connection.ts';

const proxy = { name: 'HTTPS_PROXY', shown: 'proxy.lan:3128', host: 'proxy.lan', port: 3128 };

checkTable(networkConnection, [
  [
    'it is taken',
    { address: address('https://chat.example.com'), connection: { kind: 'open', ms: 3 } },
    'ok | connectMs 3',
  ],
  [
    'it is taken by the network’s proxy',
    { address: address('https://chat.example.com', { proxy }), connection: { kind: 'open', ms: 3 } },
    'ok | connectMs 3, networkProxy proxy.lan:3128 (HTTPS_PROXY) [settings]',
  ],
  [
    'nobody listens',
    {
      address: address('https://chat.example.com:3000'),
      connection: failed('connection-refused', { code: 'ECONNREFUSED' }),
    },
    'fail certain connection-refused connectionRefused(port 3000) | noAnswers → operator | checkRunning {docker ps}, checkPort | code ECONNREFUSED',
  ],
  [
    'nobody listens on this machine, or in this container',
    { address: address('http://localhost:3000'), connection: failed('connection-refused', { code: 'ECONNREFUSED' }) },
    'fail certain connection-refused connectionRefused(port 3000) | noAnswers → operator | checkRunning {docker ps}, leaveLoopback, checkPort | code ECONNREFUSED',
  ],
  [
    'nobody answers at all',
    {
      address: address('https://chat.example.com'),
      connection: failed('timeout', { confidence: 'probable', code: 'ETIMEDOUT' }),
    },
    'fail probable timeout connectionTimeout(port 443) | noAnswers → operator | checkRunning {docker ps}, checkFirewall | code ETIMEDOUT',
  ],
  [
    'nobody knows why',
    { address: address('https://chat.example.com'), connection: failed('unknown', { confidence: 'unknown' }) },
    'fail probable connection-refused connectionRefused(port 443) | noAnswers → operator | checkRunning {docker ps}, checkPort | code ?',
  ],
  [
    'the network’s proxy does not listen',
    {
      address: address('https://chat.example.com', { proxy }),
      connection: failed('connection-refused', { code: 'ECONNREFUSED' }),
    },
    'fail certain connection-refused proxyUnreachable(proxy proxy.lan:3128, name HTTPS_PROXY) | noAnswers → operator | checkNetworkProxy(name HTTPS_PROXY, host chat.example.com) | code ECONNREFUSED, networkProxy proxy.lan:3128 (HTTPS_PROXY) [settings]',
  ],
  ['no address', { address: address(''), connection: failed('connection-refused') }, 'skip nothingToSee'],
]);
