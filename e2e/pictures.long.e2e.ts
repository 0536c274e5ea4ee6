/** Pictures of answers: from the hosts that a site allows, once nothing of the answer can be taken back, and from no other. */
import type { Frame, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../packages/server/src/testing/run-command.ts';
import { ANSWERED_HERE, askHere, type Writer } from './support/answered-here.ts';
import { Chat, WALLS, type Wall } from './support/chat.ts';
import { PageStage } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open();
  const { dataDir, practice, guichet } = stage.guichet;
  const words = ['site', 'set', '--site', 'default', 'picture-hosts=pictures.example,*.shown.example'];
  await runCommand(words, { GUICHET_DATA_DIR: dataDir, OPENWEBUI_URL: practice.url });
  const site = async () => (await fetch(`${guichet.url}/v1/sites/default`, { headers: { Origin: stage.url } })).json();
  await vi.waitFor(async () => expect((await site()).pictureHosts).toHaveLength(2), { timeout: 10_000, interval: 100 });
});
afterAll(() => stage?.close());

/** Two pixels wide, one high. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGNkYPj/nwEMAAoHAQKt6KZ5AAAAAElFTkSuQmCC',
  'base64',
);

interface Visit {
  page: Page;
  chat: Chat;
  panel: Page | Frame;
  /** Asked of other hosts than the site’s and Guichet’s. */
  requests: Request[];
  close(): Promise<void>;
}

async function asked(wall: Wall): Promise<Visit> {
  const line = wall === 'sealed' ? stage.line.replace('async', 'async data-frame') : stage.line;
  const { page, context } = await stage.visit(line, { before: ANSWERED_HERE });
  const chat = new Chat(page, wall);
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (!/^(?:https?:\/\/(?:localhost|127\.0\.0\.1)|data:|blob:)/.test(request.url())) requests.push(request);
  });
  await page.route(/^https:/, (route) =>
    route.request().url().includes('broken') ? route.abort() : route.fulfill({ contentType: 'image/png', body: PNG }),
  );
  await chat.open();
  const panel = wall === 'sealed' ? page.frames().find((frame) => frame.url().includes('/chat/')) : page;
  if (!panel) throw new Error('no panel');
  await askHere(chat, panel, 'Show me');
  return { page, chat, panel, requests, close: () => context.close() };
}

const write = (panel: Page | Frame, text: string) =>
  panel.evaluate((piece) => (window as unknown as Writer).write(piece), text);
const finish = (panel: Page | Frame) => panel.evaluate(() => (window as unknown as Writer).finish());
const urls = (requests: readonly Request[]) => requests.map((request) => request.url()).sort();

describe.each(WALLS)('in an %s chat', (wall) => {
  it('are shown from the hosts of the list alone, and asked for without saying from where', async () => {
    const { chat, panel, requests, close } = await asked(wall);
    const answer = chat.answers.last();
    await write(
      panel,
      `A cat:

![a **cat**](https://pictures.example/cat.png?size=2 "sleeping")

[![dogs](https://a.shown.example/dog.png)](https://ok.example) ![away](https://pictures.example/broken.png)

![other](https://evil.example/x.png) ![plain](http://pictures.example/y.png) ![port](https://pictures.example:8443/z.png) ![above](https://shown.example/w.png)`,
    );
    await answer.locator('.picture-frame').nth(2).waitFor();
    expect(requests).toEqual([]);
    const heights = () => answer.locator('.picture-frame').evaluateAll((all) => all.map((one) => one.clientHeight));
    const before = await heights();
    await finish(panel);
    // A lazy one in a frame waits until it is in sight.
    await answer.locator('.picture-frame').first().scrollIntoViewIfNeeded();
    await expect
      .poll(() => urls(requests))
      .toEqual([
        'https://a.shown.example/dog.png',
        'https://pictures.example/broken.png',
        'https://pictures.example/cat.png?size=2',
      ]);
    await expect.poll(() => answer.locator('.picture-frame:not(.picture-away)').count()).toBe(2);
    await expect.poll(() => answer.locator('img').count()).toBe(2);
    for (const request of requests) expect(await request.headerValue('referer')).toBeNull();
    // Nothing jumps when a picture comes, or does not.
    expect(await heights()).toEqual(before);
    for (const height of before) expect(height).toBeGreaterThan(100);
    const shown = answer.locator('img');
    expect(
      await shown.evaluateAll((all) =>
        (all as HTMLImageElement[]).map(({ alt, loading, referrerPolicy }) => [alt, loading, referrerPolicy]),
      ),
    ).toEqual([
      ['a cat', 'lazy', 'no-referrer'],
      ['dogs', 'lazy', 'no-referrer'],
    ]);
    expect(await answer.locator('.picture-away').allTextContents()).toEqual([
      'Picture not shown: away pictures.example',
      'Picture not shown: other evil.example',
      'Picture not shown: plain pictures.example',
      'Picture not shown: port pictures.example:8443',
      'Picture not shown: above shown.example',
    ]);
    await close();
  });

  it('are asked for at no moment of a stream, whatever the text turns out to be', async () => {
    const { chat, panel, requests, close } = await asked(wall);
    const answer = chat.answers.last();
    // Half an address, a picture that becomes code, one in a block that is settled and then taken back.
    await write(panel, '![a](https://pictures.example/half');
    await write(panel, '-done.png)\n\n');
    await write(panel, 'b ` ![b](https://pictures.example/code.png)');
    await answer.locator('.picture-frame').nth(1).waitFor();
    await write(panel, ' ` c\n\n[d]: https://pictures.example/d');
    await write(panel, '.png\n\n![d]\n\nAnd so on.');
    await expect.poll(() => answer.locator('.text').textContent()).toContain('And so on.');
    await panel.evaluate(() =>
      (window as unknown as Writer).emit('snapshot', {
        text: '![e](https://pictures.example/last.png)\n\nThat is all.',
        reasoning: '',
        upTo: 0,
      }),
    );
    await expect.poll(() => answer.locator('.text').textContent()).toContain('That is all.');
    expect(requests).toEqual([]);
    await finish(panel);
    // It is asked for when the browser comes to it.
    await expect.poll(() => urls(requests)).toEqual(['https://pictures.example/last.png']);
    expect(await answer.locator('img').count()).toBe(1);
    await close();
  });
});

it('are the same after the conversation is loaded again', async () => {
  const { page, context } = await stage.visit(stage.line);
  const chat = new Chat(page);
  await page.route(/^https:/, (route) => route.fulfill({ contentType: 'image/png', body: PNG }));
  await chat.open();
  await chat.ask('![a cat](https://pictures.example/cat.png)');
  await expect.poll(() => chat.answers.locator('img').count()).toBe(1);
  await page.reload();
  if (!(await chat.panel.isVisible())) await chat.open();
  await expect.poll(() => chat.answers.locator('img').count()).toBe(1);
  expect(await chat.answers.locator('img').getAttribute('alt')).toBe('a cat');
  await context.close();
});

it('stay an address where the page’s own policy keeps them away', async () => {
  const policy = `default-src 'none'; script-src ${stage.server}; connect-src ${stage.server}; img-src 'self'`;
  const { page, context } = await stage.visit(stage.line, { headers: { 'Content-Security-Policy': policy } });
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('![a cat](https://pictures.example/cat.png)');
  await chat.waitForStatus('complete');
  const away = chat.answers.locator('.picture-away.picture-frame');
  await away.waitFor();
  await expect.poll(() => away.locator('img').count()).toBe(0);
  expect(await away.textContent()).toBe('Picture not shown: a cat pictures.example');
  await context.close();
});

it.each(['', 'data-mode="inline"'])(
  'the log stands at its end once a picture in it has its size: %s',
  async (attributes) => {
    const { page, context } = await stage.visit(stage.line.replace('async', `async ${attributes}`), {
      before: ANSWERED_HERE,
    });
    const chat = new Chat(page);
    await page.route('**/drawn-picture', async (route) => {
      // Later than what comes after it.
      await new Promise((resolve) => setTimeout(resolve, 300));
      const svg =
        '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="470"><rect width="640" height="470"/></svg>';
      await route.fulfill({
        contentType: 'image/svg+xml',
        body: svg,
        headers: { 'Access-Control-Allow-Origin': stage.url },
      });
    });
    if (attributes === '') await chat.open();
    await askHere(chat, page, 'Tell me');
    await write(page, 'word '.repeat(2_000));
    await finish(page);
    await chat.waitForStatus('complete');
    await askHere(chat, page, 'Show me');
    const attachment = { id: 'f1', kind: 'image', contentType: 'image/svg+xml', alt: 'a box', url: '/drawn-picture' };
    await page.evaluate((given) => {
      const { emit } = window as unknown as Writer;
      emit('attachment', { attachment: given });
      (window as unknown as Writer).write('There it is.');
      (window as unknown as Writer).finish();
    }, attachment);
    await chat.waitForStatus('complete');
    await expect
      .poll(() =>
        chat.answers
          .last()
          .locator('.picture img')
          .evaluate((image) => image.clientHeight),
      )
      .toBeGreaterThan(200);
    const log = chat.inside.locator('.log');
    await expect
      .poll(() => log.evaluate((node) => node.scrollHeight - node.scrollTop - node.clientHeight))
      .toBeLessThan(2);
    await context.close();
  },
);

it('a host that sends on to one that is not allowed gets no further in a sealed chat', async () => {
  const { page, chat, panel, close } = await asked('sealed');
  await page.route('https://pictures.example/sent-on.png', (route) =>
    route.fulfill({ status: 302, headers: { Location: 'https://evil.example/x.png?secret' } }),
  );
  const refused = panel.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
      }),
  );
  await write(panel, '![cat](https://pictures.example/sent-on.png)');
  await finish(panel);
  await chat.answers.last().locator('.picture-frame').scrollIntoViewIfNeeded();
  expect(await refused).toBe('img-src');
  expect(await chat.answers.last().locator('.picture-away').count()).toBe(1);
  await close();
});
