/** Pages as they are: hostile styles, printing, going back, translation, removal. In both walls. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chat, WALLS, type Wall } from './support/chat.ts';
import { PageStage, type PageVisit, type VisitOptions } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open({ model: 'echo' });
});
afterAll(() => stage?.close());

const lineOf = (wall: Wall) => (wall === 'open' ? stage.line : stage.line.replace('async', 'async data-frame'));

async function visit(wall: Wall, body: string, options: VisitOptions = {}): Promise<PageVisit> {
  const visited = await stage.visit(`${body}${lineOf(wall)}`, options);
  return { ...visited, chat: new Chat(visited.page, wall) };
}

async function answered({ chat }: PageVisit): Promise<void> {
  await chat.ask('hi');
  await chat.waitForStatus('complete');
  expect(await chat.transcript()).toEqual(['hi', 'You said: hi']);
}

/** What page builders, frameworks and despair put into style sheets. */
const STYLES: readonly (readonly [name: string, css: string])[] = [
  ['everything unset', '* { all: unset }'],
  ['everything unset, and meant', '* { all: unset !important }'],
  [
    'a reset as Tailwind’s',
    '*,::before,::after{box-sizing:border-box;border:0 solid;margin:0;padding:0}html{line-height:1.5}button,textarea{font:inherit;color:inherit;background:transparent}img,svg,iframe{display:block;vertical-align:middle;max-width:100%;height:auto}',
  ],
  [
    'a framework as Bootstrap',
    '*,::after,::before{box-sizing:border-box}body{font:400 1rem/1.5 serif}button{border-radius:0;text-transform:none}dialog{position:absolute;display:block}.panel{display:none}.root,.label,.launcher,.header,.log,.send{display:none!important}',
  ],
  [
    'large and coloured',
    'body *{font-size:40px!important;color:red!important;letter-spacing:1em!important;text-transform:uppercase!important;line-height:4!important}',
  ],
  [
    'turned and faded',
    'body > *{transform:rotate(0);filter:none;opacity:1}html{scroll-behavior:smooth}body{overflow:hidden;display:grid;height:20px}',
  ],
  ['unknown elements hidden', ':not(:defined){display:none!important}'],
  ['no frames, no fields', 'textarea,button,p{display:none!important}'],
  ['all in one corner', 'body > *{position:static!important;float:left;width:10px;z-index:0}'],
  [
    'without motion or pointers',
    '*{animation:none!important;transition:none!important;cursor:none!important;user-select:none!important}',
  ],
];

describe.each(WALLS)('%s', (wall) => {
  it.each(STYLES)('a page with styles that are hostile changes neither place nor size: %s', async (_, css) => {
    const visited = await visit(wall, `<style>${css}</style><main>Bread</main>`);
    const { page, chat, context } = visited;
    const launcher = page.locator('[part~=launcher]');
    await expect.poll(() => launcher.boundingBox()).toMatchObject({ x: 1200, y: 720, width: 56, height: 56 });
    await chat.open();
    const panel = page.locator('guichet-chat dialog');
    await expect.poll(async () => (await panel.boundingBox())?.y).toBe(64);
    expect(await panel.boundingBox()).toMatchObject({ x: 856, width: 400, height: 640 });
    const field = chat.inside.locator('[part~=composer] textarea');
    expect(await field.evaluate((node) => getComputedStyle(node).fontSize)).toBe('15px');
    await answered(visited);
    await context.close();
  });

  it('is made larger with the pointer and with the keys, stays so, and is made as before', async () => {
    const visited = await visit(wall, '<main>Bread</main>');
    const { page, chat, context } = visited;
    await chat.open();
    const panel = page.locator('guichet-chat dialog');
    const grip = page.locator('guichet-chat .grip');
    await expect.poll(() => grip.getAttribute('aria-label')).toBe('Chat size: drag, or use the arrow keys');
    await expect.poll(async () => (await panel.boundingBox())?.y).toBe(64);
    await page.mouse.move(860, 68);
    await page.mouse.down();
    await page.mouse.move(760, 118, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => panel.boundingBox()).toMatchObject({ x: 756, y: 114, width: 500, height: 590 });
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => panel.boundingBox()).toMatchObject({ width: 524, height: 614 });
    await page.reload();
    await chat.panel.waitFor();
    await expect.poll(() => panel.boundingBox()).toMatchObject({ width: 524, height: 614 });
    await grip.focus();
    for (let times = 0; times < 30; times++) await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await panel.boundingBox())?.width).toBe(320);
    await page.keyboard.press('Home');
    await expect.poll(() => panel.boundingBox()).toMatchObject({ width: 400, height: 640 });
    await page.setViewportSize({ width: 390, height: 700 });
    await expect.poll(() => grip.isVisible()).toBe(false);
    await expect.poll(() => panel.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 700 });
    await context.close();
  });

  it('is not printed', async () => {
    const { page, chat, context } = await visit(wall, '<main>Bread</main>');
    await chat.open();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[part~=launcher]').isVisible()).toBe(false);
    expect(await page.locator('guichet-chat dialog').isVisible()).toBe(false);
    await context.close();
  });

  it('is there again after going on and back, with what was said', async () => {
    const visited = await visit(wall, '<a href="/other">Cakes</a>', {
      files: { '/other': { type: 'text/html', text: '<!doctype html><title>Cakes</title><p>Cakes' } },
    });
    const { page, chat, context, errors } = visited;
    await chat.open();
    await answered(visited);
    await page.locator('a').click();
    await page.waitForURL('**/other');
    await page.goBack();
    await expect.poll(() => chat.transcript(), { timeout: 10_000 }).toEqual(['hi', 'You said: hi']);
    await chat.ask('again');
    await expect.poll(() => chat.transcript()).toHaveLength(4);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('goes on when the page is translated around it', async () => {
    const visited = await visit(wall, '<main><p>Bread</p></main>');
    const { page, chat, context, errors } = visited;
    await chat.open();
    // As translators do: each text in elements of their own, the language exchanged, over and over.
    await page.evaluate(() => {
      document.documentElement.lang = 'fr';
      document.documentElement.classList.add('translated-ltr');
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Node[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        if (/SCRIPT|STYLE/.test(text.parentElement?.tagName ?? '')) continue;
        const font = document.createElement('font');
        font.textContent = text.textContent;
        text.parentNode?.replaceChild(font, text);
      }
    });
    await answered(visited);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('works where storage, cookies and channels are blocked', async () => {
    const visited = await visit(wall, '<main>Bread</main>', {
      before: `for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
        window.BroadcastChannel = undefined;`,
    });
    await visited.chat.open();
    await answered(visited);
    expect(visited.errors).toEqual([]);
    await visited.context.close();
  });

  it('works under a strict policy, with a nonce and Trusted Types', async () => {
    const policy = `default-src 'none'; script-src 'nonce-abc' ${stage.server}; connect-src ${stage.server}; frame-src ${stage.server}; require-trusted-types-for 'script'; trusted-types guichet`;
    const visited = await stage.visit(lineOf(wall).replace('async', 'async nonce="abc"'), {
      headers: { 'Content-Security-Policy': policy },
    });
    const chat = new Chat(visited.page, wall);
    await chat.open();
    await answered({ ...visited, chat });
    expect(visited.errors).toEqual([]);
    await visited.context.close();
  });

  it('leaves no trace when it is removed: no node, no listener that answers, no request', async () => {
    const { page, chat, context, errors } = await visit(wall, '<main>Bread</main>');
    const before = await page.evaluate(() => document.body.querySelector('main')?.outerHTML);
    await chat.open();
    await chat.ask('hi');
    await chat.waitForStatus('complete');
    await page.evaluate('Guichet.destroy()');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    expect(await page.locator('guichet-chat, iframe').count()).toBe(0);
    await page.evaluate('document.body.append(document.createElement("i")); document.querySelector("i").remove()');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.body.querySelector('main')?.outerHTML)).toBe(before);
    expect(await page.evaluate(() => [document.body.style.cssText, document.documentElement.style.cssText])).toEqual([
      '',
      '',
    ]);
    expect(await page.locator('guichet-chat').count()).toBe(0);
    expect(requests).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('goes on when a script replaces the body, as Turbo, htmx and React do', async () => {
    const visited = await visit(wall, '<main>First</main>');
    const { page, chat, context, errors } = visited;
    await chat.open();
    await answered(visited);
    for (const how of [
      "document.body.innerHTML = '<main>Second</main>'",
      "document.body.replaceWith(Object.assign(document.createElement('body'), { innerHTML: '<main>Third</main>' }))",
    ]) {
      await page.evaluate(how);
      await expect.poll(() => page.locator('guichet-chat').count()).toBe(1);
      await expect.poll(() => chat.transcript(), { timeout: 10_000 }).toEqual(['hi', 'You said: hi']);
    }
    expect(errors).toEqual([]);
    await context.close();
  });

  it('put in twice, is one', async () => {
    const visited = await visit(wall, `${lineOf(wall)}<main>Bread</main>`);
    const { page, chat, context } = visited;
    await page.waitForLoadState('load');
    await chat.open();
    await answered(visited);
    expect(await page.locator('[part~=launcher]').count()).toBe(1);
    await context.close();
  });

  it('keeps keys from a page that grabs them', async () => {
    const visited = await visit(
      wall,
      `<script>window.grabbed = []; for (const type of ['keydown', 'keyup', 'keypress'])
        document.addEventListener(type, (event) => { grabbed.push(event.key); event.preventDefault(); }, true);</script>`,
    );
    const { page, chat, context } = visited;
    await chat.open();
    await chat.inside.locator('textarea').click();
    await page.keyboard.type('j k /');
    expect(await chat.inside.locator('textarea').inputValue()).toBe('j k /');
    expect(await page.evaluate('grabbed')).toEqual([]);
    await context.close();
  });
});
