/** The chat in each of its states, in every language and theme: nothing that axe complains of, and nothing too small or out of reach. */
import { encodeSseEvent } from '@guichet/contract/sse';
import { SAMPLE_KEYS, seededRandom } from '@guichet/keys/samples';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { VISITOR_LOCALES } from '../packages/contract/src/visitor-text/visitor-languages.ts';
import { runCommand } from '../packages/server/src/testing/run-command.ts';
import { expectNoViolations } from './support/expect-accessible.ts';
import { PageStage, type PageVisit, type VisitOptions } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open();
  const { dataDir, practice, guichet } = stage.guichet;
  await runCommand(['site', 'set', '--site', 'default', 'files=pictures,documents', 'page-context=on'], {
    GUICHET_DATA_DIR: dataDir,
    OPENWEBUI_URL: practice.url,
  });
  const site = async () => (await fetch(`${guichet.url}/v1/sites/default`, { headers: { Origin: stage.url } })).json();
  await vi.waitFor(async () => expect((await site()).features.pageContext).toBe(true), { timeout: 10_000 });
});
afterAll(() => stage?.close());

const PANEL = { fromShadowDom: ['guichet-chat', '.panel'] as [string, string] };
const inChat = (page: Page, selector: string) => page.locator(`guichet-chat ${selector}`);

const ANSWER = `# Heading

| a | b |
|---|---|
| 1 | 2 |

\`code\`, [link](https://example.com), ![a loaf](https://pictures.example/loaf.png)

- [x] done

\`\`\`js
let a;
\`\`\``;

/** In the order in which a visitor comes to them; each goes on from the one before. */
const STATES: [name: string, reach: (visit: PageVisit) => Promise<unknown>][] = [
  ['nothing said yet', ({ page }) => inChat(page, '.greeting').waitFor()],
  ['questions to press', ({ page }) => inChat(page, '.suggestion').first().waitFor()],
  [
    'files, one of them refused, and the page’s own line',
    async ({ page }) => {
      await page.evaluate(() =>
        (window as unknown as { Guichet: { setContext(value: unknown): void } }).Guichet.setContext({ title: 'Bread' }),
      );
      await inChat(page, '.attach').waitFor();
      await inChat(page, 'input[type=file]').setInputFiles([
        { name: 'hours.txt', mimeType: 'text/plain', buffer: Buffer.from('At nine.') },
        { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from('film') },
      ]);
      await inChat(page, '.files .failed').waitFor();
      await inChat(page, '.files progress').waitFor({ state: 'detached' });
      await inChat(page, '.page-context').waitFor();
    },
  ],
  [
    'a key in the message',
    async ({ page, chat }) => {
      await chat.ask(SAMPLE_KEYS['openai-project'](seededRandom(4)));
      await inChat(page, '.warning.on').waitFor();
    },
  ],
  [
    'a message too long',
    async ({ page }) => {
      await inChat(page, '.files li button').first().press('Enter');
      await inChat(page, '.files li button').first().press('Enter');
      await inChat(page, '.input').fill('x'.repeat(8_001));
      await inChat(page, '.count.over').waitFor();
    },
  ],
  [
    'an answer',
    async ({ page, chat }) => {
      await chat.ask(ANSWER);
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
    'a message that waits for the connection',
    async ({ page, chat }) => {
      await page.context().setOffline(true);
      await chat.ask('later');
      await inChat(page, '.connection').waitFor();
    },
  ],
  [
    'an answer with its sources',
    async ({ page, chat }) => {
      await page.context().setOffline(false);
      await inChat(page, '.connection').waitFor({ state: 'detached' });
      await chat.waitForStatus('complete');
      const ids = { runId: 'run_1', conversationId: 'con_1', userMessageId: 'msg_q', messageId: 'msg_a' };
      const events: [string, object][] = [
        ['run', ids],
        ['sources', { sources: [{ id: '1', title: 'Hours', url: 'https://www.example.com/hours' }] }],
        ['delta', { text: 'At nine.' }],
        ['done', { reason: 'complete', messageId: 'msg_a' }],
      ];
      const body = events.map(([name, data], at) => encodeSseEvent(name, JSON.stringify(data), `1-${at + 1}`)).join('');
      const headers = { 'Access-Control-Allow-Origin': stage.url, 'Content-Type': 'text/event-stream' };
      await page.route('**/messages', (route) => route.fulfill({ headers, body }), { times: 1 });
      await chat.ask('When?');
      await inChat(page, '.sources').waitFor();
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
    'a conversation to rename',
    async ({ page }) => {
      await inChat(page, 'li .tool').first().click();
      await inChat(page, 'form.sure').waitFor();
    },
  ],
  [
    'everything to erase',
    async ({ page }) => {
      await inChat(page, '.danger').last().click();
      await inChat(page, '#erase-sure').waitFor();
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

/** Opens the chat on a page, with questions to press in the visitor's language. */
async function enter(body: string, options: VisitOptions): Promise<PageVisit> {
  const visit = await stage.visit(body, options);
  const language = (options.locale ?? 'en').slice(0, 2);
  await visit.page.route('**/v1/sites/default', async (route) => {
    const response = await route.fetch();
    const texts = { [language]: { suggestions: ['When?', 'Where?'] } };
    await route.fulfill({ response, json: { ...(await response.json()), texts } });
  });
  await visit.chat.open();
  return visit;
}

describe.each(VISITOR_LOCALES)('in %s', (locale) => {
  it.each(['light', 'dark'])(
    'has nothing that axe complains of, in any state: %s',
    async (theme) => {
      const visit = await enter(`${stage.line.replace('data-site', `data-theme="${theme}" data-site`)}`, {
        locale,
      });
      for (const [state, reach] of STATES) {
        await reach(visit);
        await expectNoViolations(visit.page, PANEL).catch((error: unknown) => {
          throw new Error(`${state}: ${error}`);
        });
      }
      await visit.context.close();
    },
    120_000,
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
    const visit = await enter(`<style>${style}</style>${stage.line}`, { width });
    for (const [state, reach] of STATES) {
      await reach(visit);
      expect([state, await tooSmall(visit.page)]).toEqual([state, []]);
      expect([state, await beyondSides(visit.page)]).toEqual([state, []]);
    }
    await visit.context.close();
  },
  120_000,
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
