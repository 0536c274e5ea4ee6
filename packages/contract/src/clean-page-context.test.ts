import { describe, expect, it } from 'vitest';
import {
  cleanPageContext,
  MAX_PAGE_TEXT_CHARS,
  MAX_PAGE_TITLE_CHARS,
  MAX_PAGE_URL_CHARS,
} from './clean-page-context.ts';

describe('what a page says of itself', () => {
  it('goes along as it is where it is plain', () => {
    const context = { title: 'Our bread', url: 'https://shop.example/bread', text: 'Rye, 800 g' };
    expect(cleanPageContext(context)).toEqual(context);
  });

  it.each([
    ['https://user:word@shop.example/a?token=1#id', 'https://shop.example/a'],
    ['http://shop.example', 'http://shop.example/'],
    [`https://shop.example/${'a'.repeat(MAX_PAGE_URL_CHARS)}?b`, 'https://shop.example'],
  ])('tells of the address %s only host and path', (url, told) => {
    expect(cleanPageContext({ url })).toEqual({ url: told });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'about:blank', 'bread', 7])(
    'takes no %s for an address',
    (url) => {
      expect(cleanPageContext({ url })).toBeUndefined();
    },
  );

  it('is one line each, without what nobody sees, and not longer than allowed', () => {
    const cleaned = cleanPageContext({
      title: `a\n\n> b\u2028c\u0000d\u202ee\u200bf ${'x'.repeat(500)}`,
      text: '😀'.repeat(MAX_PAGE_TEXT_CHARS),
    });
    expect(cleaned?.title).toMatch(/^a > b c d e f x+$/);
    expect(cleaned?.title?.length).toBe(MAX_PAGE_TITLE_CHARS);
    expect(cleaned?.text?.length).toBe(MAX_PAGE_TEXT_CHARS);
    expect(cleaned?.text?.isWellFormed()).toBe(true);
    expect(cleanPageContext({ text: `${'a'.repeat(MAX_PAGE_TEXT_CHARS - 1)}😀` })?.text).toMatch(/^a+$/);
  });

  it.each([undefined, null, 'text', 7, [], {}, { title: ' \n ' }, { title: {}, url: [], text: 1 }])(
    'is nothing where %j is given',
    (given) => {
      expect(cleanPageContext(given)).toBeUndefined();
    },
  );

  it('stays what it is when it is cleaned again', () => {
    const once = cleanPageContext({ title: ' a\u200d\nb ', url: 'https://shop.example/ä?x', text: 'c' });
    expect(cleanPageContext(once)).toEqual(once);
  });
});
