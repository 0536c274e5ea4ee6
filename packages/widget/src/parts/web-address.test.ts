import { describe, expect, it } from 'vitest';
import { legible, namesAnotherHost, webAddress } from './web-address.ts';

describe('webAddress', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['http://example.com:8080', 'http://example.com:8080'],
    ['HTTPS://Example.com/É', 'HTTPS://Example.com/É'],
    // Read as one thing, leading to another: shown as where it leads.
    ['https://раypal.com/', 'https://xn--ypal-43d9g.com/'],
    ['https://exa\u200bmple.com/', 'https://example.com/'],
    ['https://ｂａｎｋ.example/', 'https://bank.example/'],
    ['https://bank.example。evil.example/', 'https://bank.example.evil.example/'],
    ['https://evil.example/\u202egpj.exe', 'https://evil.example/%E2%80%AEgpj.exe'],
    ['https://@evil.example/', 'https://evil.example/'],
    ['https://0x7f.1/', 'https://127.0.0.1/'],
    ['https://b%61nk.example/', 'https://bank.example/'],
  ])('%j is shown as %s', (written, shown) => expect(webAddress(written)?.shown).toBe(shown));

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt://example.com/%0aalert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'mailto:a@example.com',
    'https://bank.example@evil.example/',
    'https://user:pw@evil.example/',
    'https://bank.example\\@evil.example/',
    'https://evil.example/\\..\\bank.example',
    'https:evil.example',
    'https:/evil.example',
    '//evil.example',
    'https://',
    'https://evil.example:99999',
    'https://bank.example／login',
    "https://bank.example&x='/",
    'nonsense',
    '',
  ])('%j is none', (written) => expect(webAddress(written)).toBeUndefined());
});

describe('a title', () => {
  it.each([
    ['https://bank.example/login', 'evil.example'],
    ['bank.example', 'evil.example'],
    ['Log in at www.bank.example now', 'evil.example'],
    ['bank\u200b.exam\u00adple', 'evil.example'],
    ['ｂａｎｋ．ｅｘａｍｐｌｅ', 'evil.example'],
    ['bank。example', 'evil.example'],
    ['раypal.com', 'xn--ypal-43d9g.com.evil.example'],
    ['https://bank.example@evil.example/', 'evil.example'],
    ['user:pw@bank.example', 'evil.example'],
    ['login.example.com', 'example.com'],
    ['bank.example', 'bank.example.evil.example'],
    ['127.0.0.1', 'evil.example'],
    ['prices.pdf', 'example.com'],
  ])('%j names another host than %s', (title, host) => expect(namesAnotherHost(title, host)).toBe(true));

  it.each([
    ['Opening hours', 'example.com'],
    ['https://example.com/a/index.html', 'example.com'],
    ['www.example.com', 'example.com'],
    ['example.com', 'shop.example.com'],
    ['Version 1.2, see chapter 3.', 'example.com'],
    ['Tarifs 2026 : adultes, enfants', 'example.com'],
    ['أسعار التذاكر', 'example.com'],
  ])('%j does not, of %s', (title, host) => expect(namesAnotherHost(title, host)).toBe(false));

  it('is read without what nobody sees', () => {
    expect(legible('a\u202eb\u2066c\u200bd\ufeff\n\te\u{e0041}')).toBe('a b c d e');
    expect(legible('\u202e\u2066')).toBe('');
    expect(legible('👩‍👧 می‌خواهم')).toBe('👩‍👧 می‌خواهم');
  });
});
