import { expect, it } from 'vitest';
import { address } from '../testing/evidence.ts';
import { proxySeen } from './proxy-seen.ts';

const proxy = { name: 'HTTPS_PROXY', shown: 'proxy.lan:3128', host: 'proxy.lan', port: 3128 };

it('names the proxy and the variable, where there is one', () => {
  expect(proxySeen(address('https://chat.example.com', { proxy }))).toMatchObject([
    { label: { key: 'networkProxy' }, observed: 'proxy.lan:3128 (HTTPS_PROXY)', vantage: 'settings' },
  ]);
  expect(proxySeen(address('https://chat.example.com'))).toEqual([]);
  expect(proxySeen(address(''))).toEqual([]);
});
