import { expect, it } from 'vitest';
import { isKnownHost, knownHosts } from './known-hosts.ts';

const known = (origins: string[], publicUrl: string | undefined = 'https://chat.example.com') =>
  knownHosts({ publicUrl: () => publicUrl, allowedOrigins: () => origins });

it('knows no name as long as public address or allowed origins are not set', () => {
  expect(known([])).toBeUndefined();
  expect(knownHosts({ publicUrl: () => undefined, allowedOrigins: () => ['https://a.example'] })).toBeUndefined();
});

it.each([
  ['chat.example.com', true],
  ['chat.example.com:443', true],
  ['CHAT.example.com', true],
  ['chat.example.com.', true],
  ['chat.example.com.:443', true],
  ['b.shop.example.:8443', true],
  ['chat.example.com..', false],
  ['chat.example.com@attacker.test', false],
  ['chat.example.com, attacker.test', false],
  ['www.example.org', true],
  ['a.b.shop.example:8443', true],
  ['shop.example:8443', false],
  ['badshop.example:8443', false],
  ['a.shop.example', false],
  ['attacker.test', false],
  ['chat.example.com.attacker.test', false],
  [undefined, false],
])('of %s: %s', (host, ours) => {
  const list = known(['https://www.example.org', 'https://*.shop.example:8443']) ?? [];
  expect(isKnownHost(host, list)).toBe(ours);
});
