/** What a site asks visitors before their first question: once, above the field, where the question waits; open and sealed. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../packages/server/src/testing/run-command.ts';
import { Chat, WALLS, type Wall } from './support/chat.ts';
import { expectNoViolations } from './support/expect-accessible.ts';
import { PageStage, type VisitOptions } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open({ model: 'echo' });
});
afterAll(() => stage?.close());

/** Where to leave pictures for people to look at; without it, none are taken. */
const PICTURES = process.env.GUICHET_E2E_PICTURES;

const ALL = ['ask-name=optional', 'ask-email=required', 'ask-consent=required'];
const WORDS = [
  'consent-version=2026-12',
  'consent.en=I agree that Example Ltd stores my messages for a year.',
  'consent.fr=J’accepte que la société Exemple conserve mes messages pendant un an.',
];

const site = async () =>
  (await fetch(`${stage.server}/v1/sites/default`, { headers: { Origin: stage.url } })).json() as Promise<{
    introduction?: Record<string, string>;
  }>;

async function set(...settings: string[]): Promise<void> {
  const { dataDir, practice } = stage.guichet;
  await runCommand(['site', 'set', '--site', 'default', ...settings], {
    GUICHET_DATA_DIR: dataDir,
    OPENWEBUI_URL: practice.url,
  });
  const wanted = Object.fromEntries(
    settings.flatMap((setting) => {
      const [name = '', value = ''] = setting.split('=');
      const field = name.replace('ask-', '').replace('consent-version', 'consentVersion');
      return name.includes('.') ? [] : [[field, value]];
    }),
  );
  await expect.poll(async () => (await site()).introduction, { timeout: 10_000 }).toMatchObject(wanted);
}

async function open(wall: Wall, options: VisitOptions = {}) {
  const line = wall === 'sealed' ? stage.line.replace('async', 'async data-frame') : stage.line;
  const { page, context, errors } = await stage.visit(`<h1>A shop</h1>${line}`, options);
  const asked: { method: string; path: string; body: unknown }[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/v1/') && !pathname.startsWith('/v1/sites/default'))
      asked.push({ method: request.method(), path: pathname, body: request.postDataJSON() });
  });
  const chat = new Chat(page, wall);
  await chat.open();
  return { page, context, errors, asked, ...(await seen(chat)) };
}

async function seen(chat: Chat) {
  await chat.inside.locator('.greeting').waitFor();
  const form = chat.inside.locator('.introduction');
  return {
    chat,
    form,
    field: chat.inside.locator('[part~=composer] textarea'),
    email: form.getByLabel('Email'),
    consent: form.getByRole('checkbox'),
    go: form.getByRole('button', { name: 'Continue' }),
  };
}

const kinds = (asked: { method: string; path: string }[]) =>
  asked.map(({ method, path }) => `${method} ${path.replace(/con_\w+/, '*')}`);

describe.each(WALLS)('in an %s chat, what the site asks', (wall) => {
  beforeEach(() => set(...ALL, ...WORDS));

  it('waits for the first question, keeps it, and lets it go with the answers; never asked twice', async () => {
    const { page, context, chat, form, field, email, consent, go, asked, errors } = await open(wall);
    expect(await form.count()).toBe(0);
    await chat.ask('How long does bread keep?');
    await form.waitFor();
    expect(kinds(asked)).toEqual([]);
    expect(await field.inputValue()).toBe('How long does bread keep?');
    expect(await chat.inside.locator('.log').isVisible()).toBe(true);
    expect(await chat.inside.locator('.ai-notice').isVisible()).toBe(true);
    await form.getByLabel('Name (optional)').fill('Ada');
    await email.fill('ada@example.com');
    await consent.check();
    await go.click();
    await chat.waitForStatus('complete');
    expect(await chat.transcript()).toEqual(['How long does bread keep?', 'You said: How long does bread keep?']);
    expect(kinds(asked)).toEqual([
      'PUT /v1/visitors/me',
      'POST /v1/conversations',
      'POST /v1/conversations/*/messages',
    ]);
    expect(asked[0]?.body).toEqual({
      name: 'Ada',
      email: 'ada@example.com',
      consent: { version: '2026-12', text: 'I agree that Example Ltd stores my messages for a year.' },
    });
    expect(await form.count()).toBe(0);
    expect(await field.inputValue()).toBe('');
    await page.reload();
    await expect.poll(() => chat.answers.count()).toBe(1);
    await chat.ask('And cake?');
    await expect.poll(() => chat.answers.count()).toBe(2);
    await chat.waitForStatus('complete');
    expect(await form.count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('says beside each field what is missing, to eyes and to screen readers, and is used by keyboard', async () => {
    const { page, context, chat, form, email, consent } = await open(wall);
    await chat.ask('Hello');
    await form.waitFor();
    const focused = () => chat.inside.locator(':focus').last().getAttribute('id');
    await expect.poll(focused).toBe('introduction-name');
    // Enter in the question’s own field, and in one of the form’s.
    await chat.inside.locator('[part~=composer] textarea').press('Enter');
    await expect.poll(focused).toBe('introduction-email');
    expect(await email.getAttribute('aria-invalid')).toBe('true');
    const describedBy = (await email.getAttribute('aria-describedby')) ?? '';
    expect(await form.locator(`#${describedBy}`).textContent()).toBe('Enter your email address.');
    const frame = page.frames().find((one) => one.url().includes('/chat/'));
    await expectNoViolations((frame ?? page) as Page, { fromShadowDom: ['guichet-chat', '.panel'] });
    await page.keyboard.type('ada');
    expect(await form.locator(`#${describedBy}`).textContent()).toBe(
      'Enter an email address such as name@example.com.',
    );
    await page.keyboard.type('@example.com');
    await expect.poll(() => form.locator(`#${describedBy}`).textContent()).toBe('');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('introduction-consent');
    expect(await form.locator('#introduction-consent-wrong').textContent()).toBe('Tick this box to continue.');
    await page.keyboard.press('Space');
    expect(await consent.isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await chat.waitForStatus('complete');
    await expect.poll(() => chat.inside.locator(':focus').last().getAttribute('class')).toBe('input');
    await context.close();
  });

  it('keeps what was typed when it cannot be saved, and when the language changes', async () => {
    const { page, context, chat, form, field, email, consent, go } = await open(wall);
    await chat.ask('Hello');
    await email.fill('ada@example.com');
    await consent.check();
    await page.route('**/v1/visitors/me', (route) => route.abort());
    await go.click();
    await form.getByRole('alert').filter({ hasText: 'That could not be saved.' }).waitFor();
    await page.evaluate("Guichet.setLocale('fr')");
    const inFrench = form.getByLabel('Adresse e-mail');
    await inFrench.waitFor();
    expect([await field.inputValue(), await inFrench.inputValue(), await consent.isChecked()]).toEqual([
      'Hello',
      'ada@example.com',
      true,
    ]);
    await page.unroute('**/v1/visitors/me');
    await form.getByRole('button', { name: 'Continuer' }).click();
    await chat.waitForStatus('complete');
    await context.close();
  });

  it('is asked again when its text has another version, also in the middle of a conversation, and only that', async () => {
    const { context, chat, form, field, email, consent, go } = await open(wall);
    await chat.ask('One');
    await email.fill('ada@example.com');
    await consent.check();
    await go.click();
    await chat.waitForStatus('complete');
    await set('consent-version=2027-01');
    await chat.ask('Two');
    await form.waitFor();
    expect(await field.inputValue()).toBe('Two');
    expect(await form.locator('input').count()).toBe(1);
    await consent.check();
    await go.click();
    await expect.poll(() => chat.transcript()).toEqual(['One', 'You said: One', 'Two', 'You said: Two']);
    await context.close();
  });
});

describe('what the site asks', () => {
  it('may be left out where it is optional, and is not asked again then', async () => {
    await set('ask-name=optional', 'ask-email=off', 'ask-consent=off');
    const { context, chat, form, go } = await open('open');
    await chat.ask('One');
    await go.click();
    await chat.waitForStatus('complete');
    await chat.ask('Two');
    await expect.poll(() => chat.answers.count()).toBe(2);
    expect(await form.count()).toBe(0);
    await context.close();
  });

  it('is demanded by the server where its piece cannot be had: a sentence, and the question can be copied', async () => {
    await set(...ALL);
    const { page, context, chat } = await stage.visit(stage.line);
    await page.route('**/introduction.js*', (route) => route.abort());
    await chat.open();
    await chat.inside.locator('.greeting').waitFor();
    await chat.ask('Hello');
    await chat.waitForStatus('failed');
    expect(await chat.answers.last().innerText()).toContain('This site asks you something before your first question.');
    expect(await chat.transcript()).toEqual(['Hello']);
    await context.close();
  });

  it('holds back what the page sends, and takes no focus from it', async () => {
    await set(...ALL);
    const { page, context, form, field, chat } = await open('open');
    await page.evaluate(() => {
      const own = document.createElement('input');
      document.body.append(own);
      own.focus();
      (window as unknown as { Guichet: { sendMessage(text: string): void } }).Guichet.sendMessage('From the page');
    });
    await form.waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    expect(await field.inputValue()).toBe('From the page');
    expect(await chat.questions.count()).toBe(0);
    await context.close();
  });

  it.each([
    ['en-GB', 1280, 'light'],
    ['fr-FR', 1280, 'dark'],
    ['en-GB', 390, 'dark'],
    ['fr-FR', 390, 'light'],
    ['ar', 390, 'light'],
  ] as const)('fits the panel: %s, %i, %s', async (locale, width, scheme) => {
    await set(...ALL, ...WORDS);
    const { page, context } = await stage.visit(`<h1>A shop</h1>${stage.line}`, { locale, width });
    await page.emulateMedia({ colorScheme: scheme });
    const chat = new Chat(page);
    await chat.open();
    await chat.inside.locator('.greeting').waitFor();
    await chat.ask('How long does bread keep?');
    const form = page.locator('.introduction');
    await form.waitFor();
    await form.locator('.go').click();
    await form.locator('.wrong:not(:empty)').first().waitFor();
    expect(await form.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
    const [panel, field] = await Promise.all([chat.panel.boundingBox(), page.locator('.field').boundingBox()]);
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual((panel?.y ?? 0) + (panel?.height ?? 0));
    expect(await page.locator('.log').evaluate((log) => log.clientHeight)).toBeGreaterThan(60);
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: `${PICTURES}/introduction-${locale}-${width}-${scheme}.png` });
    }
    await context.close();
  });
});
