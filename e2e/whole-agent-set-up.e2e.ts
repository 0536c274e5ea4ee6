/** The whole agent prepared in a browser, from what stands in its way to the way back: by somebody who knows no commands. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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
  'en-GB': {
    wholeAgent: 'Whole agent',
    prepare: 'Prepare the whole agent…',
    email: 'E-mail address of an administrator',
    password: 'Password of this administrator',
    signIn: 'Sign in and show me the steps',
    plan: 'What Guichet would do',
    tick: 'Prepare the whole agent too',
    chats: 'saved chats',
    copy: /^Leave it alone and make a copy/,
    answer: 'Go on with this',
    copying: 'Copy the model',
    run: 'Do this',
    done: 'Open WebUI is set up',
    toAssistant: 'Open the Assistant page',
    undo: 'Take everything back…',
    lost: 'forgets the sign-in for the whole agent',
    undoConfirm: 'Take everything back',
    undone: 'Everything is taken back',
    tooOld: 'The whole agent needs Open WebUI 0.10.2 or later.',
  },
  'fr-FR': {
    wholeAgent: 'Agent complet',
    prepare: 'Préparer l’agent complet…',
    email: 'Adresse e-mail d’un administrateur',
    password: 'Mot de passe de cet administrateur',
    signIn: 'Se connecter et voir les étapes',
    plan: 'Ce que Guichet ferait',
    tick: 'Préparer aussi l’agent complet',
    chats: 'discussions enregistrées',
    copy: /une copie pour le site/,
    answer: 'Continuer ainsi',
    copying: 'Copier le modèle',
    run: 'Faire cela',
    done: 'Open WebUI est en place',
    toAssistant: 'Ouvrir la page Assistant',
    undo: 'Tout défaire…',
    lost: 'oublie la connexion de l’agent complet',
    undoConfirm: 'Tout défaire',
    undone: 'Tout est défait',
    tooOld: 'L’agent complet demande Open WebUI 0.10.2 ou plus récent.',
  },
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

async function signIn(words: (typeof LANGUAGES)['en-GB'] | (typeof LANGUAGES)['fr-FR']): Promise<void> {
  await setUp().getByLabel(words.email).fill(ADMIN.email);
  await setUp().getByLabel(words.password).fill(ADMIN.password);
  await button(words.signIn).click();
  await heading(words.plan).waitFor();
}

describe.each(Object.entries(LANGUAGES))('the whole agent prepared in the console (%s)', (locale, words) => {
  it('leads from what stands in its way through every step to a mode that can be chosen, and back', async () => {
    await open({ locale, width: 320 });
    const { practice } = stage.guichet;
    expect(await agentMode(words.wholeAgent).isDisabled()).toBe(true);
    const before = practice.state.snapshot();
    await stage.page.getByRole('link', { name: words.prepare }).click();
    await signIn(words);
    expect(await setUp().getByLabel(words.tick).isChecked()).toBe(true);
    await setUp().locator('legend').filter({ hasText: words.chats }).waitFor();
    expect(await button(words.run).count()).toBe(0);
    await stage.expectAccessible();
    await setUp().getByLabel(words.copy).check();
    await button(words.answer).click();
    await setUp().getByText(words.copying).waitFor();
    await stage.expectAccessible();
    expect(practice.state.snapshot()).toBe(before);

    await button(words.run).click();
    await heading(words.done).waitFor();
    await stage.expectAccessible();
    await stage.expectNothingKept(ADMIN.password);
    await setUp().getByRole('link', { name: words.toAssistant }).click();
    await expect.poll(() => agentMode(words.wholeAgent).isEnabled()).toBe(true);
    expect(await stage.page.locator('.equipment').innerText()).toContain('concierge-website');

    await stage.page.goto(`${stage.guichet.guichet.url}/console/keys`);
    await button(words.undo).click();
    const dialog = stage.page.getByRole('dialog');
    await dialog.getByText(words.lost).waitFor();
    await stage.expectAccessible();
    await dialog.getByRole('button', { name: words.undoConfirm, exact: true }).click();
    await setUp().getByLabel(words.email).fill(ADMIN.email);
    await setUp().getByLabel(words.password).fill(ADMIN.password);
    await setUp().locator('button[type=submit]').click();
    await heading(words.undone).waitFor();
    expect(practice.state.snapshot()).toBe(before);
    expect(stage.complaints).toEqual([]);
  });

  it('is one tick in any set-up, and says what cannot be done before anything is changed', async () => {
    const practice = { version: '0.9.6', fresh: true };
    stage = await ConsoleStage.open(browser, { locale, practice, environment: { OPENWEBUI_API_KEY: '' } });
    await setUp().locator('button').first().click();
    await signIn(words);
    const tick = setUp().getByLabel(words.tick);
    expect(await tick.isChecked()).toBe(false);
    await button(words.run).waitFor();
    await tick.focus();
    await stage.page.keyboard.press('Space');
    await setUp().getByText(words.tooOld).waitFor();
    expect(await tick.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await button(words.run).count()).toBe(0);
    await stage.expectAccessible();
    await stage.page.keyboard.press('Space');
    await button(words.run).waitFor();
  });
});
