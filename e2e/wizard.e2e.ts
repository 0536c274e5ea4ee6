/** From the link that a new instance prints, through every step of the set-up, to a first answer; and back in later. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { en as problems } from '@guichet/contract/problem-text/en';
import { type PracticeServer, startPractice } from '@guichet/openwebui/practice';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from './support/open-browser.ts';
import { type Shop, startShop, startStrictShop } from './support/shop.ts';
import { WizardStage } from './support/wizard-stage.ts';

const ADMIN = { email: 'admin@example.com', password: 'admin-password' };
const PASSWORD = 'quatre mots en file indienne';

let browser: Browser;
let practice: PracticeServer;
let shop: Shop;
/** Without the line, and with a policy that would not let it run. */
let strictShop: Shop;
let stage: WizardStage;
let dataDir: string;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'guichet-wizard-'));
  shop = await startShop(() => stage.url);
  strictShop = await startStrictShop();
});
afterEach(async () => {
  await stage?.close();
  await practice?.close();
  await shop?.close();
  await strictShop?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const button = (name: string | RegExp): Locator =>
  stage.page.locator('main').getByRole('button', { name, exact: typeof name === 'string' });
const heading = (name: string): Locator => stage.page.getByRole('heading', { name, level: 1 });
const said = (text: string | RegExp): Locator => stage.page.locator('main').getByText(text).first();

/** Shown, focused for those who do not see it, named in the title, and without anything axe would complain of. */
async function arriveAt(name: string): Promise<void> {
  await heading(name).waitFor();
  await expect.poll(() => stage.page.evaluate(() => document.activeElement?.textContent)).toBe(name);
  await stage.expectAccessible();
}

/** Every link of the page leads to something that is there. */
async function expectLinksToLead(): Promise<void> {
  const links = await stage.page
    .locator('main a[href]')
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect((await stage.page.request.get(link)).status(), link).toBe(200);
}

/** As somebody without a mouse gets there. */
async function tabTo(selector: string): Promise<void> {
  const isThere = () => stage.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  for (let presses = 0; presses < 40; presses++) {
    if (await isThere()) return;
    await stage.page.keyboard.press('Tab');
  }
  expect(await isThere(), `${selector} can be reached`).toBe(true);
}

async function choosePassword(): Promise<void> {
  await stage.page.getByLabel('New password').fill(PASSWORD);
  await button('Continue').click();
}

async function giveAddress(address: string): Promise<void> {
  await stage.page.getByLabel('Address of Open WebUI').fill(address);
  await said(/^Open WebUI .* answers at this address\.$/).waitFor();
  await button('Continue').click();
}

describe('the set-up', () => {
  it('leads from the printed link to a first answer, and is found again where it was left', async () => {
    practice = await startPractice({ fresh: true });
    stage = await WizardStage.open(browser, { dataDir });
    const { page } = stage;
    await page.goto(`${stage.url}/console/`);
    await said('No one has signed in yet.').waitFor();
    await stage.expectAccessible();
    await page.goto(stage.claimLink);
    await heading('Choose a password').waitFor();
    expect(new URL(page.url()).pathname).toBe('/console/set-up');
    await stage.expectAccessible();
    await page.getByLabel('New password').fill('short');
    await said('Add 7 more characters.').waitFor();
    await button('Continue').click();
    await page.locator('.field-error').waitFor();
    await stage.expectAccessible();
    await button('Show the password').click();
    expect(await page.getByLabel('New password').getAttribute('type')).toBe('text');
    await choosePassword();

    await arriveAt('Where is your Open WebUI?');
    await page.getByLabel('Address of Open WebUI').fill('http://127.0.0.1:1');
    await page.locator('.finding-note.fail').waitFor();
    await stage.expectAccessible();
    await button('Continue').click();
    await said('You can continue once Open WebUI answers').waitFor();
    await stage.expectAccessible();
    await giveAddress(`${practice.url}/api/v1`);

    await arriveAt('The key to your Open WebUI');
    await page.reload();
    await heading('The key to your Open WebUI').waitFor();
    await button('Back').click();
    await arriveAt('Where is your Open WebUI?');
    expect(await page.getByLabel('Address of Open WebUI').inputValue()).toBe(practice.url);
    await page.getByRole('navigation', { name: 'Set-up steps' }).getByRole('button', { name: 'Key' }).click();
    await page.getByLabel('I have a key').check();
    await page.getByLabel('New key').fill(`sk-proj-${'a1B2c3D4'.repeat(8)}`);
    await said('Wrong place.').waitFor();
    await stage.expectAccessible();
    await page.getByLabel('Set it up for me').check();
    await button('Set it up…').click();
    await page.getByLabel('Email of an administrator').fill(ADMIN.email);
    await page.getByLabel('Password of this administrator').fill(ADMIN.password);
    await button('Sign in and show the steps').click();
    await said('Which model should answer your visitors?').waitFor();
    await stage.expectAccessible();
    await page.getByLabel('echo', { exact: true }).check();
    await button('Use these answers').click();
    await button('Do this').waitFor();
    await stage.expectAccessible();
    await button('Do this').click();
    await said('Open WebUI is set up').waitFor();
    await said('Open WebUI accepts this key.').waitFor();
    await stage.expectAccessible();
    await button('Continue').click();

    await arriveAt('Which model should answer?');
    await page.getByRole('radio').first().waitFor();
    await page.getByRole('radio', { checked: true }).waitFor();
    await stage.expectAccessible();
    await button('Continue').click();

    await arriveAt('Where will you show the chat?');
    expect(await page.getByLabel('Guichet’s public address').inputValue()).toBe(stage.url);
    await said('This address works only on this computer.').waitFor();
    await page.getByLabel('Address of your site').fill('not an address');
    await button('Add').click();
    await said('Enter a web address').waitFor();
    await page.getByLabel('Address of your site').fill(`${shop.url}/a/page?x=1`);
    await page.keyboard.press('Enter');
    await said(`Guichet uses only the start: ${shop.url}`).waitFor();
    await stage.expectAccessible();
    await button('Continue').click();

    await heading('Try it').waitFor();
    // The widget names the assistant once it has read the site's settings.
    await page.locator('[part~=header]').getByText('echo').waitFor();
    await arriveAt('Try it');
    const composer = page.locator('[part~=composer] textarea');
    await composer.fill('Good morning');
    await page.keyboard.press('Enter');
    await said('It works.').waitFor();
    await stage.expectAccessible();
    await button('Continue').click();

    await arriveAt('Put it on your site');
    expect(await page.locator('.snippet code').innerText()).toContain(`${stage.url}/guichet.js`);
    expect(await page.getByLabel('Address of the page').inputValue()).toBe(shop.url);
    await expectLinksToLead();
    await button('Check the page').click();
    await said('No problems found: the chat can appear').waitFor();
    await stage.expectAccessible();
    await page.getByLabel('Address of the page').fill(strictShop.url);
    await button('Check the page').click();
    await said('The line is not on the page.').waitFor();
    await said('The page’s security policy blocks the chat.').waitFor();
    expect(await page.locator('.look-result code').innerText()).toContain(stage.url);
    await stage.expectAccessible();
    await button(`Allow ${strictShop.url}`).click();
    await said('Guichet allows this origin to show the chat.').waitFor();
    await button('Finish').click();
    await arriveAt('Guichet is set up');
    await expectLinksToLead();
    expect(await page.getByRole('navigation', { name: 'Sections' }).getByText('Set-up').count()).toBe(0);
    await stage.expectAccessible();
    expect(stage.complaints).toEqual([]);

    // The way back in: the password, and the console begins with the diagnosis now.
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Password', { exact: true }).fill('something else');
    await button('Sign in').click();
    await said(problems['password-wrong']).waitFor();
    expect(await page.getByLabel('Password', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    await stage.expectAccessible();
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await button('Sign in').click();
    await heading('Guichet is set up').waitFor();
    await page.goto(`${stage.url}/console/`);
    await expect.poll(() => new URL(page.url()).pathname).toBe('/diagnostic');
  });

  it('goes on with the practice server where there is no Open WebUI yet, and connects one later', async () => {
    practice = await startPractice();
    stage = await WizardStage.open(browser, { dataDir });
    const { page } = stage;
    await page.goto(stage.claimLink);
    await heading('Choose a password').waitFor();
    await choosePassword();
    await button('Continue with the practice server').click();
    await arriveAt('Where will you show the chat?');
    await page.reload();
    await heading('Where will you show the chat?').waitFor();
    await button('Back').click();
    await arriveAt('Where is your Open WebUI?');
    await giveAddress(practice.url);
    await arriveAt('The key to your Open WebUI');
    const key = practice.state.makeKey(practice.state.addAccount());
    await page.getByLabel('I have a key').check();
    await page.getByLabel('New key').fill(key);
    await button('Test and use it').click();
    await said('Open WebUI accepts this key.').waitFor();
    await said('Guichet now uses the new key').waitFor();
    await stage.expectNothingKept(key, PASSWORD);
  });

  it('sends nothing of a key that is put in as an address, and says where to look when no answer comes', async () => {
    practice = await startPractice();
    const key = practice.state.makeKey(practice.state.addAccount());
    stage = await WizardStage.open(browser, {
      dataDir,
      environment: { OPENWEBUI_URL: practice.url, OPENWEBUI_API_KEY: key, OPENWEBUI_MODEL: 'no-such-model' },
    });
    const { page } = stage;
    await page.goto(stage.claimLink);
    await heading('Choose a password').waitFor();
    await choosePassword();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.postData() ?? ''));
    await page.getByLabel('Address of Open WebUI').fill(key);
    await said('This looks like a key').waitFor();
    await stage.expectAccessible();
    expect(asked.some((body) => body.includes(key))).toBe(false);

    await page.evaluate(async () => {
      const body = JSON.stringify({ step: 'try' });
      await fetch('/admin/api/set-up', { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body });
    });
    await page.reload();
    await heading('Try it').waitFor();
    await page.locator('[part~=composer] textarea').fill('Good morning');
    await page.keyboard.press('Enter');
    await said('There was no answer.').waitFor();
    await stage.expectAccessible();
    await page.getByRole('link', { name: 'Find out why' }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/diagnostic');
    expect(new URL(page.url()).searchParams.get('ref')).toMatch(/^\w{4}-\w{4}$/);
  });

  it('is walked through with the keyboard alone', async () => {
    practice = await startPractice();
    const key = practice.state.makeKey(practice.state.addAccount());
    stage = await WizardStage.open(browser, { dataDir });
    const { page } = stage;
    await page.goto(stage.claimLink);
    await heading('Choose a password').waitFor();
    await tabTo('#new-password');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await arriveAt('Where is your Open WebUI?');
    await page.keyboard.press('Tab');
    await page.keyboard.type(practice.url);
    await page.locator('.verdict.ok').waitFor();
    await page.keyboard.press('Enter');
    await arriveAt('The key to your Open WebUI');
    await page.locator('.choices').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.getByLabel('I have a key').isChecked()).toBe(true);
    await tabTo('#new-key');
    await page.keyboard.type(key);
    await page.keyboard.press('Enter');
    await said('Open WebUI accepts this key.').waitFor();
    await tabTo('.step-actions .button.main');
    await page.keyboard.press('Enter');
    await arriveAt('Which model should answer?');
    await page.getByRole('radio', { checked: true }).waitFor();
    await tabTo('.step-actions .button.main');
    await page.keyboard.press('Enter');
    await arriveAt('Where will you show the chat?');
    await tabTo('.step-actions .button.main');
    await page.keyboard.press('Enter');
    await heading('Try it').waitFor();
  });

  it.each([
    ['fr-FR', 1280],
    ['fr-FR', 320],
    ['en-GB', 320],
  ])('speaks %s and fits into %d px, also with large text', async (locale, width) => {
    practice = await startPractice();
    const key = practice.state.makeKey(practice.state.addAccount());
    stage = await WizardStage.open(browser, {
      dataDir,
      locale,
      width,
      environment: { OPENWEBUI_URL: practice.url, OPENWEBUI_API_KEY: key, OPENWEBUI_MODEL: 'echo' },
    });
    const { page } = stage;
    await page.goto(stage.claimLink);
    await page.locator('#new-password').fill(PASSWORD);
    await stage.expectAccessible();
    await page.locator('.step-actions .button').first().click();
    const seen: string[] = [];
    for (const part of ['#address', '.card', '[name=model]', '#public-url', '.try-chat [part~=composer]', '.snippet']) {
      await page.locator(part).first().waitFor();
      if (part === '#address') await page.locator('.verdict.ok').waitFor();
      if (part.startsWith('.try-chat')) await page.locator('[part~=header]').getByText('echo').waitFor();
      await stage.expectAccessible();
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      await stage.expectAccessible();
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '';
      });
      seen.push(await page.locator('h1').innerText());
      await page.locator('.step-actions .button').first().click();
    }
    await page.locator('.next-places').waitFor();
    await stage.expectAccessible();
    expect(new Set(seen).size).toBe(6);
    await page.goto(`${stage.url}/console/settings`);
    await page.locator('.setting').first().waitFor();
    await stage.expectAccessible();
    expect(await page.getAttribute('html', 'lang')).toBe(locale.slice(0, 2));
    expect(stage.complaints).toEqual([]);
  });
});

describe('settings', () => {
  it('are shown with their origin, changed in their place, and taken back', async () => {
    practice = await startPractice();
    const key = practice.state.makeKey(practice.state.addAccount());
    stage = await WizardStage.open(browser, {
      dataDir,
      environment: { OPENWEBUI_URL: practice.url, OPENWEBUI_API_KEY: key, OPENWEBUI_MODEL: 'echo' },
    });
    const { page } = stage;
    await page.goto(stage.claimLink.replace('/console/#', '/console/settings#'));
    const model = page.locator('#OPENWEBUI_MODEL');
    await model.getByText('Environment, OPENWEBUI_MODEL').waitFor();
    await expectLinksToLead();
    expect(await page.locator('main').innerText()).not.toContain(key);
    await model.getByRole('button', { name: 'Change OPENWEBUI_MODEL' }).click();
    const field = model.getByLabel('Value of OPENWEBUI_MODEL');
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await stage.expectAccessible();
    await field.fill('slow');
    await page.keyboard.press('Enter');
    await model.getByText('Saved. The new value applies now.').waitFor();
    expect(await model.locator('.before-after').innerText()).toMatch(/echo[\s\S]*slow/);
    await model.getByText('Overrides').waitFor();
    await stage.expectAccessible();
    await model.getByRole('button', { name: 'Undo' }).click();
    await model.getByText('Undone.').waitFor();
    await model.getByText('Environment, OPENWEBUI_MODEL').waitFor();

    const origins = page.locator('#GUICHET_ALLOWED_ORIGINS');
    await origins.getByRole('button', { name: 'Change GUICHET_ALLOWED_ORIGINS' }).click();
    await origins.getByLabel('Value of GUICHET_ALLOWED_ORIGINS').fill('https://example.com/a/page');
    await page.keyboard.press('Enter');
    await origins.locator('.field-error').waitFor();
    await stage.expectAccessible();

    await page.getByLabel('New password').fill(PASSWORD);
    await button('Save this password').click();
    await page.locator('#password .notice.ok').waitFor();
    expect(stage.complaints).toEqual([]);
  });
});
