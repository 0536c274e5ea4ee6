/** The language of the page or the browser comes as a file of its own; without it the chat speaks English and works. */
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chat } from './support/chat.ts';
import { expectNoViolations } from './support/expect-accessible.ts';
import { startShopWithPolicy } from './support/shop.ts';
import { type Stage, setStage } from './support/stage.ts';

const FILE = /\/w\/[^/]+\/text-fr\.js/;
const ANY_LANGUAGE = /\/w\/[^/]+\/text-\w+\.js/;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

async function openIn(language: string, prepare?: (page: Page) => Promise<unknown>) {
  const { page, context } = await stage.visit();
  const fetched: string[] = [];
  page.on('request', (request) => void (ANY_LANGUAGE.test(request.url()) && fetched.push(request.url())));
  await prepare?.(page);
  await page.evaluate((tag) => document.querySelector('guichet-chat')?.setAttribute('locale', tag), language);
  const chat = new Chat(page);
  await chat.open();
  return { page, context, chat, fetched, field: page.locator('[part~=composer] textarea') };
}

describe('a visitor of a French page', () => {
  it('never sees the panel in another language, and fetches that language alone', async () => {
    const { page, context, fetched } = await openIn('fr', (page) =>
      page.evaluate(() => {
        const seen: string[] = [];
        (window as unknown as { seen: string[] }).seen = seen;
        const look = () => {
          const panel = document.querySelector('guichet-chat')?.shadowRoot?.querySelector('.panel');
          if (panel?.checkVisibility()) seen.push(panel.querySelector('textarea')?.placeholder ?? 'nothing');
          requestAnimationFrame(look);
        };
        look();
      }),
    );
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { seen: string[] }).seen.length))
      .toBeGreaterThan(5);
    const seen = await page.evaluate(() => [...new Set((window as unknown as { seen: string[] }).seen)]);
    expect(seen).toEqual(['Posez une question']);
    expect(fetched).toHaveLength(1);
    expect(fetched[0]).toMatch(FILE);
    expect(await page.locator('guichet-chat .root').getAttribute('lang')).toBe('fr');
    await context.close();
  });

  it('reads the server’s refusals in French as well', async () => {
    const { context, chat, page } = await openIn('fr', (page) =>
      page.route(/\/messages$/, async (route) => {
        const answer = await route.fetch({ headers: { ...route.request().headers(), authorization: 'Bearer none' } });
        await route.fulfill({ response: answer, status: 403 });
      }),
    );
    await chat.ask('Pourquoi ?');
    await expect.poll(() => page.locator('.error').first().textContent()).toContain('Ce jeton de visiteur');
    await context.close();
  });
});

it('a visitor of an Arabic page sees the panel the other way round, and reads refusals in Arabic', async () => {
  const { page, context, field } = await openIn('ar');
  await expect.poll(() => field.getAttribute('placeholder')).toBe('اطرح سؤالًا');
  expect(await field.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  const [name, close] = await Promise.all([page.locator('.name').boundingBox(), page.locator('.tool').boundingBox()]);
  expect(close?.x).toBeLessThan(name?.x ?? 0);
  await expectNoViolations(page, { fromShadowDom: ['guichet-chat', '.panel'] });
  const answer = await fetch(`${stage.guichetUrl}/v1/conversations`, {
    headers: { Origin: stage.shopUrl, 'Accept-Language': 'ar-EG, fr' },
  });
  expect(await answer.json()).toMatchObject({ detail: 'يحتاج هذا الطلب إلى رمز زائر.' });
  await context.close();
});

it('an English page fetches no language', async () => {
  const { context, fetched, field } = await openIn('en');
  expect(await field.getAttribute('placeholder')).toBe('Ask a question');
  expect(fetched).toEqual([]);
  await context.close();
});

describe('a language that', () => {
  it.each<[string, (route: Route) => Promise<unknown>]>([
    ['is blocked', (route) => route.abort()],
    ['is not there', (route) => route.fulfill({ status: 404, body: 'gone' })],
    [
      'is not the one that was built',
      (route) =>
        route.fulfill({
          contentType: 'text/javascript',
          headers: { 'Access-Control-Allow-Origin': '*' },
          body: 'window.wasTampered = true; export const fr = {}',
        }),
    ],
    ['never comes', async () => {}],
  ])('%s leaves a panel that speaks English and answers', async (_, answer) => {
    const { page, context, chat, field } = await openIn('fr', (page) => page.route(FILE, answer));
    expect(await field.getAttribute('placeholder')).toBe('Ask a question');
    expect(await page.locator('guichet-chat .root').getAttribute('lang')).toBe('en');
    await chat.ask('hello');
    await chat.waitForStatus('complete');
    expect(await page.evaluate(() => 'wasTampered' in window)).toBe(false);
    await context.close();
  });

  it('failed once comes at the next wish', async () => {
    let tries = 0;
    const { page, context, field } = await openIn('fr', (page) =>
      page.route(FILE, (route) => (tries++ === 0 ? route.abort() : route.continue())),
    );
    expect(await field.getAttribute('placeholder')).toBe('Ask a question');
    for (const tag of ['en', 'fr'])
      await page.evaluate((tag) => document.querySelector('guichet-chat')?.setAttribute('locale', tag), tag);
    await expect.poll(() => field.getAttribute('placeholder')).toBe('Posez une question');
    await context.close();
  });
});

describe('a page with a strict content security policy', () => {
  it.each([
    ['that names the server', (server: string) => `script-src ${server} 'nonce-abc'`],
    ['that trusts what a trusted script loads', () => `script-src 'nonce-abc' 'strict-dynamic'`],
    ['of nonces alone', () => `script-src 'nonce-abc'`],
    [
      'that wants Trusted Types',
      (server: string) => `script-src ${server}; require-trusted-types-for 'script'; trusted-types guichet`,
    ],
  ])('%s: the language comes', async (_, policyFor) => {
    const server = stage.network.url;
    const strict = await startShopWithPolicy(`default-src 'none'; ${policyFor(server)}; connect-src ${server}`, server);
    const { page, context } = await stage.visit({ shopUrl: strict.url });
    await page.evaluate(() => document.querySelector('guichet-chat')?.setAttribute('locale', 'fr'));
    await new Chat(page).open();
    await expect
      .poll(() => page.locator('[part~=composer] textarea').getAttribute('placeholder'))
      .toBe('Posez une question');
    await context.close();
    await strict.close();
  });
});
