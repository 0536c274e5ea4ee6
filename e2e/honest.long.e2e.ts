/** That a machine answers, whose it is and that it can be wrong: said from the first moment, whatever the page's styles do. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AI_WRITTEN } from '../packages/contract/src/digital-source-type.ts';
import { runCommand } from '../packages/server/src/testing/run-command.ts';
import { PageStage, type PageVisit } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open();
});
afterAll(() => stage?.close());

const OWN_WORDS = 'An AI answers here, not a person. It can be wrong. Provided by localhost.';

/** What page authors write for their own pages, or against ours. */
const HOSTILE: Record<string, string> = {
  'everything unset': '* { all: unset }',
  'everything unset, importantly': '* { all: unset !important }',
  'everything inside hidden': 'guichet-chat *, .ai-notice, #ai-notice, [class] { display: none !important }',
  'everything transparent': '* { color: transparent !important; background: none !important }',
  'letters without size': 'html, body, guichet-chat, * { font-size: 0 !important; line-height: 0 !important }',
  'text pushed away': '* { text-indent: -9999px !important; letter-spacing: 99px !important }',
  'nothing to see': 'guichet-chat, guichet-chat * { visibility: hidden !important }',
  'paragraphs removed': 'p, small, [class*=notice], [id*=notice], aside { display: none !important; height: 0 }',
  'colours of the page': 'guichet-chat { --guichet-fg: #fff; --guichet-muted: #fff; --guichet-bg: #fff }',
  'colours without opacity':
    'guichet-chat { --guichet-fg: transparent; --guichet-muted: transparent; --ink: transparent }',
  'a font size of nothing': 'guichet-chat { --guichet-font-size: 0px; --guichet-font: "No Such Font" }',
  'the panel’s own letters': 'guichet-chat::part(panel) { font-size: 0; color: transparent; text-indent: -999px }',
  'the panel’s own letters, importantly':
    'guichet-chat::part(panel) { font-size: 0 !important; color: transparent !important; line-height: 0 !important }',
  'an invisible panel': 'guichet-chat::part(panel) { visibility: hidden !important }',
  'a panel in a row': 'guichet-chat::part(panel) { flex-direction: row !important; display: flex !important }',
  'a huge header': 'guichet-chat::part(header) { flex: 0 0 200% !important; margin-bottom: 900px !important }',
  'a header over all':
    'guichet-chat::part(header) { position: absolute; inset: 0; z-index: 2147483647; background: red }',
  'messages over all':
    'guichet-chat::part(messages) { position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; background: #fff }',
  'a composer over all':
    'guichet-chat::part(composer) { position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; background: #fff }',
  'no footer and no header': 'guichet-chat::part(footer), guichet-chat::part(header) { display: none !important }',
  'Tailwind’s reset':
    '*, ::before, ::after { border-width: 0; border-style: solid } p { margin: 0 } html { line-height: 1.5 }',
  'cookie banner hiding':
    '[aria-describedby], [role=note], [class*="ai-"] { display: none !important; opacity: 0 !important }',
};

interface Seen {
  text: string;
  /** Points of it, of twenty-one, at which nothing else lies over it. */
  free: number;
  fontSize: number;
  contrast: number;
}

/** The notice as somebody before the screen sees it. */
function noticeOf(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const root = document.querySelector('guichet-chat')?.shadowRoot;
    const notice = root?.querySelector<HTMLElement>('.ai-notice');
    if (!root || !notice) throw new Error('There is no notice.');
    const { left, top, width, height } = notice.getBoundingClientRect();
    const points = [0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9].flatMap((x) => [0.25, 0.5, 0.75].map((y) => [x, y] as const));
    const free = points.filter(([x, y]) => root.elementFromPoint(left + width * x, top + height * y) === notice).length;
    const rgb = (colour: string) => {
      const canvas = document.createElement('canvas').getContext('2d');
      if (!canvas) throw new Error('There is no canvas.');
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = (colour: string) => {
      const [r = 0, g = 0, b = 0] = rgb(colour).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const style = getComputedStyle(notice);
    const [ink, ground] = [light(style.color), light(style.backgroundColor)];
    const text = notice.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ? notice.innerText : '';
    const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    return { text, free, fontSize: Number.parseFloat(style.fontSize), contrast };
  });
}

async function open(options: { style?: string; locale?: string; width?: number } = {}): Promise<PageVisit> {
  const { style, ...visit } = options;
  const opened = await stage.visit(`${style === undefined ? '' : `<style>${style}</style>`}${stage.line}`, visit);
  const { page } = opened;
  await page.waitForFunction(() => window.customElements.get('guichet-chat') || 'Guichet' in window);
  await page.evaluate(() => (window as unknown as { Guichet: { open(): void } }).Guichet.open());
  await page.waitForFunction(() => document.querySelector('guichet-chat')?.shadowRoot?.querySelector('.greeting'));
  return opened;
}

describe('the notice that an AI answers', () => {
  it.each(Object.entries(HOSTILE))('is seen under a hostile style sheet: %s', async (_, style) => {
    const { page, context } = await open({ style });
    // The panel takes a moment to appear.
    await expect.poll(() => noticeOf(page)).toMatchObject({ text: OWN_WORDS, free: 21 });
    const { fontSize, contrast } = await noticeOf(page);
    expect(fontSize).toBeGreaterThanOrEqual(12);
    expect(contrast).toBeGreaterThanOrEqual(4.5);
    await context.close();
  });

  it('is there before the first question and after the answer, described to whoever enters, and heard with the first', async () => {
    const { page, context, chat } = await open();
    const description = () =>
      page.locator('[part~=panel]').evaluate((panel) => {
        const id = panel.getAttribute('aria-describedby') ?? '';
        return (panel.getRootNode() as ShadowRoot).getElementById(id)?.textContent;
      });
    expect(await description()).toBe(OWN_WORDS);
    const heard = page.locator('guichet-chat .panel > [role=status]');
    await heard.evaluate((element) => {
      const all: string[] = [];
      (window as unknown as { heard: string[] }).heard = all;
      new MutationObserver(() => all.push(element.textContent ?? '')).observe(element, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await chat.ask('one');
    await chat.waitForStatus('complete');
    await chat.ask('two');
    await expect.poll(() => chat.answers.count()).toBe(2);
    await chat.waitForStatus('complete');
    await expect.poll(async () => (await noticeOf(page)).text).toBe(OWN_WORDS);
    const said = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect(said.filter((text) => text.startsWith('Message sent.'))).toEqual([
      `Message sent. ${OWN_WORDS}`,
      'Message sent.',
    ]);
    await context.close();
  });

  it('is in the words that the site chooses, never without; its owner, links and notice of data are the site’s', async () => {
    const set = (...pairs: string[]) =>
      runCommand(['site', 'set', '--site', 'default', ...pairs], { GUICHET_DATA_DIR: stage.guichet.dataDir });
    const done = await set(
      'ai-notice.en=Our robot answers, and errs.',
      'owner=Bread & Sons',
      'data-notice.en=No medical details, please.',
      'contact=mailto:bread@example.com',
      'privacy=https://example.com/privacy',
    );
    expect(done.code).toBe(0);
    const publicSite = () => fetch(`${stage.server}/v1/sites/default`).then((answer) => answer.json());
    await expect.poll(async () => (await publicSite()).owner, { timeout: 10_000 }).toBe('Bread & Sons');
    const { page, context } = await open();
    await expect
      .poll(async () => (await noticeOf(page)).text)
      .toBe('Our robot answers, and errs. Provided by Bread & Sons.');
    expect(await page.locator('guichet-chat .data-notice').textContent()).toBe('No medical details, please.');
    const links = await page
      .locator('[part~=footer] a')
      .evaluateAll((all) =>
        all.map((link) => [link.textContent, (link as HTMLAnchorElement).href, (link as HTMLAnchorElement).rel]),
      );
    expect(links).toEqual([
      ['Contact', 'mailto:bread@example.com', 'noopener noreferrer'],
      ['Privacy', 'https://example.com/privacy', 'noopener noreferrer'],
    ]);
    await context.close();

    expect((await set('contact=javascript:alert(1)')).code).not.toBe(0);
    await set('ai-notice.en=', 'owner=', 'data-notice.en=', 'contact=', 'privacy=');
    await expect.poll(async () => (await publicSite()).owner, { timeout: 10_000 }).toBeUndefined();
    const again = await open();
    await expect.poll(async () => (await noticeOf(again.page)).text).toBe(OWN_WORDS);
    await again.context.close();
  });
});

it('the notice is dark where the chat is dark', async () => {
  const { page, context } = await open();
  const ground = () =>
    page.locator('guichet-chat .ai-notice').evaluate((notice) => getComputedStyle(notice).backgroundColor);
  expect(await ground()).toBe('rgb(255, 255, 255)');
  await page.evaluate(() => document.querySelector('guichet-chat')?.setAttribute('theme', 'dark'));
  await expect.poll(ground).not.toBe('rgb(255, 255, 255)');
  await expect.poll(async () => (await noticeOf(page)).contrast).toBeGreaterThanOrEqual(4.5);
  await context.close();
});

it('what not to write stands beside the field until something is sent, and is read out with the field', async () => {
  const { page, context, chat } = await open();
  const field = page.locator('[part~=composer] textarea');
  const notice = page.locator('guichet-chat .data-notice');
  expect(await notice.textContent()).toBe('Do not enter health, bank or other sensitive data.');
  expect((await field.getAttribute('aria-describedby'))?.split(' ')).toContain(await notice.getAttribute('id'));
  await chat.ask('one');
  await chat.waitForStatus('complete');
  expect(await notice.count()).toBe(0);
  await context.close();
});

it('an answer carries the mark of what an AI wrote: in the page, in the interface and in what is copied', async () => {
  const { page, context, chat } = await open();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const stored = page.waitForResponse((response) => /\/conversations\/con_[^/]+$/.test(response.url()));
  await chat.ask('a <b>mark</b>');
  await chat.waitForStatus('complete');
  expect(await chat.answers.first().getAttribute('data-digital-source-type')).toBe(AI_WRITTEN);
  expect(await chat.questions.first().getAttribute('data-digital-source-type')).toBeNull();
  await chat.answers.first().locator('.tools button').first().click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('You said: a <b>mark</b>\n\n[AI-generated]');
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType('text/html'))?.text();
  });
  expect(html).toContain(`data-digital-source-type="${AI_WRITTEN}"`);
  expect(html).toContain('a &lt;b&gt;mark&lt;/b&gt;');
  await page.reload();
  const { messages } = await (await stored).json();
  expect(messages.map((one: { digitalSourceType?: string }) => one.digitalSourceType)).toEqual([undefined, AI_WRITTEN]);
  await context.close();
});
