/** The greeting that shows itself: when the page’s line says so, once per visitor, and without anybody’s focus; open and sealed. */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chat, WALLS, type Wall } from './support/chat.ts';
import { expectNoViolations } from './support/expect-accessible.ts';
import { PageStage, type VisitOptions } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open({ model: 'echo' });
});
afterAll(() => stage?.close());

/** Where to leave pictures for people to look at; without it, none are taken. */
const PICTURES = process.env.GUICHET_E2E_PICTURES;

const WORDS = 'Need help with bread?';

/** Everything that is asked of Guichet, from the page’s first moment on. */
async function visit(wall: Wall, rule: string, options: VisitOptions = {}) {
  const attributes = `data-greeting="${WORDS}" ${rule} ${wall === 'sealed' ? 'data-frame' : ''}`;
  const line = stage.line.replace('async', `async ${attributes}`);
  const visited = await stage.visit('<h1>A shop</h1><input aria-label="Search">', options);
  const { page } = visited;
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(stage.server))
      asked.push(new URL(request.url()).pathname.replace(/^\/w\/[^/]+/, '/w'));
  });
  const put = () =>
    page.evaluate((html) => document.body.append(document.createRange().createContextualFragment(html)), line);
  await put();
  const greeting = page.locator('guichet-chat .greet');
  const button = greeting.getByRole('button', { name: WORDS });
  return { ...visited, put, asked, greeting, button, chat: new Chat(page, wall) };
}

const keptIn = (page: { evaluate<R>(work: () => R): Promise<R> }) =>
  page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage }).map((name) => name.split(':').at(-1)));

describe.each(WALLS)('beside the bubble of an %s chat, the greeting', (wall) => {
  it('shows itself, politely and without the focus; asks for nothing but files, keeps nothing but that it was there', async () => {
    const { page, greeting, button, asked, errors, context } = await visit(wall, 'data-greet data-greet-after="0"');
    await page.getByLabel('Search').focus();
    await button.waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    expect(await greeting.getByRole('status').textContent()).toBe(WORDS);
    const files = wall === 'open' ? ['/w/app.js', '/w/greeting.js'] : ['/w/sealed.js', '/w/greeting.js'];
    expect([...new Set(asked)]).toEqual(['/guichet.js', ...files]);
    expect(await keptIn(page)).toEqual(['greeted']);
    expect(await context.cookies()).toEqual([]);
    await expectNoViolations(page, { fromShadowDom: ['guichet-chat', '.greet'] });
    expect(errors).toEqual([]);
    await context.close();
  });

  it('opens the chat when it is pressed, and is gone', async () => {
    const { button, greeting, chat, context } = await visit(wall, 'data-greet data-greet-after="0"');
    await button.click();
    await chat.panel.waitFor({ state: 'visible' });
    expect(await greeting.count()).toBe(0);
    await context.close();
  });

  it('is closed by its button or Escape, and does not come again', async () => {
    const { page, put, greeting, button, context } = await visit(wall, 'data-greet data-greet-after="0"');
    await button.focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => greeting.count()).toBe(0);
    const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className);
    expect(await focused()).toContain('launcher');
    await page.reload();
    const loaded = page.waitForResponse(/\/greeting\.js/);
    await put();
    await loaded;
    // Whatever could still show it has run by the time that a later timer has.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await greeting.count()).toBe(0);
    await context.close();
  });

  it('stays away from a page that the rule does not name, and comes when the site changes to one that it does', async () => {
    const rule = 'data-greet data-greet-after="0" data-greet-on="/shop/*, /help"';
    const { page, greeting, button, context } = await visit(wall, rule);
    await page.waitForFunction(() => customElements.get('guichet-chat'));
    expect(await greeting.count()).toBe(0);
    expect(await keptIn(page)).toEqual([]);
    await page.evaluate(() => history.pushState(null, '', '/shop/bread'));
    await button.waitFor();
    await context.close();
  });
});

describe('the greeting', () => {
  it('is shown once per page where the browser keeps nothing', async () => {
    const before = `for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });`;
    const { page, put, button, context } = await visit('open', 'data-greet data-greet-after="0"', { before });
    await button.waitFor();
    await page.reload();
    await put();
    await button.waitFor();
    await context.close();
  });

  it.each(WALLS)('opens the %s panel without the focus by its rule, and on a phone stands beside', async (wall) => {
    const wide = await visit(wall, 'data-greet="open" data-greet-after="0"');
    await wide.page.getByLabel('Search').focus();
    await wide.chat.panel.waitFor({ state: 'visible' });
    expect(await wide.page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    expect(await wide.greeting.count()).toBe(0);
    await wide.context.close();
    const phone = await visit(wall, 'data-greet="open" data-greet-after="0"', { width: 390 });
    await phone.button.waitFor();
    expect(await phone.chat.panel.isVisible()).toBe(false);
    await phone.context.close();
  });

  it('has the site’s words where the line has none, and none where the site does not answer', async () => {
    const line = stage.line.replace('async', 'async data-greet data-greet-after="0"');
    const { page, context } = await stage.visit(line, { locale: 'fr-FR' });
    await page.locator('.greet').getByRole('button', { name: 'Une question\u202f? Posez-la ici.' }).waitFor();
    await page.locator('.greet').getByRole('button', { name: 'Fermer ce message' }).waitFor();
    await context.close();
    const away = await stage.visit(line.replace('"default"', '"nowhere"'));
    await away.page.waitForResponse(/\/v1\/sites\/nowhere/);
    await away.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await away.page.locator('.greet').count()).toBe(0);
    await away.context.close();
  });

  it.each([
    ['en-GB', 1280, 'light'],
    ['fr-FR', 1280, 'dark'],
    ['fr-FR', 390, 'light'],
    ['ar', 390, 'dark'],
  ] as const)('lies on the page: %s, %i, %s', async (locale, width, scheme) => {
    const line = stage.line.replace('async', 'async data-greet data-greet-after="0"');
    const { page, context } = await stage.visit('', { locale, width });
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate(
      (html) => document.body.append(document.createRange().createContextualFragment(html)),
      `<style>:root{color-scheme:light dark}</style><h1>A shop</h1>${line}`,
    );
    const box = page.locator('.greet');
    await box.locator('.words').waitFor();
    const [at, launcher] = await Promise.all([box.boundingBox(), page.locator('.launcher').boundingBox()]);
    expect((at?.y ?? 0) + (at?.height ?? 0)).toBeLessThan(launcher?.y ?? 0);
    expect(at?.x).toBeGreaterThan(0);
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: `${PICTURES}/greeting-${locale}-${width}-${scheme}.png` });
    }
    await context.close();
  });
});
