/** "Set up for me" in a real browser: planned, done, looked at, restricted, taken back; and renewal where keys stay off. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ConsoleStage, type ConsoleStageOptions } from './support/console-stage.ts';
import { openBrowser } from './support/open-browser.ts';

const ADMIN = { email: 'admin@example.com', password: 'admin-password' };
const FRESH: ConsoleStageOptions = { practice: { fresh: true }, environment: { OPENWEBUI_API_KEY: '' } };

let browser: Browser;
let stage: ConsoleStage;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
afterEach(() => stage?.close());

const button = (section: string, name: string | RegExp): Locator =>
  stage.section(section).getByRole('button', { name, exact: typeof name === 'string' });
const heading = (section: string, name: string): Locator => stage.section(section).getByRole('heading', { name });
const state = (): Locator => stage.section('content').locator('section .state-what').first();
const stepStates = (): Promise<string[]> => stage.section('set-up').locator('.set-up-state').allInnerTexts();

async function lend(section: string, submit: string, password = ADMIN.password): Promise<void> {
  const part = stage.section(section);
  await part.getByLabel('Email of an administrator').fill(ADMIN.email);
  await part.getByLabel('Password of this administrator').fill(password);
  await button(section, submit).click();
}

async function planned(): Promise<void> {
  await button('set-up', 'Set it up…').click();
  await lend('set-up', 'Sign in and show the steps');
  await heading('set-up', 'What Guichet will do').waitFor();
}

async function confirm(name: string): Promise<void> {
  await stage.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

describe('set up for me', () => {
  it('shows every step before and after, says what the key reaches, restricts it, and takes everything back', async () => {
    stage = await ConsoleStage.open(browser, FRESH);
    const { practice } = stage.guichet;
    const before = practice.state.snapshot();
    await button('set-up', 'Set it up…').click();
    await lend('set-up', 'Sign in and show the steps', 'wrong-password');
    await stage.section('set-up').locator('.notice.fail').waitFor();
    await lend('set-up', 'Sign in and show the steps');
    await heading('set-up', 'What Guichet will do').waitFor();
    expect(new Set(await stepStates())).toEqual(new Set(['To do']));
    expect(practice.state.snapshot()).toBe(before);
    await stage.expectAccessible();

    await button('set-up', 'Do this').click();
    await heading('set-up', 'Open WebUI is set up').waitFor();
    expect(new Set(await stepStates())).toEqual(new Set(['Done']));
    expect(await state().innerText()).toContain('Open WebUI accepts this key.');
    expect(await stage.page.evaluate(() => document.activeElement?.textContent)).toBe('Open WebUI is set up');
    await stage.page.getByText('Set-up, API key: done.').waitFor();
    await stage.expectAccessible();
    await stage.expectNothingKept(ADMIN.password);

    await button('reach', 'Test what it can reach').click();
    await stage.section('reach').getByText('of access that Guichet does not need').waitFor();
    const words = await stage.section('reach').locator('.finding-state').allInnerTexts();
    expect(words).toEqual([...words].sort((a, b) => Number(a === 'Closed') - Number(b === 'Closed')));
    await stage.section('reach').getByText('Proof').first().click();
    expect(await stage.section('reach').getByText('GET /api/v1/users/search').isVisible()).toBe(true);
    await stage.expectAccessible();
    await button('reach', 'Let Guichet restrict keys…').click();
    await heading('reach', 'This affects everyone’s keys').waitFor();
    await stage.expectAccessible();
    await button('reach', 'Restrict everyone’s keys').click();
    await stage.section('reach').getByText('reaches only what Guichet needs').waitFor();
    await button('reach', 'Undo the restriction').click();
    await stage.section('reach').getByText('of access that Guichet does not need').waitFor();

    await button('set-up', 'Undo everything…').click();
    await stage.page.getByRole('dialog').getByText('Every API key of this Open WebUI then stops').waitFor();
    await stage.expectAccessible();
    await confirm('Undo everything');
    await heading('set-up', 'Everything is undone').waitFor();
    expect(new Set(await stepStates())).toEqual(new Set(['Undone']));
    await expect.poll(() => state().innerText()).toContain('Guichet has no key');
    await stage.expectNothingKept(ADMIN.password);
    expect(stage.complaints).toEqual([]);
  });

  it('can be looked at again and taken back later, with a sign-in of its own', async () => {
    stage = await ConsoleStage.open(browser, FRESH);
    await planned();
    await button('set-up', 'Do this').click();
    await heading('set-up', 'Open WebUI is set up').waitFor();
    await stage.page.reload();
    await stage.section('set-up').getByText('Guichet started to set up this Open WebUI').waitFor();
    await button('set-up', 'Review the set-up…').click();
    await lend('set-up', 'Sign in and show the steps');
    await stage.section('set-up').getByText('Everything else is already in place.').waitFor();
    expect(await stepStates()).toContain('Already there');
    await stage.page.reload();
    await button('set-up', 'Undo everything…').click();
    await confirm('Undo everything');
    await lend('set-up', 'Sign in and undo everything');
    await heading('set-up', 'Everything is undone').waitFor();
  });

  it('asks about what is there already, and says what cannot be done before anything is changed', async () => {
    stage = await ConsoleStage.open(browser, FRESH);
    const { practice } = stage.guichet;
    await makeGroup('Guichet');
    await planned();
    const use = stage.section('set-up').getByLabel(/^Use it\./);
    await use.waitFor();
    expect(await button('set-up', 'Do this').count()).toBe(0);
    await button('set-up', 'Use these answers').click();
    await stage.section('set-up').getByText('Answer every question first').waitFor();
    await stage.expectAccessible();
    await stage.section('set-up').getByLabel('Keep it and create another one.').check();
    await button('set-up', 'Use these answers').click();
    await button('set-up', 'Do this').waitFor();

    const before = practice.state.snapshot();
    await stage.section('set-up').getByText('Use another model').click();
    await stage.section('set-up').getByLabel('Model ID').fill('nope');
    await button('set-up', 'Show the new steps').click();
    await stage.section('set-up').getByText('This Open WebUI does not have this model').waitFor();
    await stage.expectAccessible();
    expect(await button('set-up', 'Do this').count()).toBe(0);
    expect(practice.state.snapshot()).toBe(before);
  });

  it('says in which step it stopped, and goes on from there', async () => {
    stage = await ConsoleStage.open(browser, FRESH);
    await planned();
    // The server goes on by itself when nobody reads any more.
    await stage.page.route('**/provision/run', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await button('set-up', 'Do this').click();
    await heading('set-up', 'The set-up stopped halfway').waitFor();
    await stage.section('set-up').getByText('It may still be working').waitFor();
    await stage.expectAccessible();
    await button('set-up', 'Check what is left and continue').click();
    await stage.section('set-up').getByText('Everything else is already in place.').waitFor();
  });

  it.each([
    ['fr-FR', 320],
    ['en-GB', 320],
  ])('speaks %s and fits into %d px, also with large text and after a change of language', async (locale, width) => {
    stage = await ConsoleStage.open(browser, { ...FRESH, locale, width });
    const { page } = stage;
    if (locale === 'fr-FR') await page.getByRole('button', { name: 'English' }).click();
    await planned();
    await page.getByRole('button', { name: 'Français' }).click();
    await stage.section('set-up').getByText('Créer le groupe Guichet').waitFor();
    await stage.expectAccessible();
    await button('set-up', 'Appliquer ces étapes').click();
    await heading('set-up', 'Open WebUI est en place').waitFor();
    await button('reach', 'Essayer ce qu’elle atteint').click();
    await stage.section('reach').locator('.findings').waitFor();
    await stage.expectAccessible();
    await page.getByRole('button', { name: 'English' }).click();
    await stage.section('reach').getByText('List every account').first().waitFor();
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await stage.expectAccessible();
  });
});

/** A group that somebody else made under the same name. */
async function makeGroup(name: string): Promise<void> {
  const { practice } = stage.guichet;
  const response = await fetch(`${practice.url}/api/v1/groups/create`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${practice.state.makeSessionToken(practice.state.administrator)}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ name, description: '' }),
  });
  expect(response.status).toBe(200);
}

describe('renewal', () => {
  it('is offered where keys are off, keeps its password sealed, and is switched off again', async () => {
    stage = await ConsoleStage.open(browser, FRESH);
    const account = { email: 'svc@example.com', password: 'svc-password-1' };
    stage.guichet.practice.state.addAccount(account);
    expect(await stage.section('renewal').count()).toBe(0);
    const exchange = stage.section('exchange');
    await exchange.getByLabel('Email in Open WebUI').fill(account.email);
    await exchange.getByLabel('Password in Open WebUI').fill(account.password);
    await button('exchange', 'Sign in and find the key').click();
    await heading('exchange', 'Open WebUI does not allow a key yet').waitFor();

    const renewal = stage.section('renewal');
    await renewal.getByText('password, encrypted').waitFor();
    await stage.expectAccessible();
    await renewal.getByLabel('Email of the service account').fill(account.email);
    await renewal.getByLabel('Password of the service account').fill('wrong-password');
    await button('renewal', 'Test it and switch renewal on').click();
    await renewal.getByText('Renewal was not switched on.').waitFor();
    await renewal.getByText('Wrong email or password for Open WebUI').waitFor();
    await renewal.getByLabel('Password of the service account').fill(account.password);
    await button('renewal', 'Test it and switch renewal on').click();
    await renewal.getByText('Renewal is on').waitFor();
    expect(await state().innerText()).toContain('Open WebUI accepts this session token.');
    await stage.expectAccessible();
    await stage.expectNothingKept(account.password, 'wrong-password');

    await stage.page.reload();
    await renewal.getByText('Renewal is on').waitFor();
    await button('renewal', 'Switch renewal off…').click();
    await confirm('Switch renewal off');
    await renewal.getByText('Renewal is off').waitFor();
    await stage.page.getByText('Renewal was switched off, and the account’s password was deleted.').waitFor();
    expect(stage.complaints).toEqual([]);
  });
});
