/** What is typed into the chat is the chat's: a page's shortcuts, and whatever else listens there, hear none of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageStage, type PageVisit } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open();
});
afterAll(() => stage?.close());

const TYPED =
  'keydown keypress keyup beforeinput input textInput compositionstart compositionupdate compositionend paste copy cut drop';

/** A page that writes down every event of typing, wherever a page can listen, and takes every key it sees for itself. */
const listening = (capture: boolean, nodes = 'window document document.documentElement document.body') => `
  window.seen = [];
  for (const node of [${nodes.split(' ').join()}]) for (const type of '${TYPED}'.split(' '))
    node.addEventListener(type, (event) => {
      if (event.target.localName === 'guichet-chat') seen.push(type + ' ' + (event.key ?? event.data ?? ''));
      const isField = /input|textarea/.test(event.target.localName);
      if (event.key?.length === 1 && !isField) event.preventDefault();
    }, ${capture});`;

const seen = ({ page }: PageVisit) => page.evaluate(() => (window as unknown as { seen: string[] }).seen);

async function typeEverything({ page, chat }: PageVisit): Promise<void> {
  const field = page.locator('[part~=composer] textarea');
  await chat.open();
  await field.click();
  await page.keyboard.type('is shipping free?');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.insertText('日本');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('ControlOrMeta+x');
  await page.keyboard.press('ControlOrMeta+v');
  await expect.poll(() => field.inputValue()).toBe('is shipping free?\n日本');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.insertText', { text: '火' });
  await expect.poll(() => field.inputValue()).toBe('is shipping free?\n日本火');
  await page.keyboard.press('Enter');
  await chat.waitForStatus('complete');
  expect(await chat.answerText()).toBe('You said: is shipping free?\n日本火');
}

describe('a page that listens', () => {
  it.each(['inline', 'bubble'])('on the way up hears nothing of what is typed: %s', async (mode) => {
    const visit = await stage.visit(
      `<script>${listening(false)}</script><script async src="${stage.server}/guichet.js" data-site="default" data-mode="${mode}"></script>`,
    );
    await typeEverything(mode === 'inline' ? withoutOpening(visit) : visit);
    expect(await seen(visit)).toEqual([]);
    expect(visit.errors).toEqual([]);
    await visit.context.close();
  });

  it('on the way down hears nothing either, where the line stands before its scripts', async () => {
    const line = stage.line.replace('async ', '');
    const visit = await stage.visit(`${line}<script>${listening(true)}</script>`);
    await typeEverything(visit);
    expect(await seen(visit)).toEqual([]);
    await visit.context.close();
  });

  it('on the way down below the window hears nothing, wherever the line stands', async () => {
    const visit = await stage.visit(
      `<script>${listening(true, 'document document.documentElement document.body')}</script>${stage.line}`,
    );
    await typeEverything(visit);
    expect(await seen(visit)).toEqual([]);
    await visit.context.close();
  });

  it('still hears its own fields, and keys outside the chat', async () => {
    const visit = await stage.visit(
      `<input id="search"><script>window.heard = ''; addEventListener('keydown', (event) => { heard += event.key; })</script>${stage.line}`,
    );
    const { page, chat } = visit;
    await chat.open();
    await page.locator('#search').click();
    await page.keyboard.type('cake');
    expect(await page.locator('#search').inputValue()).toBe('cake');
    await page.mouse.click(5, 300);
    await page.keyboard.press('k');
    expect(await page.evaluate(() => (window as unknown as { heard: string }).heard)).toBe('cakek');
    await visit.context.close();
  });

  it('keeps nothing from the chat’s own keys: Escape closes the panel, and gives the focus back', async () => {
    const visit = await stage.visit(
      `<script>window.heard = 0; addEventListener('keydown', () => { heard++; })</script>${stage.line}`,
    );
    const { page, chat } = visit;
    await chat.open();
    await page.keyboard.press('Escape');
    await expect.poll(() => chat.panel.isVisible()).toBe(false);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className))
      .toContain('launcher');
    await page.keyboard.press('Enter');
    await chat.panel.waitFor({ state: 'visible' });
    expect(await page.evaluate(() => (window as unknown as { heard: number }).heard)).toBe(0);
    await visit.context.close();
  });

  it('hears nothing where the chat stands in a closed shadow root of the page’s own', async () => {
    const visit = await stage.visit(
      `<div id="host"></div><script>${listening(false)}
      seen.length = 0;
      const root = host.attachShadow({ mode: 'closed' });
      root.innerHTML = '<guichet-chat server="${stage.server}" mode="inline"></guichet-chat>';
      window.field = () => root.querySelector('guichet-chat').shadowRoot?.querySelector('textarea');
      for (const type of '${TYPED}'.split(' ')) addEventListener(type, () => seen.push(type));</script>
      <script src="${stage.server}/guichet.js"></script><script>Guichet.open()</script>`,
    );
    const { page } = visit;
    type Own = { field: () => HTMLTextAreaElement | null | undefined };
    await expect.poll(() => page.evaluate(() => !!(window as unknown as Own).field())).toBe(true);
    await page.evaluate(() => (window as unknown as Own).field()?.focus());
    await page.keyboard.type('is shipping free?');
    await expect.poll(() => page.evaluate(() => (window as unknown as Own).field()?.value)).toBe('is shipping free?');
    expect(await seen(visit)).toEqual([]);
    await visit.context.close();
  });
});

/** Where the chat is part of the page there is nothing to open. */
function withoutOpening(visit: PageVisit): PageVisit {
  visit.chat.open = () => visit.chat.panel.waitFor({ state: 'visible' });
  return visit;
}
