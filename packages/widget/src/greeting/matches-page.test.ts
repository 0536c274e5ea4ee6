import { expect, it } from 'vitest';
import { matchesPage } from './matches-page.ts';

it.each([
  [null, '/anything', true],
  ['', '/', true],
  [' , ', '/', true],
  ['/prices', '/prices', true],
  ['/prices', '/prices/', true],
  ['/prices/', '/prices', true],
  ['/prices', '/prices/bread', false],
  ['/prices', '/fr/prices', false],
  ['/prices*', '/prices/bread', true],
  ['/shop/*, /help', '/help', true],
  ['/shop/*, /help', '/shop/a/b', true],
  ['/shop/*', '/shop', false],
  ['*/prices', '/fr/prices', true],
  ['/a.b', '/aXb', false],
  ['/a(b', '/a(b', true],
  ['/', '/', true],
  ['/', '/prices', false],
  ['/horaires-d’été', '/horaires-d%E2%80%99%C3%A9t%C3%A9', true],
  ['/horaires-d%E2%80%99%C3%A9t%C3%A9', '/horaires-d%E2%80%99%C3%A9t%C3%A9', true],
])('%j on %s: %s', (pages, path, is) => {
  expect(matchesPage(pages, path)).toBe(is);
});
