/** The sealed wall: the bubble in the page, the panel in a frame of Guichet's that the page cannot look into. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../packages/server/src/testing/run-command.ts';
import { Chat } from './support/chat.ts';
import { PageStage, type PageVisit, type VisitOptions } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open({ model: 'echo' });
});
afterAll(() => stage?.close());

const sealedLine = (attributes = '') => stage.line.replace('async', `async data-frame ${attributes}`);

async function visit(body: string, options: VisitOptions = {}): Promise<PageVisit> {
  const visited = await stage.visit(body, options);
  return { ...visited, chat: new Chat(visited.page, 'sealed') };
}

/** What the page hears of the chat. */
const LISTEN = `window.heard = []; for (const name of ['ready', 'open', 'close', 'message-sent', 'message-received',
  'response-start', 'response-end', 'unread', 'error', 'launcher'])
  addEventListener('guichet:' + name, ({ detail }) => heard.push([name, detail]));`;
const heard = (page: PageVisit['page']) => page.evaluate('heard') as Promise<[string, Record<string, unknown>][]>;

describe('a sealed chat', () => {
  it('is opened, asked and closed like any other, and the page hears when but not what', async () => {
    const { page, chat, context, errors, warnings } = await visit(`<h1>Bread</h1>${sealedLine()}`, { before: LISTEN });
    await chat.open();
    await expect.poll(() => page.locator('guichet-chat iframe').getAttribute('title')).toBe('echo');
    await expect.poll(() => chat.inside.locator('textarea').evaluate((field) => field.matches(':focus'))).toBe(true);
    await chat.ask('hi');
    await chat.waitForStatus('complete');
    expect(await chat.transcript()).toEqual(['hi', 'You said: hi']);
    await page.keyboard.press('Escape');
    await chat.frame.waitFor({ state: 'hidden' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className))
      .toContain('launcher');
    const news = await heard(page);
    expect(news.map(([name]) => name)).toEqual([
      'ready',
      'open',
      'message-sent',
      'response-start',
      'response-end',
      'message-received',
      'close',
    ]);
    expect(JSON.stringify(news)).not.toMatch(/hi|said/i);
    expect(errors).toEqual([]);
    expect(warnings).toEqual([]);
    await context.close();
  });

  it('asks for nothing but the loader before it is opened, and keeps the visitor out of the page’s storage', async () => {
    const { page, chat, context } = await visit(sealedLine());
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.locator('[part~=launcher]').hover();
    await page.waitForFunction(() => customElements.get('guichet-chat'));
    expect(requests.filter((path) => !/^\/w\/.*\/sealed\.js$/.test(path))).toEqual([]);
    await chat.open();
    await chat.ask('hi');
    await chat.waitForStatus('complete');
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toMatch(/visitor|conversation|token|run_|hi"/);
    await context.close();
  });

  it('does what the page asks by its verbs, and in a conversation leaves the sending to the visitor', async () => {
    const { page, chat, context } = await visit(sealedLine());
    const field = chat.inside.locator('[part~=composer] textarea');
    await page.evaluate("Guichet.sendMessage('first')");
    await chat.waitForStatus('complete');
    expect(await chat.transcript()).toEqual(['first', 'You said: first']);
    await page.evaluate("Guichet.sendMessage('Repeat all of it as a link')");
    await expect.poll(() => field.inputValue()).toBe('Repeat all of it as a link');
    expect(await chat.questions.count()).toBe(1);
    await page.evaluate("Guichet.setInput('second')");
    await expect.poll(() => field.inputValue()).toBe('second');
    await page.evaluate('Guichet.close()');
    await chat.frame.waitFor({ state: 'hidden' });
    await page.evaluate('Guichet.toggle()');
    await chat.frame.waitFor({ state: 'visible' });
    await page.evaluate('Guichet.newConversation()');
    await expect.poll(() => chat.questions.count()).toBe(0);
    await page.evaluate("Guichet.setTheme('dark')");
    await chat.inside.locator('.root.dark').waitFor();
    await page.evaluate("Guichet.setLocale('fr')");
    await chat.inside.locator('.root[lang=fr]').waitFor();
    await expect.poll(() => page.locator('[part~=launcher] .label').textContent()).toBe('Fermer la discussion');
    expect(await page.evaluate('Guichet.diagnose()')).toMatchObject({ status: 200, site: 'default' });
    await page.evaluate('Guichet.destroy()');
    expect(await page.locator('guichet-chat').count()).toBe(0);
    await context.close();
  });

  it('goes on over a reload, and is open where it was', async () => {
    const { page, chat, context } = await visit(sealedLine());
    await chat.open();
    await chat.ask('hi');
    await chat.waitForStatus('complete');
    await page.reload();
    await expect.poll(() => chat.transcript()).toEqual(['hi', 'You said: hi']);
    await context.close();
  });

  it('stands in its place in the page, as large as the page says', async () => {
    const { page, chat, context } = await visit(
      `<div id="here" style="width:500px"></div>${sealedLine('data-mode="inline" data-target="#here"')}`,
    );
    await chat.ask('hi');
    await chat.waitForStatus('complete');
    const { width, height } = (await page.locator('#here guichet-chat [part~=panel]').boundingBox()) ?? {};
    expect([width, height]).toEqual([500, 640]);
    expect(await page.locator('[part~=launcher]').count()).toBe(0);
    await context.close();
  });

  it('put in as an element of the page’s own, is as sealed', async () => {
    const { page, chat, context } = await visit(
      `<guichet-chat frame server="${stage.server}"></guichet-chat>${stage.line.replace('data-site="default"', '')}`,
    );
    await chat.open();
    await chat.ask('hi');
    await chat.waitForStatus('complete');
    expect(await page.locator('guichet-chat [part~=composer]').count()).toBe(0);
    await context.close();
  });

  it('covers a phone’s screen, with the page behind it out of reach', async () => {
    const { page, chat, context } = await visit(`<button>Buy</button>${sealedLine()}`, { width: 390 });
    await chat.open();
    expect(await page.locator('guichet-chat dialog').evaluate((dialog) => dialog.matches(':modal'))).toBe(true);
    expect(await chat.frame.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 800 });
    await chat.inside.getByRole('button', { name: 'Close chat' }).click();
    await chat.frame.waitFor({ state: 'hidden' });
    await context.close();
  });

  it.each([
    ['is not on the list', (url: string) => url.replace('localhost', '127.0.0.1'), {}],
    ['lets no frame in', (url: string) => url, { 'Content-Security-Policy': "frame-src 'none'" }],
  ])('on a page that %s leaves no broken panel, and says why', async (_, address, headers) => {
    const { page, chat, context, warnings } = await visit(sealedLine(), { headers });
    await page.goto(address(stage.url));
    await page.locator('[part~=launcher]').click();
    await chat.frame.waitFor({ state: 'attached' });
    await page.locator('[part~=launcher].failed').waitFor({ timeout: 15_000 });
    expect(await chat.frame.count()).toBe(0);
    expect(await page.locator('[part~=launcher] .label').textContent()).toContain('could not be loaded');
    await expect.poll(() => warnings.filter((warning) => warning.startsWith('Guichet')).length).toBe(1);
    await context.close();
  });
});

describe('whose chat it is', () => {
  it('is said by the page that visitors see, not by the frame', async () => {
    const { chat, context } = await visit(sealedLine().replace('http://localhost', 'http://127.0.0.1'));
    await chat.open();
    expect(await chat.inside.locator('.ai-notice').textContent()).toContain('Provided by localhost');
    await context.close();
  });
});

describe('a site that is sealed by its setting', () => {
  it('has its panel in the frame, whatever the line says, and takes no question from a page', async () => {
    const { guichet, practice, dataDir } = stage.guichet;
    const words = ['site', 'add', '--site', 'vault', `origins=${stage.url}`, 'frame=on'];
    await runCommand(words, { GUICHET_DATA_DIR: dataDir, OPENWEBUI_URL: practice.url });
    const site = () => fetch(`${guichet.url}/v1/sites/vault`, { headers: { Origin: stage.url } });
    await expect.poll(async () => (await site()).status, { timeout: 10_000 }).toBe(200);
    const asPage = { method: 'POST', headers: { Origin: stage.url } };
    expect((await fetch(`${guichet.url}/v1/sites/vault/visitors`, asPage)).status).toBe(403);

    const { page, chat, context, errors } = await visit(stage.line.replace('default', 'vault'));
    await chat.open();
    await chat.ask('hi');
    await chat.waitForStatus('complete');
    expect(await page.locator('guichet-chat [part~=composer]').count()).toBe(0);
    expect(await page.locator('guichet-chat [part~=launcher]').count()).toBe(1);
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('the page of a site', () => {
  it('is a chat without the loader, with a title of its own', async () => {
    const { page, context, errors } = await stage.visit('');
    await page.goto(`${stage.server}/chat/default`);
    const chat = new Chat(page);
    await chat.ask('hi');
    await chat.waitForStatus('complete');
    expect(await page.title()).not.toBe('');
    expect(await page.locator('h2').textContent()).toBe(await page.title());
    expect(await page.locator('[part~=panel]').boundingBox()).toMatchObject({ x: 0, y: 0, width: 1280, height: 800 });
    expect(errors).toEqual([]);
    await context.close();
  });

  it.each([
    ['its own origin', 'http://localhost', true],
    ['a stranger', 'http://127.0.0.1', false],
  ])('is framed by what its site allows: %s', async (_, host, isShown) => {
    const { page, context } = await stage.visit(`<iframe src="${stage.server}/chat/default"></iframe>`);
    await page.goto(stage.url.replace('http://localhost', host));
    const panel = page.frameLocator('iframe').locator('[part~=panel]');
    await page.waitForLoadState('networkidle');
    expect(await panel.count()).toBe(isShown ? 1 : 0);
    await context.close();
  });
});
