/** Sources and links of an answer, as a hostile document would have them: nobody is led elsewhere than they read. */
import { mkdirSync } from 'node:fs';
import type { AnswerSource } from '@guichet/contract/chat-event';
import { encodeSseEvent } from '@guichet/contract/sse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageStage, type PageVisit, type VisitOptions } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open();
});
afterAll(() => stage?.close());

/** Where to leave pictures for people to look at; without it, none are taken. */
const PICTURES = process.env.GUICHET_E2E_PICTURES;

const SOURCES: AnswerSource[] = [
  { id: '1', title: 'Opening hours and prices', url: 'https://www.example.com/prices' },
  { id: '2', title: 'https://bank.example/login', url: 'https://evil.example/login' },
  { id: '3', title: 'Invoice \u202efdp.exe', url: 'https://evil.example/\u202efdp.exe' },
  { id: '4', title: 'раypal.com', url: 'https://раypal.com/signin' },
  { id: '5', title: 'Sign in', url: 'https://user:pw@evil.example/' },
  { id: '6', title: 'Click me', url: 'javascript:document.title="taken"' },
  { id: '7', title: 'Picture', url: 'data:text/html,<script>document.title="taken"</script>' },
  { id: '8', title: '\u200b\u2066', url: 'https://docs.example.com/a' },
  { id: '9', title: 'https://www.example.com/a/index.html', url: 'https://www.example.com/a/index.html' },
  { id: '10', title: 'أسعار التذاكر', url: 'https://www.example.com/ar' },
  { id: '11', title: '<img src=x onerror=document.title="taken">' },
];

const TEXT =
  'See https://www.example.com/prices and https://bank.example@evil.example/login or \u202ehttps://evil.example/a then https://раypal.com/ end.';

async function answered(options: VisitOptions = {}, blocked?: string): Promise<PageVisit> {
  const visit = await stage.visit(stage.line, options);
  const { page, chat } = visit;
  if (blocked) await page.route(blocked, (route) => route.abort());
  const ids = { runId: 'run_1', conversationId: 'con_1', userMessageId: 'msg_q', messageId: 'msg_a' };
  const events: [string, object][] = [
    ['run', ids],
    ['sources', { sources: SOURCES }],
    ['delta', { text: TEXT }],
    ['done', { reason: 'complete', messageId: 'msg_a' }],
  ];
  await page.route('**/v1/conversations/*/messages', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          headers: { 'Access-Control-Allow-Origin': stage.url, 'Content-Type': 'text/event-stream' },
          body: events.map(([name, data], at) => encodeSseEvent(name, JSON.stringify(data), `1-${at + 1}`)).join(''),
        })
      : route.fallback(),
  );
  await chat.open();
  await chat.ask('hi');
  await chat.waitForStatus('complete');
  return visit;
}

describe('the sources of an answer', () => {
  it('show the host that their links lead to, or are text', async () => {
    const visit = await answered();
    const items = visit.page.locator('.sources li');
    const shown = await items.evaluateAll((list) =>
      list.map((item) => {
        const link = item.querySelector('a');
        return { text: item.textContent, link: link?.textContent?.trim(), leads: link?.getAttribute('href') };
      }),
    );
    expect(shown).toEqual([
      entry('Opening hours and prices www.example.com', 'https://www.example.com/prices'),
      entry('https://bank.example/login evil.example', 'https://evil.example/login', 'evil.example'),
      entry('Invoice fdp.exe evil.example', 'https://evil.example/%E2%80%AEfdp.exe', 'evil.example'),
      entry('раypal.com xn--ypal-43d9g.com', 'https://xn--ypal-43d9g.com/signin'),
      entry('Sign in'),
      entry('Click me'),
      entry('Picture'),
      entry('docs.example.com', 'https://docs.example.com/a'),
      entry('https://www.example.com/a/index.html', 'https://www.example.com/a/index.html'),
      entry('أسعار التذاكر www.example.com', 'https://www.example.com/ar'),
      entry('<img src=x onerror=document.title="taken">'),
    ]);
    expect(await visit.page.title()).toBe('A shop');
    await visit.context.close();
  });

  it('are text with their addresses where the chunk that draws them cannot be had', async () => {
    const visit = await answered({}, '**/answer.js*');
    const answer = visit.chat.answers.last();
    await expect.poll(() => answer.locator('.note').innerText()).toContain('Sources');
    const lines = (await answer.locator('.note').innerText()).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'Sources',
      'Opening hours and prices https://www.example.com/prices',
      'https://bank.example/login https://evil.example/login',
      'Invoice fdp.exe https://evil.example/fdp.exe',
    ]);
    expect(await answer.locator('.note a').count()).toBe(0);
    await visit.context.close();
  });

  it('and the links in its text lead where they read', async () => {
    const visit = await answered();
    const links = await visit.chat.answers
      .last()
      .locator('.text a')
      .evaluateAll((list) =>
        list.map((link) => [link.textContent, link.getAttribute('href'), getComputedStyle(link).direction]),
      );
    expect(links).toEqual([
      ['https://www.example.com/prices', 'https://www.example.com/prices', 'ltr'],
      ['https://evil.example/a', 'https://evil.example/a', 'ltr'],
      ['https://xn--ypal-43d9g.com/', 'https://xn--ypal-43d9g.com/', 'ltr'],
    ]);
    await visit.context.close();
  });

  it.each([
    ['en-GB', 1280],
    ['en-GB', 360],
    ['fr-FR', 1280],
    ['fr-FR', 360],
  ])('fit the panel: %s, %i', async (locale, width) => {
    const visit = await answered({ locale, width });
    const log = visit.page.locator('[part~=messages]');
    expect(await log.evaluate((node) => node.scrollWidth - node.clientWidth)).toBeLessThanOrEqual(0);
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true });
      await visit.page.screenshot({ path: `${PICTURES}/sources-${locale}-${width}.png` });
    }
    await visit.context.close();
  });
});

/** What a list's entry says; its link's text is all of it unless named. */
function entry(text: string, leads?: string, link = text) {
  return leads === undefined ? { text, link: undefined, leads: undefined } : { text, link, leads };
}
