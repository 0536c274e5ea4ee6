/** The whole agent prepared in a browser, from what stands in its way to the way back: by somebody who knows no commands. */
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
import { equipModel } from '../packages/server/src/testing/equip-model.ts';
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
