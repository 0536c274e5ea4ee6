/** A visitor's journey: page on another origin, real browser, Open WebUI behind it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chat } from './support/chat.ts';
import { expectNoViolations } from './support/expect-accessible.ts';
import { type Stage, setStage } from './support/stage.ts';

const QUESTION = 'one two three four five six seven eight nine ten';
const ANSWER = `You said: ${QUESTION}`;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

async function asked(): Promise<Chat> {
  const { page } = await stage.visit();
  const chat = new Chat(page);
  await chat.open();
  await chat.ask(QUESTION);
  return chat;
}

describe('a visitor', () => {
  it('asks, and sees the answer grow in at least five steps before its end', async () => {
    const chat = await asked();
    const steps = new Set<string>();
    while ((await chat.answerStatus()) !== 'complete') {
      if ((await chat.answerStatus()) === 'streaming') {
        const text = await chat.answerText();
        if (text !== '') steps.add(text);
      }
      await chat.page.waitForTimeout(40);
    }
    expect(steps.size).toBeGreaterThanOrEqual(5);
    for (const step of steps) expect(ANSWER.startsWith(step)).toBe(true);
    expect(await chat.answerText()).toBe(ANSWER);
    await chat.page.context().close();
  });

  it('stops an answer and keeps what there is of it', async () => {
    const chat = await asked();
    await chat.waitForText('three');
    await chat.page.locator('[part~=send]').click();
    await chat.waitForStatus('stopped');
    const text = await chat.answerText();
    expect(ANSWER.startsWith(text)).toBe(true);
    expect(text.length).toBeLessThan(ANSWER.length);
    await chat.page.waitForTimeout(1_000);
    expect(await chat.answerText()).toBe(text);
    await chat.page.context().close();
  });

  it('reloads in mid-answer and sees the whole answer once', async () => {
    const chat = await asked();
    await chat.waitForText('two');
    await chat.page.reload();
    if (!(await chat.panel.isVisible())) await chat.open();
    await chat.waitForStatus('complete');
    expect(await chat.transcript()).toEqual([QUESTION, ANSWER]);
    await chat.page.context().close();
  });

  it('loses the network in mid-answer and sees the whole answer once', async () => {
    const chat = await asked();
    await chat.waitForText('two');
    stage.network.cut();
    await chat.page.waitForTimeout(1_200);
    stage.network.mend();
    await chat.waitForStatus('complete', 30_000);
    expect(await chat.transcript()).toEqual([QUESTION, ANSWER]);
    await chat.page.context().close();
  });

  it('has two tabs, and both show the same', async () => {
    const { page, context } = await stage.visit();
    const first = new Chat(page);
    const second = new Chat(await context.newPage());
    await second.page.goto(stage.shopUrl);
    await first.open();
    await second.open();
    await first.ask(QUESTION);
    await second.waitForText('two');
    await first.waitForStatus('complete');
    await second.waitForStatus('complete');
    expect(await first.transcript()).toEqual([QUESTION, ANSWER]);
    expect(await second.transcript()).toEqual([QUESTION, ANSWER]);
    await second.ask('and back');
    await first.waitForText('back');
    await first.waitForStatus('complete');
    expect(await first.transcript()).toEqual(await second.transcript());
    await context.close();
  });

  it('comes back later and finds the conversation', async () => {
    const { page, context } = await stage.visit();
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('hello');
    await chat.waitForStatus('complete');
    await page.goto('about:blank');
    await page.goto(stage.shopUrl);
    if (!(await chat.panel.isVisible())) await chat.open();
    await expect.poll(() => chat.transcript()).toEqual(['hello', 'You said: hello']);
    await context.close();
  });
});

describe('a slow connection', () => {
  it('has a heading from the start, and the site’s own name in it as soon as that has come', async () => {
    const { page, context } = await stage.visit();
    const settings = Promise.withResolvers<void>();
    await page.route(/\/v1\/sites\/[^/]+$/, async (route) => {
      await settings.promise;
      await route.continue();
    });
    const chat = new Chat(page);
    await chat.open();
    const heading = page.locator('[part~=header]').getByRole('heading');
    expect(await heading.textContent()).toBe('Chat');
    await expectNoViolations(page, { fromShadowDom: ['guichet-chat', '.panel'] });
    settings.resolve();
    await expect.poll(() => heading.textContent()).not.toBe('Chat');
    await context.close();
  });
});

describe('a site that is not on the list', () => {
  it('gets no answer, and its visitor a sentence instead of silence', async () => {
    // The same page under another name of this machine is another origin.
    const { page, context } = await stage.visit({ shopUrl: stage.shopUrl.replace('localhost', '127.0.0.1') });
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('hello');
    await expect.poll(() => page.locator('[part~=panel] .error').count(), { timeout: 20_000 }).toBeGreaterThan(0);
    expect(await chat.answers.filter({ hasText: 'You said' }).count()).toBe(0);
    expect(stage.log.some((line) => line.includes('origin-not-allowed'))).toBe(true);
    await context.close();
  });
});

describe('the credential', () => {
  it('is in no byte that reached the browser, in no log line, and in nothing stored', () => {
    const forms = (secret: string) => [
      secret,
      Buffer.from(secret).toString('base64').replace(/=+$/, ''),
      Buffer.from(secret).toString('base64url'),
      Buffer.from(secret).toString('hex'),
      encodeURIComponent(secret),
    ];
    const received = stage.network.received();
    // The check itself is checked: what did reach the browser is found by the same means.
    expect(received.includes('You said: ')).toBe(true);
    expect(stage.storedBytes().includes(QUESTION)).toBe(true);
    for (const form of forms(stage.credential)) {
      expect(received.includes(form)).toBe(false);
      expect(stage.storedBytes().includes(form)).toBe(false);
      expect(stage.log.join('\n')).not.toContain(form);
    }
  });
});
