/** What a page says of itself: shown above the field, removable, sent with questions where the site wants it, open and sealed. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../packages/server/src/testing/run-command.ts';
import { Chat, WALLS, type Wall } from './support/chat.ts';
import { expectNoViolations } from './support/expect-accessible.ts';
import { PageStage } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open();
});
afterAll(() => stage?.close());

const PAGE = { title: 'Our bread', url: 'https://shop.example/bread?token=secret', text: 'Rye, 800 g' };

async function switchIt(value: 'on' | ''): Promise<void> {
  const { dataDir, practice, guichet } = stage.guichet;
  await runCommand(['site', 'set', '--site', 'default', `page-context=${value}`], {
    GUICHET_DATA_DIR: dataDir,
    OPENWEBUI_URL: practice.url,
  });
  const site = async () => (await fetch(`${guichet.url}/v1/sites/default`, { headers: { Origin: stage.url } })).json();
  await vi.waitFor(async () => expect((await site()).features.pageContext).toBe(value === 'on'), {
    timeout: 10_000,
    interval: 100,
  });
}

async function open(wall: Wall, before = '') {
  const line = wall === 'sealed' ? stage.line.replace('async', 'async data-frame') : stage.line;
  const { page, context } = await stage.visit(line, { before });
  const bodies: { text: string; context?: object }[] = [];
  page.on('request', (request) => {
    if (/\/messages$/.test(request.url()) && request.method() === 'POST') bodies.push(request.postDataJSON());
  });
  const chat = new Chat(page, wall);
  await chat.open();
  await chat.inside.locator('.greeting').waitFor();
  return { page, context, chat, bodies, line: chat.inside.locator('.page-context') };
}

const tell = (page: Page, value: unknown) =>
  page.evaluate(
    (given) => (window as unknown as { Guichet: { setContext(value: unknown): void } }).Guichet.setContext(given),
    value,
  );

/** Called before the widget is there, as a page does it. */
const QUEUED = `window.Guichet = { q: [['setContext', ${JSON.stringify(PAGE)}]] };`;

describe.each(WALLS)('in an %s chat', (wall) => {
  it('is neither shown nor sent while the site does not want it', async () => {
    await switchIt('');
    const { page, chat, bodies, line, context } = await open(wall);
    await tell(page, PAGE);
    await chat.ask('How long?');
    await chat.waitForStatus('complete');
    expect(await line.count()).toBe(0);
    expect(bodies).toEqual([{ text: 'How long?' }]);
    await context.close();
  });

  it('is shown, sent without what its address keeps secret, and removed by the visitor', async () => {
    await switchIt('on');
    const { page, chat, bodies, line, context } = await open(wall);
    await tell(page, PAGE);
    await expect.poll(() => line.textContent()).toBe('About this page: Our bread · “Rye, 800 g”');
    if (wall === 'open') await expectNoViolations(page, { fromShadowDom: ['guichet-chat', '.panel'] });
    await chat.ask('How long?');
    await chat.waitForStatus('complete');
    const told = { title: 'Our bread', url: 'https://shop.example/bread', text: 'Rye, 800 g' };
    expect(bodies).toEqual([{ text: 'How long?', context: told }]);
    expect(await chat.answerText()).toContain('Title: Our bread');
    expect((await chat.transcript())[0]).toBe('How long?');
    await line.getByRole('button', { name: 'Do not send it' }).click();
    await expect.poll(() => line.count()).toBe(0);
    // The page says the same again; the visitor has decided.
    await tell(page, PAGE);
    await chat.ask('And cake?');
    await chat.waitForStatus('complete');
    await expect.poll(() => bodies.length).toBe(2);
    expect(bodies[1]).toEqual({ text: 'And cake?' });
    // Another page is another matter, and what is no text is nothing.
    await tell(page, { title: 'Our cake', url: 'javascript:alert(1)', more: 'x' });
    await expect.poll(() => line.textContent()).toBe('About this page: Our cake');
    await tell(page, null);
    await expect.poll(() => line.count()).toBe(0);
    await context.close();
  });
});

it('is taken from the queue of calls that a page fills before the widget is there', async () => {
  await switchIt('on');
  const { line, context } = await open('open', QUEUED);
  await expect.poll(() => line.textContent()).toContain('Our bread');
  await context.close();
});

it('is in the visitor’s language', async () => {
  await switchIt('on');
  const { page, chat, context } = await stage.visit(stage.line, { locale: 'fr-FR' });
  await chat.open();
  await tell(page, { title: 'Notre pain' });
  await expect
    .poll(() => chat.inside.locator('.page-context').textContent())
    .toBe('À propos de cette page\u202f: Notre pain');
  await context.close();
});

it('chosen text stands in the marks of the visitor’s language', async () => {
  await switchIt('on');
  const { page, context } = await stage.visit(stage.line, { locale: 'fr-FR' });
  const chat = new Chat(page);
  await chat.open();
  await chat.inside.locator('.greeting').waitFor();
  await tell(page, PAGE);
  const said = chat.inside.locator('.page-context span');
  await expect.poll(() => said.textContent()).toMatch(/: Our bread · «\u202fRye, 800 g\u202f»$/);
  await context.close();
});
