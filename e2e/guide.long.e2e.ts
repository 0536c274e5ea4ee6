/** The guide in a real browser: every kind of page in both languages, on a phone, with large text, without a mouse or JavaScript. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestGuichet, type TestGuichet } from '../packages/server/src/testing/start-test-guichet.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/expect-accessible.ts';
import { openBrowser } from './support/open-browser.ts';

let browser: Browser;
let test: TestGuichet;
let page: Page;
/** What the browser complained about: a refusal by the page's own policy would be here. */
let complaints: string[];

beforeAll(async () => {
  [browser, test] = await Promise.all([openBrowser(), startTestGuichet()]);
});
afterAll(async () => {
  await browser?.close();
  await test?.close();
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.context().close();
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(test.guichet.url + path);
}

const field = () => page.getByRole('searchbox');
const found = () => page.locator('.found a');

describe.each(['en', 'fr'])('in %s', (locale) => {
  it.each([
    ['the contents', ''],
    ['a page with drawings and menus', 'where-to-click'],
    ['a page with a table and pictures', 'two-families'],
    ['a finding', 'key-known'],
    ['a reference', 'errors'],
    ['what a search found', 'search?q=nginx'],
    ['a page that is not there', 'none'],
  ])('%s is accessible, light and dark, wide and at 320 px', async (_, path) => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [320, 'dark'],
    ] as const) {
      await open(`/guide/${locale}/${path}`, { viewport: { width, height: 800 }, colorScheme });
      // A missing page is told by its status, and the browser says so.
      complaints = complaints.filter((complaint) => path !== 'none' || !complaint.includes('404'));
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
      });
      await expectAccessible(page);
      if (width === 1280) await page.context().close();
    }
  });

  it('keeps its width with text at 200 %', async () => {
    await open(`/guide/${locale}/two-families`, { viewport: { width: 640, height: 800 } });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await expectNoSidewaysScroll(page);
  });

  it('has the same page in the other language', async () => {
    await open(`/guide/${locale}/where-to-click`);
    const other = locale === 'en' ? 'Français' : 'English';
    await page.getByRole('link', { name: other, exact: true }).click();
    expect(new URL(page.url()).pathname).toBe(`/guide/${locale === 'en' ? 'fr' : 'en'}/where-to-click`);
  });
});

describe('searching', () => {
  it('shows what is found while one types, and is gone through by keyboard', async () => {
    await open('/guide/fr/');
    await page.keyboard.press('/');
    await page.keyboard.type('cle expiree');
    await found().first().waitFor();
    expect(await found().first().innerText()).toMatch(/clé|session/i);
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('A');
    await page.keyboard.press('Escape');
    expect(await page.locator('.found').isVisible()).toBe(false);
    expect(await field().evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/guide/fr/search?q=*');
    expect(await page.locator('main .hits li').count()).toBeGreaterThan(0);
  });

  it('leads to the heading that has the words', async () => {
    await open('/guide/en/');
    await field().fill('proxy_buffering');
    await expect.poll(() => found().first().innerText()).toContain('Behind a proxy');
    expect(await found().first().getAttribute('href')).toContain('/guide/en/behind-a-proxy#');
  });

  it('works without JavaScript', async () => {
    await open('/guide/en/', { javaScriptEnabled: false });
    await field().fill('session token');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/guide/en/search?q=session+token');
    expect(await page.locator('main .hits a').first().innerText()).toMatch(/session|token/i);
    await page.locator('main .hits a').first().click();
    expect(await page.locator('h1').count()).toBe(1);
  });
});

it('is gone through by keyboard, from the link that skips to the content on', async () => {
  await open('/guide/en/coolify');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
});

it('offers to copy code, and shows this Guichet’s own address in it', async () => {
  await open('/guide/en/put-it-on-your-site', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('.code .copy').first().click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`${test.guichet.url}/guichet.js`);
});

it('prints the content alone, with what is folded on the screen', async () => {
  await open('/guide/en/where-to-click');
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.top .search', '.side', '.headings', '.neighbours']) {
    expect(await page.locator(part).first().isVisible(), part).toBe(false);
  }
  const folded = page.locator('details .breadcrumbs').first();
  expect((await folded.boundingBox())?.height ?? 0).toBeGreaterThan(10);
});

it('loads nothing but from its own server', async () => {
  await open('/guide/en/two-families');
  const from = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin),
  );
  expect(new Set(from)).toEqual(new Set([new URL(test.guichet.url).origin]));
});
