import { checkTable } from '../../testing/check-table.ts';
import { address, failed, front, notOpenWebUi } from '../../testing/evidence.ts';
import { upstreamAnswers } from './answers.ts';

checkTable(upstreamAnswers, [
  [
    'something answers',
    { address: address('https://chat.example.com'), front: front() },
    'ok | status 200, replyMs 12',
  ],
  [
    'something answers through the network’s proxy',
    {
      address: address('https://chat.example.com', {
        proxy: { name: 'HTTPS_PROXY', shown: 'proxy.lan:3128', host: 'proxy.lan', port: 3128 },
      }),
      front: front(),
    },
    'ok | status 200, replyMs 12, networkProxy proxy.lan:3128 (HTTPS_PROXY) [settings]',
  ],
  [
    'it takes the connection and is silent',
    {
      address: address('https://chat.example.com'),
      front: notOpenWebUi(failed('timeout', { code: 'UND_ERR_HEADERS_TIMEOUT' })),
    },
    'fail certain timeout connectsButSilent | noAnswers → operator | readLog {docker logs --tail 100 open-webui}, checkProtocol | code UND_ERR_HEADERS_TIMEOUT',
  ],
  [
    'it hangs up',
    {
      address: address('https://chat.example.com'),
      front: notOpenWebUi(failed('connection-refused', { code: 'ECONNRESET' })),
    },
    'fail probable connection-refused hangsUp | noAnswers → operator | readLog {docker logs --tail 100 open-webui}, checkProtocol | code ECONNRESET',
  ],
  [
    'it breaks off in a way of its own',
    { address: address('https://chat.example.com'), front: notOpenWebUi(failed('unknown', { confidence: 'unknown' })) },
    'fail unknown connection-refused hangsUp | noAnswers → operator | readLog {docker logs --tail 100 open-webui}, checkProtocol | code ?',
  ],
  [
    'it speaks no TLS',
    {
      address: address('https://chat.example.com'),
      front: notOpenWebUi(failed('tls-invalid', { confidence: 'probable', code: 'EPROTO' })),
    },
    'fail probable tls-invalid hangsUp | noAnswers → operator | readLog {docker logs --tail 100 open-webui}, checkProtocol | code EPROTO',
  ],
  [
    'it breaks off behind the network’s proxy',
    {
      address: address('https://chat.example.com', {
        proxy: { name: 'HTTPS_PROXY', shown: 'proxy.lan:3128', host: 'proxy.lan', port: 3128 },
      }),
      front: notOpenWebUi(failed('connection-refused', { code: 'ECONNRESET' })),
    },
    'fail probable connection-refused hangsUp | noAnswers → operator | readLog {docker logs --tail 100 open-webui}, checkProtocol | code ECONNRESET, networkProxy proxy.lan:3128 (HTTPS_PROXY) [settings]',
  ],
]);
