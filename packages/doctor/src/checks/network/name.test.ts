import { checkTable } from '../../testing/check-table.ts';
import { address, failed } from '../../testing/evidence.ts';
import { networkName } from './name.ts';

const proxy = { name: 'HTTPS_PROXY', shown: 'proxy.lan:3128', host: 'proxy.lan', port: 3128 };

checkTable(networkName, [
  ['an address in numbers', { address: address('http://192.168.1.5:3000'), name: { kind: 'address-literal' } }, 'ok'],
  [
    'it is found',
    {
      address: address('https://chat.example.com'),
      name: { kind: 'found', addresses: ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4'], ms: 2 },
    },
    'ok | addresses 203.0.113.1, 203.0.113.2, 203.0.113.3',
  ],
  [
    'it is not found',
    { address: address('https://chat.example.com'), name: failed('dns-failed', { code: 'ENOTFOUND' }) },
    'fail certain dns-failed | noAnswers → operator | checkSpelling, checkName {getent hosts chat.example.com} | name chat.example.com [settings], code ENOTFOUND',
  ],
  [
    'a container’s name is not found',
    { address: address('http://open-webui:8080'), name: failed('dns-failed', { confidence: 'probable' }) },
    'fail probable dns-failed | noAnswers → operator | checkSpelling, shareNetwork, checkName {getent hosts open-webui} | name open-webui [settings], code ?',
  ],
  [
    'the network’s proxy is not found',
    { address: address('https://chat.example.com', { proxy }), name: failed('dns-failed', { code: 'ENOTFOUND' }) },
    'fail certain dns-failed | noAnswers → operator | checkSpelling, checkName {getent hosts proxy.lan} | name proxy.lan [settings], code ENOTFOUND, networkProxy proxy.lan:3128 (HTTPS_PROXY) [settings]',
  ],
  [
    'a name that no shell should see',
    {
      address: address('https://chat.example.com', { host: 'chat.$(id).example' }),
      name: failed('dns-failed', { code: 'ENOTFOUND' }),
    },
    'fail certain dns-failed | noAnswers → operator | checkSpelling, checkName | name chat.$(id).example [settings], code ENOTFOUND',
  ],
  ['no address', { address: address(''), name: failed('dns-failed') }, 'skip nothingToSee'],
]);
