/** The chat in each of its states, in every language and theme: nothing that axe complains of, and nothing too small or out of reach. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VISITOR_LOCALES } from '../packages/contract/src/visitor-text/visitor-languages.ts';
import { expectNoViolations } from './support/expect-accessible.ts';
import { PageStage, type PageVisit } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open();
});
afterAll(() => stage?.close());

const PANEL = { fromShadowDom: ['guichet-chat', '.panel'] as [string, string] };
const inChat = (page: Page, selector: string) => page.locator(`guichet-chat ${selector}`);

/** In the order in which a visitor comes to them; each goes on from the one before. */
const STATES: [name: string, reach: (visit: PageVisit) => Promise<unknown>][] = [
  ['nothing said yet', ({ page }) => inChat(page, '.greeting').waitFor()],
  [
    'a message too long',
    async ({ page }) => {
      await inChat(page, '.input').fill('x'.repeat(8_001));
      await inChat(page, '.count.over').waitFor();
    },
  ],
  [
    'an answer',
    async ({ page, chat }) => {
      await chat.ask('# Heading\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n`code`, [link](https://example.com)');
      await chat.waitForStatus('complete');
      await inChat(page, '.message-tools button').first().waitFor();
    },
  ],
  [
    'a rating with its reasons',
    async ({ page }) => {
      await inChat(page, '.message-assistant .message-tools button').nth(2).click();
      await inChat(page, '.rating').waitFor();
    },
  ],
  [
    'a question in other words',
    async ({ page }) => {
      await inChat(page, '.message-user').last().hover();
      await inChat(page, '.message-user .message-tools button').last().click();
      await inChat(page, '.editing').waitFor();
    },
  ],
  [
    'an error',
    async ({ page, chat }) => {
      await inChat(page, '.editing button').click();
      await page.route('**/messages', (route) =>
        route.fulfill({ status: 403, json: { code: 'internal', ref: 'R-1' } }),
      );
      await chat.ask('one');
      await inChat(page, '.error').waitFor();
      await page.unroute('**/messages');
    },
  ],
  [
    'the list of conversations',
    async ({ page }) => {
      await inChat(page, '.header .tool').first().click();
      await inChat(page, '.entry').first().waitFor();
    },
  ],
  [
    'a conversation to delete',
    async ({ page }) => {
      await inChat(page, 'li .tool').last().click();
      await inChat(page, '.sure').waitFor();
    },
  ],
];

describe.each(VISITOR_LOCALES)('in %s', (locale) => {
  it.each(['light', 'dark'])(
    'has nothing that axe complains of, in any state: %s',
    async (theme) => {
      const visit = await stage.visit(`${stage.line.replace('data-site', `data-theme="${theme}" data-site`)}`, {
        locale,
      });
      await visit.chat.open();
      for (const [state, reach] of STATES) {
        await reach(visit);
        await expectNoViolations(visit.page, PANEL).catch((error: unknown) => {
          throw new Error(`${state}: ${error}`);
        });
      }
      await visit.context.close();
    },
    60_000,
  );
});

/** Everything that can be pressed, with its size, where it is smaller than 24 pixels and no link within a sentence. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('guichet-chat')?.shadowRoot;
    const all = [...(root?.querySelectorAll<HTMLElement>('button, input, textarea, summary, a[href]') ?? [])];
    return all
      .filter((one) => one.checkVisibility() && !one.closest('.text') && one.closest('label') === null)
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ one, box }) => `${one.className} ${one.textContent} ${box.width}×${box.height}`);
  });
}

/** What lies beyond the window's sides, or is wider than it. */
function beyondSides(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('guichet-chat')?.shadowRoot;
    const all = [...(root?.querySelectorAll<HTMLElement>('.panel *:not(.unseen):not(.unseen *)') ?? [])];
    return all
      .filter((one) => one.checkVisibility() && !one.closest('.text, .picture'))
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        return left < -0.5 || right > innerWidth + 0.5;
      })
      .map((one) => `${one.tagName} ${one.className}`);
  });
}

it.each([
  ['320 pixels wide', 320, ''],
  ['letters twice as large', 640, 'guichet-chat { --guichet-font-size: 30px }'],
  ['letters twice as large on a narrow window', 320, 'guichet-chat { --guichet-font-size: 30px }'],
])(
  'everything is in reach and large enough to press: %s',
  async (_, width, style) => {
    const visit = await stage.visit(`<style>${style}</style>${stage.line}`, { width });
    await visit.chat.open();
    for (const [state, reach] of STATES) {
      await reach(visit);
      expect([state, await tooSmall(visit.page)]).toEqual([state, []]);
      expect([state, await beyondSides(visit.page)]).toEqual([state, []]);
    }
    await visit.context.close();
  },
  60_000,
);

it('nothing moves for somebody who asked for less motion', async () => {
  const visit = await stage.visit(stage.line);
  await visit.page.emulateMedia({ reducedMotion: 'reduce' });
  await visit.chat.open();
  await visit.chat.ask('one');
  const running = await visit.page.evaluate(() => {
    const root = document.querySelector('guichet-chat')?.shadowRoot;
    return (root?.getAnimations() ?? []).filter(({ playState }) => playState === 'running').length;
  });
  expect(running).toBe(0);
  await visit.chat.waitForStatus('complete');
  await visit.context.close();
});

it('controls keep an outline where the system chooses the colours', async () => {
  const visit = await stage.visit(stage.line);
  await visit.page.emulateMedia({ forcedColors: 'active' });
  await visit.chat.open();
  await visit.chat.ask('one');
  await visit.chat.waitForStatus('complete');
  const outlined = (selector: string) =>
    inChat(visit.page, selector)
      .first()
      .evaluate((one) => {
        const { borderTopWidth, borderTopStyle } = getComputedStyle(one);
        return borderTopStyle === 'solid' && Number.parseFloat(borderTopWidth) >= 1;
      });
  for (const selector of ['.send', '.field', '.message-user', '.panel'])
    expect([selector, await outlined(selector)]).toEqual([selector, true]);
  await expectNoViolations(visit.page, PANEL);
  await visit.context.close();
});
