import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { en as causes } from '@guichet/contract/cause-text/en';
import { en as problems } from '@guichet/contract/problem-text/en';
import { TEXTS } from '@guichet/doctor/catalogue';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGuideSite } from './create-guide-site.ts';
import { type Guide, readGuide } from './read-guide.ts';

const FACTS = { version: '9.9.9', settings: [] };
const ASK = { origin: 'https://chat.shop.example' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'guide-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, body: string, more = ''): void {
  const whole = path.join(folder, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, `---\ntitle: A page\nsummary: What it is.\nsection: start\n${more}---\n\n${body}\n`);
}

/** The same in both languages. */
function writeBoth(file: string, body: string, more = ''): void {
  for (const locale of ['en', 'fr']) write(`${locale}/${file}`, body, more);
}

function read(): Guide {
  return readGuide(folder, FACTS);
}

function pageOf(guide: Guide, slug: string): string {
  return guide.pages.en.find((page) => page.slug === slug)?.html ?? '';
}

it('renders directives from what the program knows', () => {
  writeBoth(
    'page.md',
    '{{menu create-key}}\n\nGuichet {{version}}: {{cause key-unknown}} {{doctor fix putKey}} {{error not-configured}}\n\n{{finding key/accepted}}',
  );
  const guide = read();
  expect(guide.problems).toEqual([]);
  const html = pageOf(guide, 'page');
  expect(html).toContain('<li><span>Create new secret key</span></li>');
  expect(html).toContain('Open WebUI 0.11 and later');
  expect(html).toContain('Before Open WebUI 0.11');
  expect(html).toMatch(/Checked in 0\.12\.4, .*0\.11\.4, and 0\.11\.0\./);
  expect(html).toContain(
    `Guichet 9.9.9: ${causes['key-unknown']} ${TEXTS.en.fix.putKey} ${problems['not-configured']}`,
  );
  expect(html).toContain('npx guichet doctor --only key/accepted');
});

it('says what versions lack a place', () => {
  writeBoth('page.md', '{{menu second-factor}}');
  const html = pageOf(read(), 'page');
  expect(html).toContain('Open WebUI 0.12 and later');
  expect(html).toMatch(/Before Open WebUI 0\.12<\/p><p>Not available in these versions\./);
});

it.each([
  ['an unknown directive', '{{menus create-key}}', 'has an unknown directive: menus'],
  ['an unknown menu', '{{menu fly}}', 'names a menu that is not known: fly'],
  ['an unknown check', '{{finding key/none}}', 'names a check that does not exist: key/none'],
  ['an unknown cause', 'So: {{cause none}}', 'names a cause that does not exist: none'],
  ['an unknown text', 'So: {{doctor fix none}}', 'names a text of the doctor that does not exist: fix none'],
  ['a text that lacks a value', '{{doctor fix addName}}', 'leaves out what a text of the doctor needs: fix addName'],
  ['a block within a line', 'So: {{menu create-key}}', 'has an unknown directive: menu within a line'],
  ['a missing picture', '{{figure none | Nothing}}', 'shows a picture that is not there: none'],
  ['a picture by hand', '![x](x.png)', 'shows a picture without the directive figure'],
  ['a broken link', '[there](../none.md)', 'links to a file that is not there: ../none.md'],
  ['a broken anchor', '[there](#none)', 'links to a heading that is not there: #none'],
  ['a link to a page of nobody', '[there](/elsewhere)', 'links to a file that is not there: /elsewhere'],
])('names %s', (_, body, problem) => {
  writeBoth('page.md', body);
  expect(read().problems).toContain(`en/page.md ${problem}`);
});

it('names a page without a twin, twice the same name and front matter that cannot be read', () => {
  write('en/only.md', 'Text.');
  writeBoth('a/same.md', 'Text.');
  writeBoth('b/same.md', 'Text.', 'colour: blue\n');
  const { problems } = read();
  expect(problems).toContain('en/only.md has no page of the same name in fr');
  expect(problems).toContain('en/b/same.md has the same name as en/a/same.md');
  expect(problems).toContain('en/b/same.md has an unknown line in its front matter: colour: blue');
});

it('shows raw HTML as text, and links to nothing but pages, headings and the web', () => {
  writeBoth(
    'page.md',
    '<script>alert(1)</script>\n\nAn <img src=x onerror=alert(1)> inside, [a](javascript:alert(1)).',
  );
  const guide = read();
  const html = pageOf(guide, 'page');
  expect(html).not.toMatch(/<script|<img|javascript:/);
  expect(html).toContain('&lt;script&gt;');
  expect(guide.problems).toContain('en/page.md links to a file that is not there: javascript:alert(1)');
});

it('leads to a page by its name, whatever folder it is in, and to a heading on it', () => {
  writeBoth('start/first.md', '[second](../keys/second.md#where-to-click)');
  writeBoth('keys/second.md', '## Where to click\n\nHere.\n\n## Where to click\n\nAnd here.');
  const guide = read();
  expect(guide.problems).toEqual([]);
  expect(pageOf(guide, 'first')).toContain('href="/guide/en/second#where-to-click"');
  expect(pageOf(guide, 'second')).toContain('id="where-to-click-2"');
});

it('answers in the reader’s language, and leads on from addresses without one', () => {
  writeBoth('page.md', 'Text. https://guichet.example.com/guichet.js');
  const site = createGuideSite(read());
  expect(site.answer({ ...ASK, path: '/guide', acceptLanguage: 'fr-CA,en' }).headers.Location).toBe('/guide/fr/');
  expect(site.answer({ ...ASK, path: '/guide/page', acceptLanguage: 'fr' }).headers.Location).toBe('/guide/fr/page');
  expect(site.answer({ ...ASK, path: '/guide/en' }).headers.Location).toBe('/guide/en/');
  expect(site.answer({ ...ASK, path: '/guide/en/page/' }).headers.Location).toBe('/guide/en/page');
  const page = site.answer({ ...ASK, path: '/guide/en/page' });
  expect(page.status).toBe(200);
  expect(page.body).toContain('https://chat.shop.example/guichet.js');
  expect(page.headers['Content-Security-Policy']).not.toMatch(/unsafe|\*/);
  expect(page.body).not.toMatch(/<script(?! defer src)|<style| style=| on\w+=/);
});

it('says in a page that a page is not there, and in a line that the guide is not there', () => {
  writeBoth('page.md', 'Text.');
  const site = createGuideSite(read());
  for (const path of ['/guide/en/none', '/guide/none', '/guide/en/page/more', '/guide/%', '/guide/../x']) {
    const { status, body } = site.answer({ ...ASK, path });
    expect([path, status]).toEqual([path, 404]);
    expect(body).toContain('This page is not in the guide');
  }
  const without = createGuideSite(readGuide(path.join(folder, 'none'), FACTS));
  expect(without.answer({ ...ASK, path: '/guide/en/' })).toMatchObject({ status: 503 });
});

it('puts no address into a page that is not one', () => {
  writeBoth('page.md', 'https://guichet.example.com');
  const { body } = createGuideSite(read()).answer({ path: '/guide/en/page', origin: 'https://x"><script>' });
  expect(body).not.toContain('"><script>');
});

it('serves style and script under addresses that hold their hash', () => {
  writeBoth('page.md', 'Text.');
  const site = createGuideSite(read());
  const page = String(site.answer({ ...ASK, path: '/guide/en/' }).body);
  for (const [, address = ''] of page.matchAll(/(?:href|src)="(\/guide\/guide\.\w+\.(?:css|js))"/g)) {
    const { status, headers } = site.answer({ ...ASK, path: address });
    expect([address, status]).toEqual([address, 200]);
    expect(headers['Cache-Control']).toContain('immutable');
  }
});
