import { describe, expect, it } from 'vitest';
import { loaderAddress } from './own-script.ts';

describe('loaderAddress', () => {
  it.each([
    ['https://chat.example.com/guichet.js', 'https://chat.example.com/guichet.js'],
    ['https://chat.example.com/guichet.js?v=2#x', 'https://chat.example.com/guichet.js'],
    ['https://chat.example.com/w/0.1.0-abc/guichet.js', 'https://chat.example.com/w/0.1.0-abc/guichet.js'],
    ['Error\n    at https://chat.example.com/guichet.js:1:5921', 'https://chat.example.com/guichet.js'],
    [
      'Error\n    at own (https://chat.example.com:8443/g/guichet.js:1:5)',
      'https://chat.example.com:8443/g/guichet.js',
    ],
    [
      'own@http://localhost:8787/guichet.js:1:5\n@http://localhost:8787/guichet.js:1:90',
      'http://localhost:8787/guichet.js',
    ],
    ['https://a.example/x.js https://b.example/guichet.js https://a.example/y.png', 'https://b.example/guichet.js'],
    ['blob:https://shop.example/5c9f', undefined],
    ['https://shop.example/all-scripts.js', undefined],
    ['https://shop.example/not-guichet.js', undefined],
    ['https://shop.example/guichet.json', undefined],
    ['', undefined],
  ])('%j is or holds %s', (text, address) => expect(loaderAddress(text)).toBe(address));
});
