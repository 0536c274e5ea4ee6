import { expect, it } from 'vitest';
import { createKnownBrowsers, KNOWN_BROWSER_LIFETIME_MS } from './known-browsers.ts';

const key = (byte: number) => new Uint8Array(32).fill(byte);

it('knows what it has issued, by one name, until it is too old', () => {
  let now = 1_800_000_000_000;
  const browsers = createKnownBrowsers(key(1), () => now);
  const kept = browsers.issue();
  expect(browsers.find(kept)).toMatch(/^[\w-]{22}$/);
  now += KNOWN_BROWSER_LIFETIME_MS;
  expect(browsers.find(kept)).toBeDefined();
  now += 1;
  expect(browsers.find(kept)).toBeUndefined();
});

it('knows nothing that it has not issued', () => {
  const browsers = createKnownBrowsers(key(1));
  const kept = browsers.issue();
  const [since = '', name = '', signature = ''] = kept.split('.');
  for (const other of [
    '',
    kept.slice(0, -1),
    `${kept} `,
    createKnownBrowsers(key(2)).issue(),
    `zzzzzzzz.${name}.${signature}`,
    `${since}.${'A'.repeat(22)}.${signature}`,
    `${since}.${name}.`,
  ]) {
    expect(browsers.find(other)).toBeUndefined();
  }
});
