import { describe, expect, it } from 'vitest';
import { isRelatedOrigin } from './related-origin.ts';

const related = (origin: string, ...known: string[]) => isRelatedOrigin(origin, known);

describe('an origin that was refused', () => {
  it.each([
    ['https://www.example.com', 'https://example.com'],
    ['https://example.com', 'https://www.example.com'],
    ['https://shop.example.com', 'https://example.com'],
    ['https://shop.example.com', 'https://www.example.com'],
    ['https://a.b.example.com', 'https://example.com'],
    ['http://www.example.com', 'https://www.example.com'],
    ['https://localhost:3000', 'http://localhost:3000'],
    ['https://example.com', 'http://example.com:8080'],
  ])('%s is related to %s', (origin, known) => expect(related(origin, known)).toBe(true));

  it.each([
    ['https://exarnple.com', 'https://example.com'],
    ['https://example.com.evil.example', 'https://example.com'],
    ['https://evil-example.com', 'https://example.com'],
    ['https://wwwexample.com', 'https://example.com'],
    ['https://xn--xample-9uf.com', 'https://example.com'],
    ['https://example.com.', 'https://example.com'],
    ['https://example.org', 'https://example.com'],
    // Another's, as far as names tell.
    ['https://www.example.com', 'https://chat.example.com'],
    ['https://b.github.io', 'https://a.github.io'],
    ['https://evil.com', 'https://www.com'],
    ['https://example.com:4443', 'https://example.com'],
    ['http://localhost:5173', 'http://localhost:3000'],
    ['http://evil.localhost', 'http://localhost'],
    ['http://5.192.168.0.1', 'http://192.168.0.1'],
    ['null', 'https://example.com'],
  ])('%s is not related to %s', (origin, known) => expect(related(origin, known)).toBe(false));

  it('is related to nothing where nothing is known', () => expect(related('https://example.com')).toBe(false));
});
