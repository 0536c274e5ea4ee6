import { describe, expect, it } from 'vitest';
import { findSnippet } from './find-snippet.ts';

const PAGE = 'https://www.example.com/a/b';
const TEXT = `<p>${'A shop that sells many things. '.repeat(10)}</p>`;
const LINE = '<script async src="https://chat.example.com/guichet.js" data-site="default"></script>';

const find = (html: string) => findSnippet(html, PAGE);

describe('findSnippet', () => {
  it.each([
    [LINE],
    ['<script src=//chat.example.com/guichet.js></script>'],
    ['<SCRIPT SRC="https://chat.example.com/guichet.js?1"></SCRIPT>'],
    ['<script src="https://chat.example.com/w/1.2.3/guichet.js" integrity="sha384-x"></script>'],
    ['<guichet-chat server="https://chat.example.com/" site="default"></guichet-chat>'],
    [`<p>a<b>c</p>${LINE}<table><tr>x`],
    [`<head><base href="https://chat.example.com/x/"></head><script src="../guichet.js"></script>`],
  ])('finds %s', (html) => {
    expect(find(html).snippets[0]?.server).toBe('https://chat.example.com');
  });

  it.each([
    [`<!-- ${LINE} -->`],
    [`<noscript>${LINE}</noscript>`],
    [`<template>${LINE}</template>`],
    [`<textarea>${LINE}</textarea>`],
    [`<pre>${LINE.replaceAll('<', '&lt;')}</pre>`],
    ['<script src="https://chat.example.com/other-guichet.json"></script>'],
    ['<script src="javascript:guichet.js"></script>'],
    ['<guichet-chat></guichet-chat>'],
    ['<a href="https://chat.example.com/guichet.js">x</a>'],
  ])('does not take %s for it', (html) => {
    expect(find(html).snippets).toEqual([]);
  });

  it('keeps what the script carries', () => {
    expect(
      find('<script nonce="r4" integrity="sha384-x" src="https://c.example/guichet.js"></script>').snippets,
    ).toEqual([{ server: 'https://c.example', nonce: 'r4', integrity: 'sha384-x' }]);
  });

  it('reads the policies of the head, and of the head alone', () => {
    const meta = (policy: string) => `<meta http-equiv="content-security-policy" content="${policy}">`;
    expect(find(`<head>${meta('a')}${meta('b')}</head><body><p>x</p>${meta('c')}</body>`).policies).toEqual(['a', 'b']);
  });

  it('knows a page that scripts make', () => {
    expect(find('<div id="root"></div><script src="/app.js"></script>').builtByScripts).toBe(true);
    expect(find(`<script>${'x();'.repeat(500)}</script>`).builtByScripts).toBe(true);
    expect(find(`${TEXT}<script src="/app.js"></script>`).builtByScripts).toBe(false);
    expect(find('<p>Short page.</p>').builtByScripts).toBe(false);
    const manager = '<script>(function(){s.src="https://www.googletagmanager.com/gtm.js?id=GTM-1"})()</script>';
    expect(find(`${TEXT}${manager}`).builtByScripts).toBe(true);
  });

  it('reads a page of a million elements no further than any page goes, and does not say that the line is missing', () => {
    const before = process.memoryUsage().heapUsed;
    const facts = find(LINE + '<p><b>'.repeat(330_000));
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150_000_000);
    expect(facts).toMatchObject({ snippets: [{ server: expect.any(String) }], builtByScripts: true });
  });

  it('does not break on pages that are nested deeply, empty or no HTML', () => {
    expect(find('<div>'.repeat(20_000) + LINE).snippets).toHaveLength(1);
    expect(find('').snippets).toEqual([]);
    expect(find('\u0000<<<>&&').snippets).toEqual([]);
  });
});
