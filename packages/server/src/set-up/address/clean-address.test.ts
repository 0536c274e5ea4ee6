import { describe, expect, it } from 'vitest';
import { cleanAddress } from './clean-address.ts';

describe('cleanAddress', () => {
  it.each([
    ['https://chat.example.com', 'https://chat.example.com', undefined],
    ['  https://chat.example.com/  ', 'https://chat.example.com', undefined],
    ['"https://chat.example.com"', 'https://chat.example.com', undefined],
    ['OPENWEBUI_URL=https://chat.example.com/', 'https://chat.example.com', undefined],
    ['https://https://chat.example.com', 'https://chat.example.com', undefined],
    ['http://https//chat.example.com/api', 'https://chat.example.com', '/api'],
    ['https://chat.example.com/api', 'https://chat.example.com', '/api'],
    ['https://chat.example.com/api/v1/', 'https://chat.example.com', '/api/v1/'],
    ['https://chat.example.com/ollama', 'https://chat.example.com', '/ollama'],
    ['https://chat.example.com/?model=x', 'https://chat.example.com', '/?model=x'],
    ['https://chat.example.com/c/0b7c', 'https://chat.example.com', '/c/0b7c'],
    ['HTTPS://Chat.Example.com:443/auth', 'https://chat.example.com', '/auth'],
    ['http://192.168.1.4:3000', 'http://192.168.1.4:3000', undefined],
    ['http://[::1]:8080/', 'http://[::1]:8080', undefined],
    ['https:/chat.example.com', 'https://chat.example.com', undefined],
    ['https:chat.example.com/api', 'https://chat.example.com', '/api'],
    ['https:\\\\chat.example.com', 'https://chat.example.com', undefined],
    ['http:/192.168.1.4:3000', 'http://192.168.1.4:3000', undefined],
    ['https://chat.example.com.', 'https://chat.example.com', undefined],
    ['https://chat.example.com./api', 'https://chat.example.com', '/api'],
    ['(https://chat.example.com)', 'https://chat.example.com', undefined],
    ['[chat](https://chat.example.com/)', 'https://chat.example.com', undefined],
    ['curl https://chat.example.com/api/models', 'https://chat.example.com', '/api/models'],
    ['- OPENWEBUI_URL=https://chat.example.com', 'https://chat.example.com', undefined],
    ['OPENWEBUI_URL: "https://chat.example.com"', 'https://chat.example.com', undefined],
    ['$env:OPENWEBUI_URL="https://chat.example.com"', 'https://chat.example.com', undefined],
    ['It is at https://chat.example.com.', 'https://chat.example.com', undefined],
    ['\u202ahttps://chat.example.com\u202c', 'https://chat.example.com', undefined],
    ['ｈｔｔｐｓ：//chat.example.com', 'https://chat.example.com', undefined],
  ])('%s is %s', (text, address, leftOut) => {
    const cleaned = cleanAddress(text);
    expect(cleaned).toMatchObject({ kind: 'address', candidates: [address], schemeAdded: false });
    expect('leftOut' in cleaned ? cleaned.leftOut : undefined).toBe(leftOut === '/?model=x' ? '?model=x' : leftOut);
  });

  it.each([
    ['chat.example.com', ['https://chat.example.com', 'http://chat.example.com']],
    ['chat.example.com/api', ['https://chat.example.com', 'http://chat.example.com']],
    ['localhost:3000', ['http://localhost:3000', 'https://localhost:3000']],
    ['open-webui:8080', ['http://open-webui:8080', 'https://open-webui:8080']],
    ['192.168.1.4', ['http://192.168.1.4', 'https://192.168.1.4']],
    ['chat.example.com:3000', ['http://chat.example.com:3000', 'https://chat.example.com:3000']],
    ['//chat.example.com', ['https://chat.example.com', 'http://chat.example.com']],
  ])('%s gets its beginning: %j', (text, candidates) => {
    expect(cleanAddress(text)).toMatchObject({ kind: 'address', candidates, schemeAdded: true });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['not an address', 'none'],
    ['ftp://chat.example.com', 'none'],
    ['file:///etc/passwd', 'none'],
    ['https://', 'none'],
    ['https://chat..example.com', 'none'],
    ['https://a.example.com https://b.example.com', 'none'],
    ['https://a.example.com,https://b.example.com', 'none'],
    ['x'.repeat(3_000), 'none'],
    ['https://me:pass@chat.example.com', 'password'],
    [`sk-${'0123456789abcdef'.repeat(2)}`, 'secret'],
    [`https://chat.example.com/?key=sk-${'0123456789abcdef'.repeat(2)}`, 'secret'],
  ])('%s is none: %s', (text, kind) => {
    expect(cleanAddress(text)).toEqual({ kind });
  });
});

it.each([
  ['https://intranet.example.com/chatgpt', ['https://intranet.example.com/chatgpt', 'https://intranet.example.com']],
  [
    'https://intranet.example.com/chatgpt/api/v1',
    ['https://intranet.example.com/chatgpt', 'https://intranet.example.com'],
  ],
])('%s may be an Open WebUI below a path', (text, candidates) => {
  expect(cleanAddress(text)).toMatchObject({ kind: 'address', candidates });
});
