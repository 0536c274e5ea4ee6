import { describe, expect, it } from 'vitest';
import { serverFrom } from './server-from.ts';

describe('serverFrom', () => {
  it.each([
    ['https://chat.example.com/guichet.js', 'https://chat.example.com'],
    ['https://chat.example.com/guichet.js?v=2#x', 'https://chat.example.com'],
    ['https://chat.example.com/w/0.1.0-abc/guichet.js', 'https://chat.example.com'],
    ['https://example.com/chat/guichet.js', 'https://example.com/chat'],
    ['https://example.com/chat/w/0.1.0-abc/app.js?2', 'https://example.com/chat'],
    ['http://localhost:8787/guichet.js', 'http://localhost:8787'],
  ])('%s comes from %s', (source, server) => expect(serverFrom(source)).toBe(server));
});
