/** What a visitor does with a conversation besides asking: other words, a rating, a name, an end. By hand and by keyboard. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswersView } from '../packages/contract/src/assistant-api.ts';
import type { VisitorExport } from '../packages/contract/src/visitor-api.ts';
import { Operator } from '../packages/server/src/testing/operator.ts';
import { expectNoViolations } from './support/expect-accessible.ts';
import { PageStage } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open();
});
afterAll(() => stage?.close());

const PANEL = { fromShadowDom: ['guichet-chat', '.panel'] as [string, string] };
const tool = (page: Page, name: string) => page.locator('guichet-chat').getByRole('button', { name, exact: true });

async function asked(...questions: string[]) {
  const visit = await stage.visit(stage.line);
  await visit.chat.open();
  for (const [at, question] of questions.entries()) {
    await visit.chat.ask(question);
    await expect.poll(() => visit.chat.answers.count()).toBe(at + 1);
    await visit.chat.waitForStatus('complete');
  }
  return visit;
}

describe('a message', () => {
  it('is asked in other words in its place, and answered again; both survive the next page', async () => {
    const { page, chat, context } = await asked('one', 'too');
    await chat.questions.last().hover();
    await tool(page, 'Edit the question').click();
    const field = page.locator('[part~=composer] textarea');
    expect(await field.inputValue()).toBe('too');
    expect(await page.locator('guichet-chat .editing').textContent()).toContain('You are editing your last question.');
    await tool(page, 'Cancel').click();
    expect(await field.inputValue()).toBe('');
    await chat.questions.last().hover();
    await tool(page, 'Edit the question').click();
    await field.fill('two');
    await field.press('Enter');
    const wanted = ['one', 'You said: one', 'two', 'You said: two'];
    await expect.poll(() => chat.transcript()).toEqual(wanted);
    await chat.waitForStatus('complete');
    await tool(page, 'Answer again').click();
    await chat.waitForStatus('complete');
    await expect.poll(() => chat.transcript()).toEqual(wanted);
    await page.reload();
    await expect.poll(() => chat.transcript()).toEqual(wanted);
    await context.close();
  });

  it('is one with the next, when both are written within a moment', async () => {
    const { page, chat, context } = await asked();
    await page.route('**/messages', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    // In one breath, however busy the machine is.
    await page.evaluate(() => {
      const { Guichet } = window as unknown as { Guichet: { sendMessage(text: string): void } };
      Guichet.sendMessage('hello');
      Guichet.sendMessage('are you there');
    });
    await expect
      .poll(() => chat.transcript(), { timeout: 10_000 })
      .toEqual(['hello\nare you there', 'You said: hello\nare you there']);
    await context.close();
  });

  it('is rated with a reason, told to the page, kept for the next visit and read by the operator', async () => {
    const { page, context } = await asked('one');
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      addEventListener('guichet:feedback', (event) => heard.push((event as CustomEvent).detail.rating));
    });
    await tool(page, 'Bad answer').click();
    await page.locator('guichet-chat').getByLabel('Incomplete').check();
    await page.locator('guichet-chat').getByLabel('Comment (optional)').fill('Which day?');
    await expectNoViolations(page, PANEL);
    await page.locator('guichet-chat .rating').getByRole('button', { name: 'Send' }).click();
    await expect
      .poll(() => page.locator('guichet-chat .thanks').textContent())
      .toBe('Thank you. The site owner can read your rating.');
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([-1, -1]);
    const { guichet, dataDir } = stage.guichet;
    const operator = await Operator.signIn(guichet.url, dataDir);
    const { answers } = (await (await operator.request('GET', '/answers')).json()) as AnswersView;
    expect(answers[0]?.feedback).toMatchObject({ rating: -1, reason: 'incomplete', comment: 'Which day?' });
    await page.reload();
    await expect.poll(() => tool(page, 'Bad answer').getAttribute('aria-pressed')).toBe('true');
    await tool(page, 'Bad answer').click();
    await expect.poll(() => tool(page, 'Bad answer').getAttribute('aria-pressed')).toBe('false');
    await context.close();
  });
});

describe('the conversations of a visitor', () => {
  it('are found, named, shown and deleted; a new one is one press away', async () => {
    const { page, chat, context } = await asked('How long does rye bread keep?');
    await tool(page, 'New conversation').click();
    await chat.ask('Do you have cake?');
    await chat.waitForStatus('complete');
    await tool(page, 'Conversations').click();
    const entries = page.locator('guichet-chat .entry bdi');
    await expect.poll(() => entries.allTextContents()).toEqual(['Do you have cake?', 'How long does rye bread keep?']);
    await expectNoViolations(page, PANEL);
    await page.locator('guichet-chat').getByRole('searchbox').fill('RYE');
    await expect.poll(() => entries.allTextContents()).toEqual(['How long does rye bread keep?']);
    await tool(page, 'Rename · How long does rye bread keep?').click();
    await page.locator('guichet-chat .sure input').fill('Bread');
    await page.keyboard.press('Enter');
    await expect.poll(() => entries.allTextContents()).toEqual(['Bread']);
    await entries.first().click();
    await expect.poll(() => chat.transcript()).toContain('How long does rye bread keep?');
    await tool(page, 'Conversations').click();
    await expect.poll(() => entries.allTextContents()).toHaveLength(2);
    await tool(page, 'Delete · Bread').click();
    await page.locator('guichet-chat .sure').getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => entries.allTextContents()).toEqual(['Do you have cake?']);
    await page.keyboard.press('Escape');
    await expect.poll(() => chat.questions.count()).toBe(0);
    expect(await chat.panel.isVisible()).toBe(true);
    await context.close();
  });

  it('are taken along and erased with everything else, asked once before', async () => {
    const { page, chat, context } = await asked('remember me');
    const token = await page.evaluate(() => {
      const kept = Object.entries(localStorage).find(([name]) => name.endsWith(':visitor'));
      return JSON.parse(kept?.[1] ?? '{}').token as string;
    });
    await tool(page, 'Conversations').click();
    const [file] = await Promise.all([page.waitForEvent('download'), tool(page, 'Download everything').click()]);
    const all = JSON.parse(readFileSync((await file.path()) ?? '', 'utf8')) as VisitorExport;
    expect(all.conversations[0]?.messages.map(({ text }) => text)).toEqual(['remember me', 'You said: remember me']);
    await tool(page, 'Erase everything').click();
    await tool(page, 'Cancel').click();
    await tool(page, 'Erase everything').click();
    await expectNoViolations(page, PANEL);
    await tool(page, 'Erase now').click();
    await expect.poll(() => chat.questions.count()).toBe(0);
    const headers = { Origin: stage.url, Authorization: `Bearer ${token}` };
    expect((await fetch(`${stage.server}/v1/conversations`, { headers })).status).toBe(401);
    expect(await page.evaluate(() => Object.keys(localStorage).some((name) => name.endsWith(':visitor')))).toBe(false);
    await chat.ask('who am I');
    await chat.waitForStatus('complete');
    await context.close();
  });
});

it('all of it works by keyboard alone, and the focus is never lost', async () => {
  const { page, chat, context } = await stage.visit(stage.line);
  const focused = () =>
    page.evaluate(() => {
      const inside = document.activeElement?.shadowRoot?.activeElement;
      return inside?.getAttribute('aria-label') ?? inside?.textContent ?? '';
    });
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 25; presses++) {
      if ((await focused()).startsWith(name)) return;
      await page.keyboard.press('Tab');
    }
    expect.fail(`${name} cannot be reached; the focus is on “${await focused()}”`);
  };
  const backTo = async (name: string) => {
    for (let presses = 0; presses < 25; presses++) {
      if ((await focused()).startsWith(name)) return;
      await page.keyboard.press('Shift+Tab');
    }
    expect.fail(`${name} cannot be reached backwards; the focus is on “${await focused()}”`);
  };
  await page.keyboard.press('Tab');
  expect(await focused()).toContain('chat');
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('Ask a question');
  await page.keyboard.type('one');
  await page.keyboard.press('Enter');
  await chat.waitForStatus('complete');
  expect(await focused()).toBe('Ask a question');
  await backTo('Good answer');
  await page.keyboard.press('Enter');
  await expect.poll(() => tool(page, 'Good answer').getAttribute('aria-pressed')).toBe('true');
  expect(await focused()).toBe('Good answer');
  await backTo('Edit the question');
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('Ask a question');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('two');
  await page.keyboard.press('Enter');
  await expect.poll(() => chat.transcript()).toEqual(['two', 'You said: two']);
  await backTo('Conversations');
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('Conversations');
  await tabTo('Delete ·');
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('Delete');
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('Search');
  await page.keyboard.press('Escape');
  await expect.poll(focused).toBe('Ask a question');
  await page.keyboard.press('Escape');
  await expect.poll(() => chat.panel.isVisible()).toBe(false);
  await expect.poll(focused).toContain('Open chat');
  await context.close();
});

it.each([
  [
    'another visitor',
    'are said to be gone, never shown as none',
    'Your earlier conversations can no longer be opened here. New ones will appear in this list.',
    [],
  ],
  ['the same visitor', 'are there again', '', ['one']],
] as const)('whose token no longer opens anything, and the new one is of %s, %s', async (whose, _, said, titles) => {
  const { page, chat, context } = await asked('one');
  const kept = await page.evaluate(() => Object.entries(localStorage).find(([name]) => /visitor/.test(name))?.[1]);
  const cors = { 'Access-Control-Allow-Origin': stage.url, 'Access-Control-Allow-Headers': '*, Authorization' };
  if (whose === 'the same visitor')
    await page.route('**/visitors', (route) =>
      route.request().method() === 'POST' && kept
        ? route.fulfill({ status: 201, headers: cors, json: JSON.parse(kept) })
        : route.fallback(),
    );
  await page.route(
    '**/v1/conversations',
    (route) => route.fulfill({ status: 401, headers: cors, json: { code: 'token-expired' } }),
    { times: 1 },
  );
  await tool(page, 'Conversations').click();
  await expect.poll(() => page.locator('guichet-chat .conversations > .note').textContent()).toBe(said);
  await expect.poll(() => page.locator('guichet-chat .entry bdi').allTextContents()).toEqual(titles);
  await tool(page, 'Back to the conversation').click();
  await chat.ask('two');
  await chat.waitForStatus('complete');
  await expect
    .poll(() => chat.transcript())
    .toEqual([...titles.flatMap((title) => [title, `You said: ${title}`]), 'two', 'You said: two']);
  await context.close();
});
