/** An operator's journey through the console, in a real browser: in by a link, another key, the right key, guidance. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { en as problems } from '@guichet/contract/problem-text/en';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAdminSessions } from '../packages/server/src/admin/admin-sessions.ts';
import { openSqlite } from '../packages/server/src/storage/open-sqlite.ts';
import { createSqlAdminRecords } from '../packages/server/src/storage/sql-admin-records.ts';
import {
  startTestGuichet,
  type TestGuichet,
  type TestGuichetOptions,
} from '../packages/server/src/testing/start-test-guichet.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/expect-accessible.ts';
import { openBrowser } from './support/open-browser.ts';

const ACCOUNT = { email: 'svc@example.com', password: 'svc-password-1' };

let browser: Browser;
let test: TestGuichet;
let context: BrowserContext;
let page: Page;
/** What the browser complained about: a refusal by the page's own policy would be here. */
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(() => open());
afterEach(async () => {
  await context.close();
  await test.close();
});

async function open(options: TestGuichetOptions = {}, locale = 'en-GB'): Promise<void> {
  test = await startTestGuichet(options);
  await openPage(locale);
}

async function openPage(locale: string, width = 1280): Promise<void> {
  context = await browser.newContext({ locale, viewport: { width, height: 900 } });
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) complaints.push(message.text());
  });
}

async function reopen(options: TestGuichetOptions, locale = 'en-GB'): Promise<void> {
  await context.close();
  await test.close();
  await open(options, locale);
}

/** What `npx guichet admin link` does, on the same data, beside the running server. */
async function newLink(): Promise<string> {
  const database = openSqlite(path.join(test.dataDir, 'guichet.db'));
  const link = await createAdminSessions(createSqlAdminRecords(database)).createLink();
  await database.destroy();
  return link;
}

async function signIn(): Promise<void> {
  await page.goto(`${test.guichet.url}/console/keys#link=${await newLink()}`);
  await page.locator('.card').waitFor();
}

const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
/** On the page itself; the announcer says many of these sentences a second time. */
const said = (text: string): Locator => page.locator('main').getByText(text);
const state = (): Locator => page.locator('.state-what');

async function lend(password = ACCOUNT.password): Promise<void> {
  await page.getByLabel('Email in Open WebUI').fill(ACCOUNT.email);
  await page.getByLabel('Password in Open WebUI').fill(password);
  await button('Sign in and find the key').click();
}

/** Everywhere a page could keep something: what it shows, what fields hold, storage, address, history. */
async function everythingKept(): Promise<string> {
  return page.evaluate(async () => {
    const fields = [...document.querySelectorAll('input')].map((input) => input.value);
    const databases = await indexedDB.databases();
    return JSON.stringify([
      document.documentElement.outerHTML,
      fields,
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      window.location.href,
      window.history.state,
      databases,
    ]);
  });
}

async function expectNothingKept(...secrets: string[]): Promise<void> {
  const kept = await everythingKept();
  for (const secret of secrets) expect(kept.includes(secret), 'a secret stays in the page').toBe(false);
}

describe('signing in', () => {
  it('takes a link once, and leaves it neither in the address nor in the history', async () => {
    const link = await newLink();
    await page.goto(`${test.guichet.url}/console/keys#link=${link}`);
    await page.locator('.card').waitFor();
    await expect.poll(() => page.title()).toBe('Keys · Guichet');
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/console/keys');
    await expectNothingKept(link);
    await page.reload();
    await page.locator('.card').waitFor();

    await button('Sign out').click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto(`${test.guichet.url}/console/#link=${link}`);
    await expect.poll(() => page.locator('.notice.fail').innerText()).toContain(problems['link-invalid']);
    expect(await page.locator('.reference code').innerText()).toMatch(/^\w{4}-\w{4}$/);
    expect(complaints).toEqual([]);
  });

  it('takes a pasted link, and says what is none', async () => {
    await page.goto(`${test.guichet.url}/console/keys`);
    await page.getByLabel('Sign-in link').fill('hello');
    await page.keyboard.press('Enter');
    await said('This is not a sign-in link.').waitFor();
    await page.getByLabel('Sign-in link').fill(`${test.guichet.url}/console/#link=${await newLink()}`);
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor();
  });

  it('asks for a new link when the session ends in the middle of something', async () => {
    await signIn();
    // A section that is fetched later asks as well, and would tell of the end before the button does.
    await page.waitForLoadState('networkidle');
    await context.clearCookies();
    await button('Check again').click();
    await said('You have been signed out.').waitFor();
  });
});

describe('another key', () => {
  it('is recognised while it is typed, tried, and used from then on', async () => {
    await signIn();
    const key = test.practice.state.makeKey(test.practice.state.addAccount());
    const field = page.getByLabel('New key');
    await field.fill(`OPENWEBUI_API_KEY="${key}"`);
    await said('This looks like an Open WebUI API key.').waitFor();
    expect(await field.getAttribute('type')).toBe('text');
    await field.blur();
    expect(await field.getAttribute('type')).toBe('password');
    await button('Test and use it').click();
    const notice = page.locator('.notice.ok');
    await expect.poll(() => notice.innerText()).toContain(`API key ending in ${key.slice(-2)}`);
    expect(await notice.innerText()).toContain('from the environment');
    expect(await state().innerText()).toContain('Open WebUI accepts this key.');
    expect(await page.locator('.overrides').innerText()).toContain('OPENWEBUI_API_KEY');
    await expectNothingKept(key);

    await button('Remove this key').click();
    await page.getByRole('dialog').getByText('deletes its copy').waitFor();
    await button('Remove the key').click();
    await expect.poll(() => page.locator('.card .notice').innerText()).toContain('from the environment');
    expect(await said('was replaced').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('is not taken when Open WebUI refuses it: the cause is said and the old one stays', async () => {
    await signIn();
    await page.getByLabel('New key').fill(`sk-${crypto.randomUUID().replaceAll('-', '')}`);
    await button('Test and use it').click();
    const notice = page.locator('.notice.fail');
    await expect.poll(() => notice.innerText()).toContain('Open WebUI does not know this key.');
    expect(await notice.innerText()).toMatch(/Reference \w{4}-\w{4}/);
    expect(await state().innerText()).toContain('Open WebUI accepts this key.');
  });

  it('is told from a provider’s before anything is sent', async () => {
    await signIn();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    await page.getByLabel('New key').fill(`sk-proj-${'a1B2c3D4'.repeat(8)}`);
    await said('This is an OpenAI API key.').waitFor();
    expect(requests.filter((request) => !request.startsWith('GET'))).toEqual([]);
  });
});

describe('the right key', () => {
  it('is fetched with one sign-in that is kept nowhere', async () => {
    const key = test.practice.state.makeKey(test.practice.state.addAccount(ACCOUNT));
    await signIn();
    await lend('wrong-password');
    await page.locator('#exchange .notice').getByText('Wrong email or password for Open WebUI').waitFor();
    await lend();
    await said('The account already had a key.').waitFor();
    expect(await page.locator('.facts').innerText()).toContain(`ending in ${key.slice(-2)}`);
    await expectNothingKept(ACCOUNT.password, 'wrong-password', key);
    const stored = Buffer.concat(readdirSync(test.dataDir).map((file) => readFileSync(path.join(test.dataDir, file))));
    expect(stored.includes(ACCOUNT.password)).toBe(false);
  });

  it('is made only after asking, with a session token as well', async () => {
    const token = test.practice.state.makeSessionToken(test.practice.state.addAccount(ACCOUNT));
    await signIn();
    await page.getByLabel('New key').fill(token);
    await button('Exchange it for an API key').click();
    await said('This account has no key yet').waitFor();
    await button('Create a key and use it').click();
    await said('Guichet created the key').waitFor();
    await expectNothingKept(token, token.slice(0, 60));
  });

  it('comes after the switch that is off: its place, who flips it, and another look', async () => {
    test.practice.state.addAccount(ACCOUNT);
    test.practice.state.set('ENABLE_API_KEYS', false);
    await signIn();
    await lend();
    const path = page.locator('#exchange').getByRole('list', { name: 'Menu path' });
    await path.waitFor();
    expect(await path.getByRole('listitem').allInnerTexts()).toEqual([
      'Settings',
      'Admin',
      'Authentication',
      'User Access',
      'API Keys',
      'Save',
    ]);
    await said('An administrator of Open WebUI can change this:').waitFor();
    await expectAccessible(page);
    await button('Français').click();
    await expect
      .poll(() => page.locator('#exchange').getByRole('list', { name: 'Chemin dans les menus' }).innerText())
      .toContain('Clés API');
    await button('English').click();
    await expect.poll(() => path.innerText()).toContain('User Access');
    test.practice.state.set('ENABLE_API_KEYS', true);
    await page.locator('#exchange').getByRole('button', { name: 'Check again' }).click();
    await said('This account has no key yet').waitFor();
  });

  it('asks for the code of a second step instead of calling the password wrong', async () => {
    const account = test.practice.state.addAccount(ACCOUNT);
    test.practice.state.set('ENABLE_MFA', true);
    const manualKey = await enrol();
    await signIn();
    await lend();
    await page.getByRole('heading', { name: 'Second factor' }).waitFor();
    await page.getByLabel('Code from the authenticator app').fill('000000');
    await button('Continue').click();
    await said('This code is wrong').waitFor();
    const code = await freshCode(manualKey);
    await page.getByLabel('Code from the authenticator app').fill(code);
    await button('Continue').click();
    await said('This account has no key yet').waitFor();
    await expectNothingKept(ACCOUNT.password, code);
    expect(account.email).toBe(ACCOUNT.email);
  });

  it('is not taken from an administrator without a word', async () => {
    await signIn();
    await page.getByLabel('Email in Open WebUI').fill('admin@example.com');
    await page.getByLabel('Password in Open WebUI').fill('admin-password');
    await button('Sign in and find the key').click();
    await page.getByRole('heading', { name: 'This is an administrator’s account' }).waitFor();
    expect(await page.locator('.facts').innerText()).toContain('OPENWEBUI_API_KEY');
  });
});

/** Gives the account an authenticator, as its owner would in Open WebUI. */
async function enrol(): Promise<string> {
  const ask = async (place: string, body: object): Promise<Record<string, string>> => {
    const response = await fetch(`${test.practice.url}/api/v1/auths/${place}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, string>;
  };
  const { challenge_token } = await ask('signin', ACCOUNT);
  const { manual_key = '' } = await ask('mfa/enroll/start', { challenge_token });
  await ask('mfa/enroll/confirm', { challenge_token, code: test.practice.state.oneTimeCode(manual_key) });
  usedCode = test.practice.state.oneTimeCode(manual_key);
  return manual_key;
}

let usedCode = '';

/** A code works once; the authenticator shows the next one within half a minute. */
async function freshCode(manualKey: string): Promise<string> {
  await expect
    .poll(() => test.practice.state.oneTimeCode(manualKey) !== usedCode, { timeout: 35_000, interval: 500 })
    .toBe(true);
  return test.practice.state.oneTimeCode(manualKey);
}

describe('every page', () => {
  it.each(['en-GB', 'fr-FR'])('has nothing that axe would complain of, at 1280 and 320 px (%s)', async (locale) => {
    for (const width of [1280, 320]) {
      await context.close();
      await openPage(locale, width);
      await page.goto(`${test.guichet.url}/console/`);
      await page.locator('h1').waitFor();
      expect(await page.getAttribute('html', 'lang')).toBe(locale.slice(0, 2));
      await expectAccessible(page);
      await signIn();
      await page.locator('#new-key').fill(`sk-proj-${'a1B2c3D4'.repeat(8)}`);
      await page.locator('section[aria-labelledby=replace-heading] .button.main').click();
      await page.locator('.notice.fail').waitFor();
      await expectAccessible(page);
    }
    expect(complaints).toEqual([]);
  });

  it('works at twice the size of text', async () => {
    await signIn();
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await expectNoSidewaysScroll(page);
  });

  it('remembers the language that was chosen, and nothing else', async () => {
    await signIn();
    await button('Français').click();
    await page.getByRole('heading', { name: 'Clés' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Clés' }).waitFor();
    expect(await page.title()).toBe('Clés · Guichet');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['guichet-console-language']);
  });

  it('explains practice mode and what to do', async () => {
    await reopen({ environment: { OPENWEBUI_URL: '', OPENWEBUI_API_KEY: '' } }, 'fr-FR');
    await signIn();
    expect(await state().innerText()).toContain('Les réponses viennent du serveur d’essai.');
    expect(await page.getByRole('link', { name: 'Le relier pas à pas' }).getAttribute('href')).toBe('/console/set-up');
    await said('Ou par le fichier .env').click();
    await said('OPENWEBUI_URL=').waitFor();
    await expectAccessible(page);
  });
});
