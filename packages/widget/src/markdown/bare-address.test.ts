import { describe, expect, it } from 'vitest';
import { Definitions } from './definitions.ts';
import { parseInlines } from './inline-parser.ts';
import { safeAddress } from './safe-address.ts';
import { inlineHtml } from './to-html.ts';

const html = (text: string) => inlineHtml(parseInlines(text, new Definitions()).inlines, true);
const link = (address: string, text = address) => `<a href="${address}">${text}</a>`;

describe('addresses in a text', () => {
  it.each([
    ['See https://example.com/a?b=c.', `See ${link('https://example.com/a?b=c')}.`],
    ['(www.example.com)', `(${link('https://www.example.com', 'www.example.com')})`],
    ['**http://example.com/a_b_c**', `<strong>${link('http://example.com/a_b_c')}</strong>`],
    [
      'Write to a.b+c@shop.example, please',
      `Write to ${link('mailto:a.b+c@shop.example', 'a.b+c@shop.example')}, please`,
    ],
    ['« https://example.com/é »', `« ${link('https://example.com/%C3%A9', 'https://example.com/é')} »`],
    // GitHub's own examples.
    [
      'www.commonmark.org/help for more',
      `${link('https://www.commonmark.org/help', 'www.commonmark.org/help')} for more`,
    ],
    ['Visit www.commonmark.org/a.b.', `Visit ${link('https://www.commonmark.org/a.b', 'www.commonmark.org/a.b')}.`],
    [
      'www.google.com/search?q=Markup+(business)',
      link('https://www.google.com/search?q=Markup+(business)', 'www.google.com/search?q=Markup+(business)'),
    ],
    [
      'www.google.com/search?q=Markup+(business)))',
      `${link('https://www.google.com/search?q=Markup+(business)', 'www.google.com/search?q=Markup+(business)')}))`,
    ],
    [
      '(www.google.com/search?q=Markup+(business))',
      `(${link('https://www.google.com/search?q=Markup+(business)', 'www.google.com/search?q=Markup+(business)')})`,
    ],
    ['www.commonmark.org/he<lp', `${link('https://www.commonmark.org/he', 'www.commonmark.org/he')}&lt;lp`],
    ['foo@bar.baz', link('mailto:foo@bar.baz', 'foo@bar.baz')],
    ['hello+xyz@mail.example is', `${link('mailto:hello+xyz@mail.example', 'hello+xyz@mail.example')} is`],
    ['a.b-c_d@a.b.', 'a.b-c_d@a.b.'],
    ['$5 and $6, or $7-$8', '$5 and $6, or $7-$8'],
  ])('become links: %s', (text, wanted) => {
    expect(html(text)).toBe(wanted);
  });

  it.each(['`https://example.com`', 'awww.example.com', 'a@b', 'user@host', 'x://y.example', '3 @ 5 www'])(
    'and nothing else does: %s',
    (text) => {
      expect(html(text)).not.toContain('<a');
    },
  );

  it('never hold a second link', () => {
    expect(html('[see https://b.example](https://a.example)')).toBe(link('https://a.example', 'see https://b.example'));
  });
});

describe('safeAddress', () => {
  it.each([
    ['https://example.com/a', 'https://example.com/a'],
    ['HTTP://EXAMPLE.COM', 'http://example.com/'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['tel:+33123456789', 'tel:+33123456789'],
  ])('lets through %s', (written, href) => {
    expect(safeAddress(written)?.href).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://example.com/x',
    'file:///etc/passwd',
    'ftp://example.com',
    '//example.com',
    '/here',
    '#top',
    'https://bank.example@evil.example',
    'mailto:a@b.example?body=secret',
    'tel:*21*123#',
    'intent://x#Intent;end',
    '',
  ])('refuses %j', (written) => {
    expect(safeAddress(written)).toBeUndefined();
  });
});
