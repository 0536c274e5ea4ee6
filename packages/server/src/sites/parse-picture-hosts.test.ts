import { describe, expect, it } from 'vitest';
import { en } from '../settings/text/en.ts';
import { judgeSiteChanges } from './judge-site-changes.ts';
import { parsePictureHosts } from './parse-picture-hosts.ts';

describe('the hosts whose pictures are shown', () => {
  it.each([
    ['images.example.com', ['images.example.com']],
    ['Images.Example.com, *.example.net', ['images.example.com', '*.example.net']],
    ['https://images.example.com/ https://images.example.com', ['images.example.com']],
    ['bücher.example', ['xn--bcher-kva.example']],
  ])('reads %s', (text, hosts) => {
    expect(parsePictureHosts(text)).toEqual(hosts);
  });

  it.each([
    'http://images.example.com',
    'images.example.com:8443',
    '*.example.com:8443',
    'images.example.com/a',
    'user@images.example.com',
    '*',
    '*.com',
    '*.github.io',
    'images.*.com',
    'a*.example.com',
    'localhost',
    '127.0.0.1',
    '2130706433',
    '[::1]',
    "'self'",
    'data:',
    'https:',
    'images.example.com.',
    'x"onload.example.com',
    `${'a'.repeat(300)}.example.com`,
  ])('refuses %s', (text) => {
    expect(judgeSiteChanges('shop', { 'picture-hosts': text }, en)).toMatchObject({ kind: 'refused' });
  });

  it('refuses more than fit into a header', () => {
    expect(() => parsePictureHosts(Array.from({ length: 21 }, (_, at) => `h${at}.example.com`).join())).toThrow();
  });
});
