/** The page of the diagnosis in a real browser, before a Guichet whose Open WebUI goes wrong in one way or another. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MENDS } from '../packages/console/src/pages/diagnosis/mend-actions.ts';
import { createAdminSessions } from '../packages/server/src/admin/admin-sessions.ts';
import { openSqlite } from '../packages/server/src/storage/open-sqlite.ts';
import { createSqlAdminRecords } from '../packages/server/src/storage/sql-admin-records.ts';
import { damageDatabase } from '../packages/server/src/testing/damage-database.ts';
import { VisitorClient } from '../packages/server/src/testing/visitor-client.ts';
import { ConsoleStage, type ConsoleStageOptions } from './support/console-stage.ts';
import { startNetwork } from './support/network.ts';
import { openBrowser } from './support/open-browser.ts';

const UNKNOWN_KEY = 'sk-3f2b8c1e5d4a4b6c8e7f9a0b1c2d3e4f';

let browser: Browser;
let stage: ConsoleStage;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
afterEach(async () => {
  expect(stage.complaints).toEqual([]);
  await stage.close();
});

async function open(options: ConsoleStageOptions = {}): Promise<void> {
  stage = await ConsoleStage.open(browser, options);
  page = stage.page;
}

async function diagnose(query = ''): Promise<void> {
  await page.goto(`${stage.guichet.guichet.url}/diagnostic${query}`);
  await over();
}

/** The report to share is there once everything was looked at. */
const over = () => page.locator('#share').waitFor({ timeout: 30_000 });
const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const finding = (title: string): Locator => page.locator('.report-finding').filter({ hasText: title });
const outcome = () => page.locator('.outcome-card .state-what').innerText();
const broken = () => page.locator('.chain .broken').innerText();

describe('a key that Open WebUI does not know', () => {
  it.each([
    ['en-GB', 1280, 'Open WebUI does not know this key.', 'Diagnosis: 1 problem · Guichet', 'broken here'],
    ['en-GB', 320, 'Open WebUI does not know this key.', 'Diagnosis: 1 problem · Guichet', 'broken here'],
    ['fr-FR', 1280, 'Open WebUI ne connaît pas cette clé.', 'Diagnostic\u202f: 1 problème · Guichet', 'en panne'],
    ['fr-FR', 320, 'Open WebUI ne connaît pas cette clé.', 'Diagnostic\u202f: 1 problème · Guichet', 'en panne'],
  ])('is said first, in %s at %i px, where the chain is broken', async (locale, width, title, windowTitle, word) => {
    await open({ locale, width, environment: { OPENWEBUI_API_KEY: UNKNOWN_KEY } });
    await diagnose();
    expect(await outcome()).toContain(title);
    expect(await page.title()).toBe(windowTitle);
    expect(await broken()).toContain(word);
    expect(await page.locator('.report-finding h3').first().innerText()).toBe(title);
    const first = finding(title).first();
    expect(await first.locator('.instructions > li').count()).toBeGreaterThan(1);
    expect(await first.locator('.breadcrumbs').first().locator('li').count()).toBeGreaterThan(2);
    await stage.expectAccessible();
    await first.locator('.proof summary').click();
    await page.locator('.rest > summary').click();
    for (const fold of await page.locator('.what-to-do:not([open]) > summary').all()) await fold.click();
    await stage.expectAccessible();
    await stage.expectNothingKept(UNKNOWN_KEY);
  });

  it('is mended in the place where the page leads, and what was stands beside what is', async () => {
    await open({ environment: { OPENWEBUI_API_KEY: UNKNOWN_KEY } });
    await diagnose();
    await page.getByRole('link', { name: 'Get a key that does not expire' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('exchange-heading');
    await page.goBack();
    await over();
    await page.getByRole('link', { name: 'Enter another key' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('replace-heading');
    await page.getByLabel('New key').fill(stage.guichet.credential);
    await button('Test and use it').click();
    await page.locator('.notice.ok').waitFor();
    expect(await page.locator('.way-back').innerText()).toContain('Open WebUI does not know this key.');
    await stage.expectAccessible();
    await page.getByRole('link', { name: 'Check if it is fixed' }).click();
    await over();
    expect(await outcome()).toContain('Your visitors get answers.');
    const mended = finding('Open WebUI knows the key.');
    expect(await mended.innerText()).toMatch(/Fixed[\s\S]*Before[\s\S]*does not know this key[\s\S]*Now/);
  });
});

describe('what Guichet can mend', () => {
  it('begins with the set-up as long as there is no Open WebUI', async () => {
    await open({ environment: { OPENWEBUI_URL: '', OPENWEBUI_API_KEY: '' } });
    await diagnose();
    expect(await page.locator('.report-finding.fail').count()).toBeGreaterThan(1);
    for (const link of await page.locator('.report-finding.fail a.button').all()) {
      expect(await link.getAttribute('href')).toBe(MENDS.wizard);
    }
    await page.locator('.report-finding.fail a.button').first().click();
    await page.locator('.way-back').waitFor();
    await expect.poll(() => page.title()).toContain('Set-up');
    await stage.expectAccessible();
  });

  it.each(Object.entries(MENDS).filter(([, place]) => place.includes('#')))(
    '%s: its place is there',
    async (_, place) => {
      await open();
      await page.goto('about:blank');
      await page.goto(`${stage.guichet.guichet.url}${place}`);
      const id = place.slice(place.indexOf('#') + 1);
      await expect
        .poll(() => page.evaluate((wanted) => document.activeElement?.closest(`#${wanted}`)?.id, id), {
          timeout: 10_000,
        })
        .toBe(id);
    },
  );
});

describe('a model that does not answer', () => {
  it.each([
    ['en-GB', 1280],
    ['fr-FR', 320],
  ])('is replaced in the finding itself (%s, %i px)', async (locale, width) => {
    await open({ locale, width, model: 'err401' });
    await diagnose();
    expect(await broken()).toMatch(/broken here|en panne/);
    const first = page.locator('.report-finding.fail').first();
    const choose = locale === 'en-GB' ? 'Choose another model' : 'Choisir un autre modèle';
    await first.getByRole('button', { name: choose }).click();
    const select = first.locator('select');
    await select.waitFor();
    expect(await select.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await select.locator('option').allInnerTexts()).not.toContain('err401');
    await stage.expectAccessible();
    await select.selectOption('echo');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(outcome, { timeout: 20_000 }).toMatch(/get answers|obtiennent des réponses/);
    expect(await page.locator('.report-finding.ok').first().innerText()).toMatch(
      /now come from echo|désormais de echo/,
    );
    await stage.expectAccessible();
  });
});

describe('looking at one thing again', () => {
  it('shows what was and what is, and looks at what lay behind it', async () => {
    await open();
    stage.guichet.practice.state.set('ENABLE_API_KEYS', false);
    await diagnose();
    const title = await page.locator('.report-finding.fail h3').first().innerText();
    const again = page.locator('.report-finding.fail').first().getByRole('button', { name: 'Check again' });
    await again.click();
    await page.getByText('Nothing has changed.').waitFor();
    expect(await again.evaluate((element) => element === document.activeElement)).toBe(true);
    stage.guichet.practice.state.set('ENABLE_API_KEYS', true);
    await again.click();
    await expect.poll(outcome, { timeout: 20_000 }).toContain('Your visitors get answers.');
    const change = page.locator('.change').first();
    expect(await change.innerText()).toContain(title);
    // The button is gone with what it was about.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H3');
    expect(await page.locator('[role=status]').innerText()).not.toBe('');
    await stage.expectAccessible();
  });
});

describe('while it is looking', () => {
  it('shows what is known, what is still awaited, and what takes long', async () => {
    await open({ model: 'hang' });
    await page.goto(`${stage.guichet.guichet.url}/diagnostic`);
    await page.getByText('No answer for two seconds').first().waitFor({ timeout: 20_000 });
    expect(await page.locator('.still-awaited').innerText()).toContain('Answer');
    expect(await page.locator('.run-progress').innerText()).toMatch(/Checks: \d+ of \d+/);
    await stage.expectAccessible();
    await over();
    expect(await page.locator('.report-finding.fail').first().innerText()).toContain('Choose another model');
  });

  it('shows what was known before, and from when it is', async () => {
    await open({ environment: { OPENWEBUI_API_KEY: UNKNOWN_KEY } });
    await diagnose();
    const held = Promise.withResolvers<void>();
    await page.route('**/admin/api/diagnosis', async (route) => {
      if (route.request().method() === 'POST') await held.promise;
      await route.continue();
    });
    await page.reload();
    await page.getByText(/Found at .*Guichet is checking again/).waitFor();
    expect(await page.locator('.report-finding.stale').first().innerText()).toMatch(/As of/);
    expect(await outcome()).toContain('Open WebUI does not know this key.');
    held.resolve();
    await over();
    expect(await page.locator('.stale').count()).toBe(0);
  });

  it('hands over how answers reach this browser', async () => {
    await open();
    const asked = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/diagnosis'));
    await page.goto(`${stage.guichet.guichet.url}/diagnostic`);
    const { browserTicks } = (await asked).postDataJSON() as { browserTicks: { arrivals: number[] } };
    expect(browserTicks.arrivals).toHaveLength(10);
    await over();
  });

  it('keeps what it had seen when the server goes away', async () => {
    await open({ model: 'hang' });
    const network = await startNetwork(stage.guichet.guichet.url);
    try {
      // The sign-in belongs to the host's name, whatever the port.
      await page.goto(`${network.url.replace('127.0.0.1', 'localhost')}/diagnostic`);
      await page.locator('.still-awaited').waitFor();
      network.cut();
      await page.locator('main').getByText('The diagnosis stopped early.').waitFor();
      expect(await page.locator('.rest > summary').innerText()).toMatch(/\d+ OK/);
      expect(await page.locator('main').innerText()).toContain('npx guichet doctor');
    } finally {
      await network.close();
    }
  });
});

describe('a visitor’s reference', () => {
  async function reference(): Promise<string> {
    const visitor = await VisitorClient.arrive(stage.guichet.guichet.url);
    const { end } = await visitor.ask(await visitor.newConversation(), 'a question');
    return String(end.data.ref);
  }

  it('opens the finding that it came from', async () => {
    await open();
    stage.guichet.practice.state.revokeKey(stage.guichet.account);
    const ref = await reference();
    await diagnose(`?ref=${ref}`);
    const notice = page.locator('main > .notice.info');
    expect(await notice.innerText()).toContain(ref);
    await notice.getByRole('link', { name: 'Open WebUI does not know this key.' }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Open WebUI does not know this key.');
    await stage.expectAccessible();
  });

  it('is looked up by hand, and says what is mended since, or that nobody knows it', async () => {
    await open({ locale: 'fr-FR' });
    stage.guichet.practice.state.set('ENABLE_API_KEYS', false);
    const ref = await reference();
    stage.guichet.practice.state.set('ENABLE_API_KEYS', true);
    await diagnose();
    const section = page.locator('#reference');
    await section.getByLabel('Référence').fill(ref.toLowerCase().replace('-', ' '));
    await page.keyboard.press('Enter');
    await section.getByText('Le problème est réparé').waitFor();
    await section.getByLabel('Référence').fill('2222-3333');
    await page.keyboard.press('Enter');
    await section.getByText('Guichet ne connaît pas la référence 2222-3333.').waitFor();
    await stage.expectAccessible();
  });
});

describe('the report for others', () => {
  it('is copied and saved, and holds neither key nor address', async () => {
    await open({ environment: { OPENWEBUI_API_KEY: UNKNOWN_KEY } });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await diagnose();
    await button('Copy the report').click();
    await page.locator('[role=status]').getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('key-unknown');
    const { host } = new URL(stage.guichet.practice.url);
    for (const secret of [UNKNOWN_KEY, host, new URL(stage.guichet.guichet.url).host])
      expect(copied).not.toContain(secret);
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save as a file' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^guichet-\d{4}-\d{2}-\d{2}\.md$/);
    expect(readFileSync(await saved.path(), 'utf8')).toBe(copied);
  });
});

describe('nobody signed in', () => {
  it('says what this page is and how to get in, and comes back to it', async () => {
    await open();
    await page.context().clearCookies();
    await page.goto(`${stage.guichet.guichet.url}/diagnostic`);
    await page.getByText('The diagnosis shows why visitors get no answers').waitFor();
    expect(await page.locator('main').innerText()).toContain('npx guichet admin link');
    await stage.expectAccessible();
    const database = openSqlite(path.join(stage.guichet.dataDir, 'guichet.db'));
    const link = await createAdminSessions(createSqlAdminRecords(database)).createLink();
    await database.destroy();
    await page.getByLabel('Sign-in link').fill(`${stage.guichet.guichet.url}/console/#link=${link}`);
    await page.keyboard.press('Enter');
    await over();
    expect(new URL(page.url()).pathname).toBe('/diagnostic');
  });

  it.each([
    ['en-GB', 'Guichet’s server is running. It cannot serve visitors:'],
    ['fr-FR', 'Le serveur de Guichet fonctionne. Il ne peut pas servir les visiteurs\u202f:'],
  ])('says what can be told when the storage is dead (%s)', async (locale, known) => {
    await open({ locale });
    damageDatabase(stage.guichet.dataDir);
    await page.goto(`${stage.guichet.guichet.url}/diagnostic`);
    await page.getByText(known).waitFor();
    expect(await page.locator('main').innerText()).toContain('npx guichet doctor');
    await stage.expectAccessible();
  });
});

describe('the language', () => {
  it('changes what the doctor said without another run', async () => {
    await open({ environment: { OPENWEBUI_API_KEY: UNKNOWN_KEY } });
    await diagnose();
    const runs: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') runs.push(request.url());
    });
    await button('Français').click();
    await expect.poll(outcome).toContain('Open WebUI ne connaît pas cette clé.');
    expect(runs).toEqual([]);
  });
});

it('has room for text of twice the size, and for nothing but the keyboard', async () => {
  await open({ environment: { OPENWEBUI_API_KEY: UNKNOWN_KEY } });
  await diagnose();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await stage.expectAccessible();
  const again = button('Check everything again');
  await again.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => again.getAttribute('aria-disabled'), { timeout: 20_000 }).toBe(null);
  expect(await again.evaluate((element) => element === document.activeElement)).toBe(true);
});
