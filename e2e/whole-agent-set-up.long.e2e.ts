/** The whole agent prepared in a browser, from what stands in its way to the way back: by somebody who knows no commands. */
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { en as assistantEn } from '../packages/console/src/text/assistant/en.ts';
import { fr as assistantFr } from '../packages/console/src/text/assistant/fr.ts';
import { en } from '../packages/console/src/text/en.ts';
import { fr } from '../packages/console/src/text/fr.ts';
import type { Texts } from '../packages/console/src/text/texts.ts';
import { en as agentEn } from '../packages/console/src/text/whole-agent-set-up/en.ts';
import { fr as agentFr } from '../packages/console/src/text/whole-agent-set-up/fr.ts';
import { en as serverEn } from '../packages/server/src/set-up/en.ts';
import { fr as serverFr } from '../packages/server/src/set-up/fr.ts';
import { openSqlite } from '../packages/server/src/storage/open-sqlite.ts';
import { createSqlSiteRecords } from '../packages/server/src/storage/sql-site-records.ts';
import { equipModel } from '../packages/server/src/testing/equip-model.ts';
import type { TestGuichet } from '../packages/server/src/testing/start-test-guichet.ts';
import { ConsoleStage, type ConsoleStageOptions } from './support/console-stage.ts';
import { openBrowser } from './support/open-browser.ts';

const ADMIN = { email: 'admin@example.com', password: 'admin-password' };

let browser: Browser;
let stage: ConsoleStage;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
afterEach(() => stage?.close());

const LANGUAGES = {
  'en-GB': { ...en, assistantPage: assistantEn, agent: agentEn, server: serverEn },
  'fr-FR': { ...fr, assistantPage: assistantFr, agent: agentFr, server: serverFr },
};

const setUp = (): Locator => stage.section('set-up');
const button = (name: string): Locator => setUp().getByRole('button', { name, exact: true });
const heading = (name: string): Locator => setUp().getByRole('heading', { name });
const agentMode = (name: string): Locator => stage.page.getByRole('radio', { name });

async function open(options: ConsoleStageOptions): Promise<void> {
  stage = await ConsoleStage.open(browser, { model: 'concierge', ...options });
  await equipModel(stage.guichet.practice, 'concierge', { capabilities: { builtin_tools: true } });
  await stage.page.goto(`${stage.guichet.guichet.url}/console/assistant`);
  await stage.page.locator('.mode').first().waitFor();
}

/** As the command beside the running server adds it. */
async function addSite(
  { dataDir, guichet }: TestGuichet,
  { id, name, model }: { id: string; name: string; model: string },
): Promise<void> {
  const database = openSqlite(path.join(dataDir, 'guichet.db'));
  const settings = { origins: 'https://shop.example', model };
  await createSqlSiteRecords(database).add({ id, name, settings, createdAt: Date.now() });
  await database.destroy();
  const isThere = async () => (await fetch(`${guichet.url}/v1/sites/${id}`)).status;
  await expect.poll(isThere).toBe(200);
}

async function signIn(words: Texts): Promise<void> {
  await setUp().getByLabel(words.setUp.signIn.email).fill(ADMIN.email);
  await setUp().getByLabel(words.setUp.signIn.password).fill(ADMIN.password);
  await button(words.setUp.signIn.submitPlan).click();
  await heading(words.setUp.plan).waitFor();
}

describe.each(Object.entries(LANGUAGES))('the whole agent prepared in the console (%s)', (locale, words) => {
  it('leads from what stands in its way through every step to a mode that can be chosen, and back', async () => {
    await open({ locale, width: 320 });
    const { practice } = stage.guichet;
    expect(await agentMode(words.assistantPage.modes['whole-agent'].name).isDisabled()).toBe(true);
    const before = practice.state.snapshot();
    await stage.page.getByRole('link', { name: words.assistantPage.reason.setUpLink }).click();
    await signIn(words);
    expect(await setUp().getByLabel(words.agent.choice).isChecked()).toBe(true);
    await setUp().locator('legend').filter({ hasText: words.server.kindNames.chats }).waitFor();
    expect(await button(words.setUp.submit).count()).toBe(0);
    await stage.expectAccessible();
    await setUp().getByLabel(words.server.choice['make-another']['tools-open']).check();
    await button(words.setUp.answer).click();
    await button(words.setUp.submit).waitFor();
    expect(await setUp().innerText()).toContain('concierge-website');
    await stage.expectAccessible();
    expect(practice.state.snapshot()).toBe(before);

    await button(words.setUp.submit).click();
    await heading(words.setUp.done).waitFor();
    await stage.expectAccessible();
    await stage.expectNothingKept(ADMIN.password);
    await setUp().getByRole('link', { name: words.agent.assistant }).click();
    await expect.poll(() => agentMode(words.assistantPage.modes['whole-agent'].name).isEnabled()).toBe(true);
    expect(await stage.page.locator('.equipment').innerText()).toContain('concierge-website');

    await stage.page.goto(`${stage.guichet.guichet.url}/console/keys`);
    await button(words.setUp.undo).click();
    const dialog = stage.page.getByRole('dialog');
    await dialog.getByText(words.agent.lost).waitFor();
    await stage.expectAccessible();
    await dialog.getByRole('button', { name: words.setUp.undoConfirm, exact: true }).click();
    await setUp().getByLabel(words.setUp.signIn.email).fill(ADMIN.email);
    await setUp().getByLabel(words.setUp.signIn.password).fill(ADMIN.password);
    await setUp().locator('button[type=submit]').click();
    await heading(words.setUp.undone).waitFor();
    expect(practice.state.snapshot()).toBe(before);
    expect(stage.complaints).toEqual([]);
  });

  it('is prepared for a second site by itself, and taken back for it alone', async () => {
    await open({ locale, width: 320 });
    const { guichet } = stage;
    await addSite(guichet, { id: 'shop', name: 'Boutique', model: 'reason' });
    const before = guichet.practice.state.snapshot();
    const modes = words.assistantPage.modes;
    const goTo = (place: string) => stage.page.goto(`${guichet.guichet.url}/console/${place}`);
    const site = () => stage.page.getByLabel(words.assistantPage.site, { exact: true });
    const prepare = async () => {
      await stage.page.getByRole('link', { name: words.assistantPage.reason.setUpLink }).click();
      await signIn(words);
      await setUp().getByLabel(words.server.choice['make-another']['tools-open']).check();
      await button(words.setUp.answer).click();
      await button(words.setUp.submit).waitFor();
    };

    await goTo('assistant');
    await site().selectOption('shop');
    await stage.page.locator('.equipment').filter({ hasText: 'reason' }).waitFor();
    await prepare();
    expect(await setUp().innerText()).toContain(words.setUp.ofSite({ site: 'Boutique (shop)' }));
    expect(await setUp().innerText()).toContain('reason-website');
    await stage.expectAccessible();
    await button(words.setUp.submit).click();
    await heading(words.setUp.done).waitFor();
    await setUp().getByRole('link', { name: words.agent.assistant }).click();
    await expect.poll(() => stage.page.locator('.equipment').innerText()).toContain('reason-website');
    await expect.poll(() => agentMode(modes['whole-agent'].name).isEnabled()).toBe(true);
    await site().selectOption('default');
    await expect.poll(() => stage.page.locator('.equipment').innerText()).toContain('concierge');
    expect(await agentMode(modes['whole-agent'].name).isDisabled()).toBe(true);
    await prepare();
    await button(words.setUp.submit).click();
    await heading(words.setUp.done).waitFor();

    await setUp().getByRole('link', { name: words.agent.assistant }).click();
    await site().selectOption('shop');
    await expect.poll(() => stage.page.locator('.equipment').innerText()).toContain('reason-website');
    await stage.expectAccessible();
    await stage.page.getByRole('link', { name: words.assistantPage.reason.isSetUpLink }).click();
    await button(words.setUp.undoSite).waitFor();
    expect(await setUp().getByLabel(words.setUp.site, { exact: true }).inputValue()).toBe('shop');
    await stage.expectAccessible();
    await button(words.setUp.undoSite).click();
    const dialog = stage.page.getByRole('dialog');
    await dialog.getByText(words.setUp.undoSiteKeeps({ sites: 'default' })).waitFor();
    await stage.expectAccessible();
    await dialog.getByRole('button', { name: words.setUp.undoSiteConfirm, exact: true }).click();
    await setUp().getByLabel(words.setUp.signIn.email).fill(ADMIN.email);
    await setUp().getByLabel(words.setUp.signIn.password).fill(ADMIN.password);
    await button(words.setUp.signIn.submitUndoSite).click();
    await heading(words.setUp.undoneSite).waitFor();
    expect(await setUp().innerText()).toContain(words.server.ofSite.undone('default'));
    await stage.expectAccessible();
    await goTo('assistant?site=shop');
    await expect.poll(() => stage.page.locator('.equipment').innerText()).not.toContain('website');
    await site().selectOption('default');
    await expect.poll(() => stage.page.locator('.equipment').innerText()).toContain('concierge-website');
    expect(await agentMode(modes['whole-agent'].name).isEnabled()).toBe(true);

    // The last one takes the account with it.
    await goTo('keys');
    await button(words.setUp.undo).click();
    await dialog.getByText(words.setUp.undoHere).waitFor();
    await dialog.getByRole('button', { name: words.setUp.undoConfirm, exact: true }).click();
    await setUp().getByLabel(words.setUp.signIn.email).fill(ADMIN.email);
    await setUp().getByLabel(words.setUp.signIn.password).fill(ADMIN.password);
    await button(words.setUp.signIn.submitUndo).click();
    await heading(words.setUp.undone).waitFor();
    expect(guichet.practice.state.snapshot()).toBe(before);
    expect(stage.complaints).toEqual([]);
  });

  it('is one tick in any set-up, and says what cannot be done before anything is changed', async () => {
    const practice = { version: '0.9.6', fresh: true };
    stage = await ConsoleStage.open(browser, { locale, practice, environment: { OPENWEBUI_API_KEY: '' } });
    await setUp().locator('button').first().click();
    await signIn(words);
    const tick = setUp().getByLabel(words.agent.choice);
    expect(await tick.isChecked()).toBe(false);
    await button(words.setUp.submit).waitFor();
    await tick.focus();
    await stage.page.keyboard.press('Space');
    await setUp()
      .getByText(words.server.obstacleInConsole['whole-agent-too-old'] ?? '')
      .waitFor();
    expect(await tick.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await button(words.setUp.submit).count()).toBe(0);
    await stage.expectAccessible();
    await stage.page.keyboard.press('Space');
    await button(words.setUp.submit).waitFor();
  });
});
