import { expect, it } from 'vitest';
import { isSignInPlace } from './sign-in-place.ts';

it.each([
  ['https://auth.example.com/', true],
  ['https://chat.example.com/oauth2/start', true],
  ['https://team.cloudflareaccess.com/cdn-cgi/access/login', true],
  ['https://chat.example.com/authors', false],
  ['https://www.example.com/', false],
  ['', false],
])('%s: %s', (location, isOne) => {
  expect(isSignInPlace(location)).toBe(isOne);
});
