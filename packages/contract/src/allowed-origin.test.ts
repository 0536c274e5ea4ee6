import { describe, expect, it } from 'vitest';
import { isOriginAllowed, readOriginPattern } from './allowed-origin.ts';

describe('every name below one', () => {
  const list = ['https://*.example.com', 'http://*.intern.example:8080', 'https://www.example.org'];

  it.each([
    'https://www.example.com',
    'https://a.b.c.example.com',
    'http://shop.intern.example:8080',
    'https://www.example.org',
  ])('%s is let in', (origin) => {
    expect(isOriginAllowed(list, origin)).toBe(true);
  });

  it.each([
    ['the name itself', 'https://example.com'],
    ['another scheme', 'http://www.example.com'],
    ['another port', 'https://www.example.com:8443'],
    ['no port where one is wanted', 'http://shop.intern.example'],
    ['a name that only ends alike', 'https://evilexample.com'],
    ['the name in front', 'https://www.example.com.evil.test'],
    ['in the user part', 'https://www.example.com@evil.test'],
    ['a star', 'https://*.example.com'],
    ['nothing before the dot', 'https://.example.com'],
    ['null', 'null'],
    ['a path', 'https://evil.test/.example.com'],
    ['below a plain origin', 'https://a.www.example.org'],
  ])('%s is not: %s', (_name, origin) => {
    expect(isOriginAllowed(list, origin)).toBe(false);
  });
});

describe('what a star may stand for', () => {
  it.each([
    'https://*',
    'https://*.com',
    'https://*.co.uk',
    'https://*.github.io',
    'http://*.localhost',
    'https://*.',
    'https://*:8443',
  ])('%s is too wide', (text) => {
    expect(readOriginPattern(text)).toEqual({ kind: 'wrong', why: 'star-too-wide' });
  });

  it.each([
    'https://a*.example.com',
    'https://www.*.example.com',
    'https://*.*.example.com',
    'https://*example.com',
    'https://**.example.com',
  ])('the star of %s stands elsewhere', (text) => {
    expect(readOriginPattern(text)).toEqual({ kind: 'wrong', why: 'star-elsewhere' });
  });

  it('keeps scheme and port', () => {
    expect(readOriginPattern('HTTPS://*.Example.com:8443')).toMatchObject({
      kind: 'subdomains',
      pattern: 'https://*.example.com:8443',
    });
  });
});
