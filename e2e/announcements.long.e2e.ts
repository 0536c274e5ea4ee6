/** What a screen reader is given to read, word for word: never the stream, once each, in the manner that the site chose. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PageStage } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open();
});
afterAll(() => stage?.close());

const NOTICE = 'An AI answers here, not a person. It can be wrong. Provided by localhost.';

/** Everything that both live regions came to say, in order. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const region of document.querySelector('guichet-chat')?.shadowRoot?.querySelectorAll('.unseen[role]') ?? [])
      new MutationObserver(() => {
        if (region.textContent) heard.push(`${region.role}: ${region.textContent}`);
      }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

async function open(announce: string, on = stage) {
  const visit = await on.visit(on.line.replace('data-site', `data-announce="${announce}" data-site`));
  await visit.chat.open();
  await visit.page.locator('guichet-chat .greeting').waitFor();
  return { ...visit, heard: await listen(visit.page) };
}

it('a short answer is read out whole, once, when it is there; without the marks of Markdown', async () => {
  const { chat, heard, context } = await open('end');
  await chat.ask('**bold** move');
  await chat.waitForStatus('complete');
  await expect.poll(heard).toEqual([`status: Message sent. ${NOTICE}`, 'status: You said: bold move']);
  await chat.ask('again');
  await expect.poll(heard).toHaveLength(4);
  expect((await heard()).slice(2)).toEqual(['status: Message sent.', 'status: You said: again']);
  await context.close();
});

it('of a long answer, it is said that it is there and how to read it', async () => {
  const { chat, heard, context } = await open('end');
  await chat.ask('bread '.repeat(80));
  await chat.waitForStatus('complete');
  await expect
    .poll(async () => (await heard()).at(-1))
    .toBe('status: The answer is ready. Press Alt and Up arrow to read it.');
  await context.close();
});

it('sentence by sentence while it is written, every word is said once, in order', async () => {
  const slow = await PageStage.open({ model: 'slow' });
  const { page, chat, heard, context } = await open('sentences', slow);
  const text = 'Bread keeps a week. Cake keeps for a day. Tea keeps for ever, they say. Ask me more about tea';
  await chat.ask(text);
  await chat.waitForStatus('complete', 30_000);
  await page.waitForTimeout(100);
  const said = (await heard()).slice(1).map((one) => one.replace(/^status: /, ''));
  expect(said.join('').replace(/\s+/g, ' ').trim()).toBe(`You said: ${text}`);
  expect(said.length).toBeGreaterThanOrEqual(3);
  for (const sentences of said.slice(0, -1)) expect(sentences).toMatch(/\.\s*$/);
  await context.close();
  await slow.close();
}, 60_000);

it('switched off, nothing of the answer is said; that it was sent, by a machine, and that it failed, is', async () => {
  const { page, chat, heard, context } = await open('off');
  await chat.ask('one');
  await chat.waitForStatus('complete');
  await page.route('**/messages', (route) =>
    route.fulfill({ status: 403, json: { code: 'internal', detail: 'Something broke.', ref: 'R-1' } }),
  );
  await chat.ask('two');
  await expect.poll(async () => (await heard()).at(-1)).toBe('alert: Something broke.');
  // What was refused was not sent.
  expect(await heard()).toEqual([`status: Message sent. ${NOTICE}`, 'alert: Something broke.']);
  await context.close();
});
