import { describe, expect, it } from 'vitest';
import { createSecretFilter } from './secret-filter.ts';
import { createSecretRemover } from './secret-remover.ts';

const KEY = 'sk-3f9a8b7c6d5e4f30a1b2c3d4e5f60718';
const TOKEN =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpZCI6IjEyMzQ1Njc4LWFiY2QiLCJleHAiOjE4OTM0NTYwMDB9.q0oXk3-Yb_7wL2pZr8Vt5sMh1nUe4gJd6fKcA9xQyRw';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const percent = (text: string) => [...text].map((one) => `%${one.charCodeAt(0).toString(16)}`).join('');
const escaped = (text: string) =>
  [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const entities = (text: string) => [...text].map((one) => `&#${one.charCodeAt(0)};`).join('');

describe.each([KEY, TOKEN])('our own credential in what comes back (%#)', (credential) => {
  const remove = createSecretRemover(credential);
  const tail = credential.slice(-4);

  it.each([
    ['whole', credential],
    ['in capitals', credential.toUpperCase()],
    ['behind its word', `Bearer ${credential}`],
    ['cut behind', credential.slice(0, 20)],
    ['cut in front', credential.slice(-20)],
    ['a piece of its middle', credential.slice(8, 24)],
    ['over two lines', `${credential.slice(0, 18)}\n  ${credential.slice(18)}`],
    ['with invisible breaks', credential.replace(/(.{8})/g, '$1\u200b')],
    ['in a URL', percent(credential)],
    ['in a URL, one character of it', credential.replace('3', '%33')],
    ['in JSON escapes', escaped(credential)],
    ['in a page', entities(credential)],
    ['in base64', base64(credential)],
    ['in base64 with its word', base64(`Bearer ${credential}`)],
    ['in base64 with a name before it', base64(`user:${credential}`)],
    ['in base64 with a name before it, for URLs', Buffer.from(`me:${credential}:x`).toString('base64url')],
    ['in base64 in JSON', base64(JSON.stringify({ authorization: `Bearer ${credential}` }))],
    ['in hexadecimal', Buffer.from(credential).toString('hex')],
    ['in base64 of UTF-16', Buffer.from(credential, 'utf16le').toString('base64')],
    ['in base64 of UTF-16, the big end first', Buffer.from(credential, 'utf16le').swap16().toString('base64url')],
    ['in base64 of hexadecimal', base64(Buffer.from(credential).toString('hex'))],
    ['in a URL, encoded twice', percent(credential).replaceAll('%', '%25')],
    ['in a mail', percent(credential).replaceAll('%', '=')],
    ['in a mail, broken', `${credential.slice(0, 18)}=\r\n${credential.slice(18)}`],
    ['in octal escapes', [...credential].map((one) => `\\${one.charCodeAt(0).toString(8)}`).join('')],
    ['in escapes with braces', [...credential].map((one) => `\\u{${one.charCodeAt(0).toString(16)}}`).join('')],
    ['in entities without an end', entities(credential).replaceAll(';', '')],
    ['in entities with zeros', entities(credential).replaceAll('&#', '&#0000')],
    ['in full-width letters', [...credential].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('')],
    [
      'in bytes with colons',
      Buffer.from(credential)
        .toString('hex')
        .replace(/..(?!$)/g, '$&:'),
    ],
    ['letter by letter', JSON.stringify([...credential])],
    ['with dots between', [...credential].join('.')],
    ['in fours', credential.replace(/.{4}(?!$)/g, '$&-')],
    ['with tags between', [...credential].join('<wbr>')],
    ['with marks over it', [...credential].join('\u034f')],
    ['in two colours', `${credential.slice(0, 18)}\u001b[0m${credential.slice(18)}`],
    ['masked by dots', `${credential.slice(0, 7)}...${tail}`],
    ['masked by an ellipsis', `${credential.slice(0, 3)}…${tail}`],
    ['masked by stars', `${credential.slice(0, 5)}****************${tail}`],
    ['masked by bullets', `${credential.slice(0, 4)}••••••${tail}`],
    ['masked by x', `${credential.slice(0, 3)}xxxxxxxx${tail}`],
    ['masked by a word', `${credential.slice(0, 8)}[REDACTED]${tail}`],
    ['masked, in JSON escapes', `${credential.slice(0, 7)}\\u2026${tail}`],
    ['masked, its beginning alone', `${credential.slice(0, 9)}...`],
    ['masked, its end alone', `****${tail}`],
    ['named by its end', `ending in ${tail}`],
    ['named by its end, in quotes', `ends with "${tail}"`],
    ['named by its beginning', `starts with ${credential.slice(0, 9)}`],
  ])('%s', (_how, written) => {
    const said = remove(`Incorrect API key provided: ${written}. Try again.`);
    expect(said).toContain('[credential]');
    expect(said).toMatch(/\. ?Try again\.$|\]Try again\.$/);
    const left = said.toLowerCase();
    for (let at = 0; at + 8 <= credential.length; at++) {
      expect(left).not.toContain(credential.slice(at, at + 8).toLowerCase());
    }
    expect(left).not.toContain(tail.toLowerCase());
  });

  it('goes from the end of a text that was cut through it', () => {
    const said = remove(`${'x'.repeat(1_980)} ${credential}`.slice(0, 2_000));
    expect(said).not.toContain(credential.slice(0, 10));
  });

  it.each([
    'Incorrect API key provided: sk-proj-********************wxyz. You can find your API key at https://example.com.',
    'Authentication Fails, Your api key: ****9999 is invalid',
    'Rate limit reached... Please try again in 2s',
    'sk-...',
    'ending in 0718abc',
    'an ordinary sentence – with ... dots, **stars** and [brackets]',
    '',
  ])('leaves what is not it: %s', (text) => {
    expect(remove(text)).toBe(text);
  });
});

it('takes a short credential out as it is', () => {
  expect(createSecretRemover('abcdef')('abcdef and abcdefg')).toBe('[credential] and [credential]g');
});

it('leaves texts alone where the credential is shorter than any can be', () => {
  for (const credential of ['', 'x', 'abc'])
    expect(createSecretRemover(credential)('text/html abc')).toBe('text/html abc');
});

describe('a text that comes piece by piece', () => {
  function filtered(text: string, size: number, credential = KEY): string {
    let out = '';
    const filter = createSecretFilter(credential, (piece) => {
      out += piece;
    });
    for (let at = 0; at < text.length; at += size) filter.feed(text.slice(at, at + size));
    filter.end();
    return out;
  }

  it.each([1, 2, 3, 5, 7, 11, 34, 35, 36, 1_000])('loses it, cut into pieces of %i', (size) => {
    for (const credential of [KEY, TOKEN]) {
      const out = filtered(`Your key is ${credential}, and again ${credential}${credential}.`, size, credential);
      expect(out).not.toContain(credential.slice(8, 24));
      expect(out).not.toContain(credential.slice(-12));
      expect(out).toMatch(/^Your key is .{0,5}\[credential\], and again .{0,5}\[credential\].{0,5}\[credential\]\.$/);
    }
  });

  it.each([1, 2, 3, 7, 1_000])('keeps everything else, cut into pieces of %i', (size) => {
    for (const text of [
      'sk-3f9a8b7c but not it',
      `sk-sk-sk-3f9 ${KEY.slice(0, 30)}`,
      'sssskk--',
      'no key',
      'sk-3f9sk-3f9sk-3f9',
    ]) {
      expect(filtered(text, size)).toBe(text);
    }
  });

  it('holds nothing back that does not begin like it', () => {
    const told: string[] = [];
    const filter = createSecretFilter(KEY, (piece) => told.push(piece));
    for (const piece of ['Hello', ' s', 'k', ' world']) filter.feed(piece);
    expect(told).toEqual(['Hello', ' s', 'k', ' world']);
  });
});
