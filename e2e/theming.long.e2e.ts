/** The theming page in a real browser: what it shows is what its lines do on somebody's page. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './support/expect-accessible.ts';
import { PageStage } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open();
});
afterAll(() => stage.close());

async function visit(path: string, options: { width?: number; colorScheme?: 'light' | 'dark' } = {}) {
  const { width = 1400, colorScheme = 'light' } = options;
  const context = await stage.browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale: 'en-GB' });
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${stage.server}${path}`);
  await page.locator('[site=preview-light] .message-user').first().waitFor();
  return { page, context, asked, complaints };
}

/** What a look changes, as the browser computes it. */
function drawn(page: Page, chat: string) {
  return page.evaluate((selector) => {
    const root = document.querySelector(selector)?.shadowRoot;
    const of = (part: string, property: string) =>
      getComputedStyle(root?.querySelector(part) as Element).getPropertyValue(property);
    return {
      ground: of('.panel', 'background-color'),
      text: of('.panel', 'color'),
      border: of('.panel', 'border-top-color'),
      radius: of('.panel', 'border-top-left-radius'),
      font: of('.panel', 'font-family'),
      size: of('.panel', 'font-size'),
      quiet: of('.footer', 'color'),
    };
  }, chat);
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const linesOf = (page: Page) => page.locator('.paste pre').innerText();

describe('the theming page', () => {
  it.each(['en', 'fr'])(
    'is accessible, asks the server for nothing that costs, and keeps to its own policy (%s)',
    async (locale) => {
      for (const width of [1400, 320]) {
        const { page, context, asked, complaints } = await visit(`/theming/${locale}`, { width });
        await expectAccessible(page);
        expect(asked.filter((path) => path.startsWith('/v1/'))).toEqual([]);
        expect(complaints).toEqual([]);
        await context.close();
      }
    },
  );

  it('leads to the visitor’s language', async () => {
    const { page, context } = await visit('/theming');
    expect(new URL(page.url()).pathname).toBe('/theming/en');
    await context.close();
  });

  it.each(['light', 'dark'] as const)(
    'writes lines that look on a page as they did in the preview (%s)',
    async (colorScheme) => {
      const { page, context } = await visit('/theming/en', { colorScheme });
      await page.getByRole('button', { name: 'French State' }).click();
      await field(page, 'radius').fill('3px');
      const shown = await drawn(page, `[site=preview-${colorScheme}]`);
      const lines = await linesOf(page);
      const other = await stage.browser.newContext({ colorScheme, locale: 'en-GB' });
      const theirs = await other.newPage();
      await theirs.route('**/a-page', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><body>${lines}</body></html>`,
        }),
      );
      await theirs.goto(`${stage.server}/a-page`);
      await theirs.getByRole('button', { name: /Open/ }).click();
      await theirs.locator('.composer').waitFor();
      expect(shown.radius).toBe('3px');
      expect(await drawn(theirs, 'guichet-chat')).toEqual(shown);
      await other.close();
      await context.close();
    },
  );

  it('shows a change at once, keeps it in its address and starts over', async () => {
    const { page, context } = await visit('/theming/en');
    const before = await drawn(page, '[site=preview-dark]');
    await field(page, 'light.bg').fill('#ffeecc');
    expect(await drawn(page, '[site=preview-light]')).toMatchObject({ ground: 'rgb(255, 238, 204)' });
    expect(await drawn(page, '[site=preview-dark]')).toEqual(before);
    await page.reload();
    await page.locator('[site=preview-light] .message-user').first().waitFor();
    expect(await linesOf(page)).toContain('--guichet-bg: #ffeecc;');
    await page.getByRole('button', { name: 'Start over' }).click();
    expect(await linesOf(page)).not.toContain('<style>');
    expect(new URL(page.url()).hash).toBe('');
    await context.close();
  });

  it('says of a contrast that is too low that it is', async () => {
    const { page, context } = await visit('/theming/en');
    await page.getByRole('status').filter({ hasText: 'All text can be read.' }).waitFor();
    await field(page, 'light.fg').fill('#dddddd');
    await page.getByRole('status').filter({ hasText: '2 contrasts are too low.' }).waitFor();
    expect(await page.locator('.contrasts td.low').allInnerTexts()).toHaveLength(2);
    await context.close();
  });

  it('uses no value that browsers do not understand, nor one that would end the style', async () => {
    const { page, context } = await visit('/theming/en');
    for (const wrong of ['12 apples', '"</style><img src=x>"']) {
      await field(page, 'font').fill(wrong);
      await page.getByText('Browsers do not understand this value.').waitFor();
      expect(await linesOf(page)).not.toContain('apples');
      expect(await linesOf(page)).not.toContain('img');
    }
    await context.close();
  });

  it('answers a question in the preview without asking anybody', async () => {
    const { page, context, asked } = await visit('/theming/en');
    const chat = page.locator('[site=preview-light]');
    await chat.locator('.send').click();
    await chat.locator('.message-assistant').getByText('This is only a preview').waitFor();
    expect(asked.filter((path) => path.startsWith('/v1/'))).toEqual([]);
    await context.close();
  });

  it.each(['en', 'fr'])('leads to the guide’s page about it, and the guide to it (%s)', async (locale) => {
    const { page, context } = await visit(`/theming/${locale}`);
    await page.getByRole('link', { name: 'Guide' }).click();
    await page.locator(`a[href="/theming/${locale}"]`).click();
    await page.locator('[site=preview-light] .message-user').first().waitFor();
    await context.close();
  });

  it('moves the button in the corner', async () => {
    const { page, context } = await visit('/theming/en');
    await page.getByLabel('Corner', { exact: true }).selectOption('left');
    const launcher = page.locator('[site=preview-bubble] .launcher');
    await launcher.waitFor();
    expect((await launcher.boundingBox())?.x).toBeLessThan(100);
    await field(page, 'offset-y').fill('200px');
    await expect.poll(async () => (await launcher.boundingBox())?.y).toBeLessThan(700);
    await context.close();
  });
});
