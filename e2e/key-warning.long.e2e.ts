/** A visitor who is about to send a key: warned, never hindered, and nothing they wrote is lost. */
import { SAMPLE_KEYS, seededRandom } from '@guichet/keys/samples';
import type { BrowserContext, Locator, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chat } from './support/chat.ts';
import { expectNoViolations } from './support/expect-accessible.ts';
import { startShopWithPolicy } from './support/shop.ts';
import { type Stage, setStage } from './support/stage.ts';

const KEY = SAMPLE_KEYS['openai-project'](seededRandom(4));
const MESSAGE = `My key is ${KEY}, why is it refused?`;
const FILE = /\/w\/[^/]+\/key-warning\.js/;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

interface Scene {
  chat: Chat;
  page: Page;
  context: BrowserContext;
  field: Locator;
  /** The warning's words: the composer's live region. */
  region: Locator;
  choice: Locator;
}

async function scene({
  locale = 'en-GB',
  prepare,
}: {
  locale?: string;
  prepare?: (page: Page) => Promise<unknown>;
} = {}) {
  const { page, context } = await stage.visit({ locale });
  await prepare?.(page);
  // The example's own `lang` would win over the browser's language.
  await page.evaluate((tag) => document.querySelector('guichet-chat')?.setAttribute('locale', tag), locale.slice(0, 2));
  const chat = new Chat(page);
  await chat.open();
  const composer = page.locator('[part~=composer]');
  return {
    chat,
    page,
    context,
    field: composer.locator('textarea'),
    region: composer.locator('[role=status]'),
    choice: composer.getByRole('group'),
  } satisfies Scene;
}

async function pasted(options?: Parameters<typeof scene>[0]): Promise<Scene> {
  const made = await scene(options);
  await made.chat.ask(MESSAGE);
  return made;
}

const sentTexts = ({ chat }: Scene) => chat.questions.locator('.text').allTextContents();

describe('a visitor who writes a key and presses Enter', () => {
  it('is told what it looks like, and nothing was sent', async () => {
    const made = await pasted();
    await made.choice.waitFor();
    const said = (await made.region.textContent()) ?? '';
    expect(said).toContain('This looks like an OpenAI API key.');
    expect(said).toContain('Do not send keys or passwords in a chat');
    expect(said).not.toContain(KEY.slice(0, 12));
    expect(await made.field.inputValue()).toBe(MESSAGE);
    expect(await sentTexts(made)).toEqual([]);
    await made.context.close();
  });

  it('removes it by keyboard and sends the rest', async () => {
    const made = await pasted();
    await made.choice.waitFor();
    await made.page.keyboard.press('Enter');
    expect(await sentTexts(made), 'an impatient second Enter chooses nothing').toEqual([]);
    await made.page.keyboard.press('Tab');
    await made.page.keyboard.press('Enter');
    await expect.poll(() => made.field.inputValue()).toBe('My key is […], why is it refused?');
    expect(await made.region.textContent()).toBe('Removed. You can send the rest.');
    expect(await made.field.evaluate((field) => field.matches(':focus'))).toBe(true);
    await made.page.keyboard.press('Enter');
    await expect.poll(() => sentTexts(made)).toEqual(['My key is […], why is it refused?']);
    await expect.poll(() => made.region.textContent()).toBe('');
    await made.chat.waitForStatus('complete');
    expect(stage.storedBytes().includes(KEY)).toBe(false);
    await made.context.close();
  });

  it('whose message is nothing but the key has an empty field after removing it', async () => {
    const made = await scene();
    await made.chat.ask(KEY);
    await made.choice.getByRole('button', { name: 'Remove it' }).click();
    await expect.poll(() => made.field.inputValue()).toBe('');
    expect(await made.region.textContent()).toBe('Removed.');
    await made.context.close();
  });

  it('sends it anyway', async () => {
    const made = await pasted();
    await made.choice.getByRole('button', { name: 'Send anyway' }).click();
    await expect.poll(() => sentTexts(made)).toEqual([MESSAGE]);
    expect(await made.field.inputValue()).toBe('');
    expect(await made.choice.count()).toBe(0);
    await made.chat.waitForStatus('complete');
    await made.context.close();
  });

  it('goes back to the text with Escape, which leaves the panel open, also where it covers the page', async () => {
    for (const width of [1280, 390]) {
      const made = await scene({ prepare: (page) => page.setViewportSize({ width, height: 700 }) });
      await made.chat.ask(MESSAGE);
      await made.choice.waitFor();
      await made.page.keyboard.press('Escape');
      await expect.poll(() => made.choice.count()).toBe(0);
      expect(await made.chat.panel.isVisible()).toBe(true);
      expect(await made.field.inputValue()).toBe(MESSAGE);
      expect(await made.field.evaluate((field) => field.matches(':focus'))).toBe(true);
      await made.page.keyboard.press('Enter');
      await made.choice.waitFor();
      await made.page.keyboard.press('Escape');
      await expect.poll(() => made.choice.count()).toBe(0);
      await made.page.keyboard.press('Escape');
      await expect.poll(() => made.chat.panel.isVisible()).toBe(false);
      await made.context.close();
    }
  });

  it('who writes on loses the warning, and is warned anew', async () => {
    const made = await pasted();
    await made.choice.waitFor();
    await made.field.press('End');
    await made.page.keyboard.type(' Thanks');
    await expect.poll(() => made.choice.count()).toBe(0);
    await made.page.keyboard.press('Enter');
    await made.choice.waitFor();
    expect(await sentTexts(made)).toEqual([]);
    await made.context.close();
  });

  it('is warned in French', async () => {
    const made = await pasted({ locale: 'fr-FR' });
    await made.choice.waitFor();
    expect(await made.region.textContent()).toContain('Ceci ressemble à une clé API d’OpenAI.');
    await made.choice.getByRole('button', { name: 'Retirer du message' }).click();
    await expect.poll(() => made.region.textContent()).toBe('C’est retiré. Vous pouvez envoyer le reste.');
    await made.context.close();
  });

  it('has a warning without a violation that axe can see, by day and by night, 320 pixels wide', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const made = await pasted({
        prepare: async (page) => {
          await page.setViewportSize({ width: 320, height: 640 });
          await page.emulateMedia({ colorScheme });
        },
      });
      await made.choice.waitFor();
      await expectNoViolations(made.page, { fromShadowDom: ['guichet-chat', '.panel'] });
      const overflow = await made.chat.panel.evaluate((panel) => panel.scrollWidth - panel.clientWidth);
      expect(overflow).toBe(0);
      await made.context.close();
    }
  });
});

describe('ordinary messages', () => {
  it('never fetch the file', async () => {
    let fetched = 0;
    const made = await scene({
      prepare: (page) =>
        page.route(FILE, (route) => {
          fetched += 1;
          return route.continue();
        }),
    });
    await made.chat.ask('Where is my order 4711?');
    await made.chat.waitForStatus('complete');
    expect(fetched).toBe(0);
    await made.context.close();
  });

  it('with a long word in them are looked at and go without a question', async () => {
    const made = await scene();
    const text = 'See https://shop.example/orders/2026/11/26 please';
    await made.chat.ask(text);
    await expect.poll(() => sentTexts(made)).toEqual([text]);
    await made.context.close();
  });
});

describe('the file that warns', () => {
  const without = (answer: (route: Route) => Promise<unknown>) =>
    pasted({ prepare: (page) => page.route(FILE, answer) });

  it.each<[string, (route: Route) => Promise<unknown>]>([
    ['is blocked', (route) => route.abort()],
    ['is not there', (route) => route.fulfill({ status: 404, body: 'gone' })],
    [
      'is not the one that was built',
      (route) =>
        route.fulfill({
          contentType: 'text/javascript',
          headers: { 'Access-Control-Allow-Origin': '*' },
          body: 'window.wasTampered = true; export function warn() { return true }',
        }),
    ],
    ['never comes', async () => {}],
  ])('%s: the message goes, whole', async (_, answer) => {
    const made = await without(answer);
    await expect.poll(() => sentTexts(made), { timeout: 20_000 }).toEqual([MESSAGE]);
    expect(await made.field.inputValue()).toBe('');
    expect(await made.choice.count()).toBe(0);
    expect(await made.page.evaluate(() => 'wasTampered' in window)).toBe(false);
    await made.chat.waitForStatus('complete');
    await made.context.close();
  });

  it('that failed once is asked for again', async () => {
    let tries = 0;
    const made = await scene({
      prepare: (page) => page.route(FILE, (route) => (tries++ === 0 ? route.abort() : route.continue())),
    });
    await made.chat.ask(MESSAGE);
    await made.chat.waitForStatus('complete');
    await made.chat.ask(MESSAGE);
    await made.choice.waitFor();
    await made.context.close();
  });

  it('comes late: a visitor who goes on writing meanwhile is not sent half-way', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const made = await scene({
      prepare: (page) =>
        page.route(FILE, async (route) => {
          await held;
          await route.continue();
        }),
    });
    await made.chat.ask('See https://shop.example/orders/2026/11/26');
    await made.page.keyboard.type(' and');
    release();
    await expect
      .poll(() =>
        made.page.evaluate(() =>
          performance
            .getEntriesByType('resource')
            .map((e) => e.name)
            .join(),
        ),
      )
      .toMatch(FILE);
    await made.page.keyboard.type(' tell me');
    expect(await sentTexts(made)).toEqual([]);
    await made.page.keyboard.press('Enter');
    await expect.poll(() => sentTexts(made)).toEqual(['See https://shop.example/orders/2026/11/26 and tell me']);
    await made.context.close();
  });
});

describe('a page that sends a message for its visitor', () => {
  it('has one with a key put into the field, under the warning, and the focus stays where it is', async () => {
    const made = await scene();
    await made.page.evaluate((text) => {
      (document.activeElement as HTMLElement).blur();
      (window as unknown as { Guichet: { sendMessage(text: string): void } }).Guichet.sendMessage(text);
    }, MESSAGE);
    await made.choice.waitFor();
    expect(await made.field.inputValue()).toBe(MESSAGE);
    expect(await made.page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await made.choice.getByRole('button', { name: 'Send anyway' }).click();
    await expect.poll(() => sentTexts(made)).toEqual([MESSAGE]);
    await made.context.close();
  });
});

describe('a page with a strict content security policy', () => {
  it.each([
    ['that names the server', (server: string) => `script-src ${server} 'nonce-abc'`],
    ['that trusts what a trusted script loads', () => `script-src 'nonce-abc' 'strict-dynamic'`],
    ['of nonces alone', () => `script-src 'nonce-abc'`],
    [
      'that wants Trusted Types',
      (server: string) => `script-src ${server}; require-trusted-types-for 'script'; trusted-types guichet`,
    ],
  ])('%s: the warning comes', async (_, policyFor) => {
    const server = stage.network.url;
    const strict = await startShopWithPolicy(`default-src 'none'; ${policyFor(server)}; connect-src ${server}`, server);
    const { page, context } = await stage.visit({ shopUrl: strict.url });
    const chat = new Chat(page);
    await chat.open();
    await chat.ask(MESSAGE);
    await page.locator('[part~=composer]').getByRole('group').waitFor();
    await context.close();
    await strict.close();
  });
});
