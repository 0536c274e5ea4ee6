import { expect, it } from 'vitest';
import { changedPlace } from './changed-place.ts';
import { cleanOrigin, isThisComputer, twinOrigin } from './clean-origin.ts';

it.each([
  ['https://www.example.com', 'https://www.example.com', false],
  ['  www.example.com/contact?x=1#y ', 'https://www.example.com', true],
  ['example.com:8443', 'https://example.com:8443', false],
  ['localhost:5173', 'http://localhost:5173', false],
  ['127.0.0.1:8080/a', 'http://127.0.0.1:8080', true],
  ['<https://www.example.com/>,', 'https://www.example.com', false],
  ['HTTPS://WWW.Example.COM', 'https://www.example.com', false],
  ['musée.example.fr', 'https://xn--muse-dpa.example.fr', false],
])('reads %j as an origin', (text, origin, isShortened) => {
  expect(cleanOrigin(text)).toEqual({ kind: 'origin', origin, isShortened });
});

it.each([
  ['', 'empty'],
  ['hello world', 'not-an-address'],
  ['example', 'not-an-address'],
  ['https://', 'not-an-address'],
  ['https://me:secret@example.com', 'has-password'],
  ['ftp://example.com', 'wrong-scheme'],
])('says what is wrong with %j', (text, problem) => {
  expect(cleanOrigin(text)).toEqual({ kind: 'problem', problem });
});

it.each([
  ['https://www.example.com', 'https://example.com'],
  ['https://example.com', 'https://www.example.com'],
  ['https://example.co.uk', 'https://www.example.co.uk'],
  ['https://shop.example.com', undefined],
  ['http://localhost:5173', undefined],
  ['http://192.168.1.4', undefined],
])('knows the twin of %s', (origin, twin) => {
  expect(twinOrigin(origin)).toBe(twin);
});

it.each([
  ['http://localhost:8787', true],
  ['http://127.0.0.1', true],
  ['http://[::1]:8787', true],
  ['guichet.localhost', true],
  ['https://guichet.example.com', false],
  ['https://localhost.example.com', false],
])('tells whether only this computer knows %s', (address, is) => {
  expect(isThisComputer(address)).toBe(is);
});

it('keeps only what is another', () => {
  const before = { publicUrl: 'https://guichet.example.com', allowedOrigins: ['https://a.example'] };
  expect(changedPlace(before, 'https://guichet.example.com/', ['https://a.example'])).toEqual({});
  expect(changedPlace(before, undefined, ['https://a.example'])).toEqual({});
  expect(changedPlace(before, 'guichet.example.org/chat', [])).toEqual({
    GUICHET_PUBLIC_URL: 'https://guichet.example.org/chat',
    GUICHET_ALLOWED_ORIGINS: null,
  });
  expect(
    changedPlace({ allowedOrigins: [] }, 'http://localhost:8787', ['https://a.example', 'https://b.example']),
  ).toEqual({
    GUICHET_PUBLIC_URL: 'http://localhost:8787',
    GUICHET_ALLOWED_ORIGINS: 'https://a.example,https://b.example',
  });
});
