import { describe, expect, it } from 'vitest';
import { proxyFor } from './proxy-for.ts';

const PROXY = 'http://proxy.corp.example:3128';

describe('the variables', () => {
  it.each<[string, Record<string, string>, string | undefined]>([
    ['https://chat.example.com', { HTTPS_PROXY: PROXY }, 'HTTPS_PROXY'],
    ['https://chat.example.com', { https_proxy: PROXY, HTTPS_PROXY: 'http://other:1' }, 'https_proxy'],
    ['http://chat.example.com', { HTTP_PROXY: PROXY }, 'HTTP_PROXY'],
    ['http://chat.example.com', { http_proxy: PROXY }, 'http_proxy'],
    ['http://chat.example.com', { HTTPS_PROXY: PROXY }, undefined],
    ['https://chat.example.com', { HTTP_PROXY: PROXY }, undefined],
    ['https://chat.example.com', { ALL_PROXY: PROXY }, 'ALL_PROXY'],
    ['http://chat.example.com', { all_proxy: 'socks5h://proxy:1080' }, 'all_proxy'],
    ['https://chat.example.com', { HTTPS_PROXY: '', ALL_PROXY: PROXY }, 'ALL_PROXY'],
    ['https://chat.example.com', { HTTPS_PROXY: 'ftp://proxy' }, undefined],
    ['http://localhost:3000', { HTTP_PROXY: PROXY }, undefined],
    ['http://127.0.0.1:3000', { HTTP_PROXY: PROXY }, undefined],
    ['http://[::1]:3000', { HTTP_PROXY: PROXY }, undefined],
    ['http://open-webui:8080', { HTTP_PROXY: PROXY }, 'HTTP_PROXY'],
    ['nothing', { HTTP_PROXY: PROXY }, undefined],
  ])('%s with %j', (address, environment, name) => {
    expect(proxyFor(address, environment)?.name).toBe(name);
  });

  it('is shown without its password, and read without its scheme', () => {
    const proxy = proxyFor('https://chat.example.com', { HTTPS_PROXY: 'me:hunter2@proxy.corp.example:3128' });
    expect(proxy).toEqual({ name: 'HTTPS_PROXY', shown: PROXY, url: 'http://me:hunter2@proxy.corp.example:3128/' });
  });
});

describe('NO_PROXY', () => {
  it.each([
    ['*', 'https://chat.example.com'],
    ['example.com', 'https://chat.example.com'],
    ['.example.com', 'https://chat.example.com'],
    ['*.example.com', 'https://chat.example.com'],
    ['a.test, chat.example.com', 'https://chat.example.com'],
    ['a.test chat.example.com', 'https://CHAT.example.com.'],
    ['chat.example.com:443', 'https://chat.example.com'],
    ['open-webui', 'http://open-webui:8080'],
    ['open-webui:8080', 'http://open-webui:8080'],
    ['10.0.0.0/8', 'http://10.1.2.3:8080'],
    ['192.168.1.4', 'http://192.168.1.4:3000'],
    ['fd00::/8', 'http://[fd00::3]:3000'],
    ['[fd00::3]:3000', 'http://[fd00::3]:3000'],
    ['fd00::3', 'http://[fd00:0::3]'],
  ])('%s leaves out %s', (list, address) => {
    for (const name of ['NO_PROXY', 'no_proxy']) {
      expect(proxyFor(address, { ALL_PROXY: PROXY, [name]: list })).toBeUndefined();
    }
  });

  it.each([
    ['example.com', 'https://badexample.com'],
    ['chat.example.com:8443', 'https://chat.example.com'],
    ['10.0.0.0/8', 'http://11.1.2.3'],
    ['10.0.0.0/99', 'http://10.1.2.3'],
    ['0.0.0.4', 'http://192.168.0.4'],
    ['', 'https://chat.example.com'],
    ['example.com.evil.test', 'https://chat.example.com'],
  ])('%s does not leave out %s', (list, address) => {
    expect(proxyFor(address, { ALL_PROXY: PROXY, NO_PROXY: list })).toBeDefined();
  });
});
