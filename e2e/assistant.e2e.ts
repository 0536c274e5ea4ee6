/** What an assistant may use, in the console: what the model has, three modes, what visitors see, the last answers. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { equipModel } from '../packages/server/src/testing/equip-model.ts';
import { runCommand } from '../packages/server/src/testing/run-command.ts';
import { type StoredEnd, storeAnswers } from './support/answered-visitors.ts';
import { ConsoleStage, type ConsoleStageOptions } from './support/console-stage.ts';
import { openBrowser } from './support/open-browser.ts';

const ENDS: StoredEnd[] = [
  { status: 'stopped' },
  { status: 'failed', text: '', error: { code: 'assistant-unavailable', ref: 'K7QF-2M9D' } },
  {
    status: 'complete',
    sources: [
      { id: '1', title: 'Prices' },
      { id: '2', title: 'Hours' },
    ],
    activities: [
      { id: 'a', kind: 'web-search', state: 'done', round: 1, ms: 840, title: 'a visitor’s private words' },
      { id: 'b', kind: 'tool', state: 'failed', round: 2, ms: 12_400, title: 'Look up the stock of a shop' },
    ],
  },
];

/** Of the practice server's accounts. */
const PASSWORD = 'svc-password-1';

let browser: Browser;
let stage: ConsoleStage;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
afterEach(() => stage.close());

interface PageOptions extends ConsoleStageOptions {
  /** Whether the model has Open WebUI's built-in tools, which stand in the way of the whole agent. */
  builtInTools?: boolean;
}

async function open({ builtInTools = true, ...options }: PageOptions = {}): Promise<void> {
  stage = await ConsoleStage.open(browser, { model: 'concierge', ...options });
  await equipModel(stage.guichet.practice, 'concierge', {
    toolIds: ['weather', 'server:mcp:stock'],
    knowledge: [{ id: 'prices-2026', name: 'Prices' }],
    capabilities: { web_search: true, builtin_tools: builtInTools },
    defaultFeatureIds: ['web_search'],
  });
  await storeAnswers(stage.guichet.dataDir, ENDS);
  await stage.page.goto(`${stage.guichet.guichet.url}/console/assistant`);
  await stage.page.locator('.mode').first().waitFor();
  await stage.page.locator('.answer').first().waitFor();
}

const mode = (name: string) => stage.page.getByRole('radio', { name });
const button = (name: string) => stage.page.getByRole('button', { name, exact: true });
const link = (name: string) => stage.page.getByRole('link', { name });
/** On the page itself; the announcer says many of these sentences a second time. */
const said = (text: string | RegExp) => stage.page.locator('main').getByText(text);

const LANGUAGES = {
  'en-GB': {
    modes: ['No tools', 'One round', 'Whole agent'] as const,
    save: 'Save',
    saved: 'Saved. This applies to the next question.',
    change: 'How far tools may go: No tools → One round',
    undo: 'Undo',
    undone: 'Undone. The previous values apply again.',
    followUps: 'Suggest follow-up questions',
    notPossible: 'Not possible yet',
    end: 'Failed',
    failedStep: 'Look up the stock of a shop · round 2 · 12 s · failed',
    userInput: 'Questions that a website cannot answer user_input',
    byHand: 'Close them yourself',
    addSignIn: 'Add it below',
    email: 'Email of the service account',
    password: 'Password of the service account',
    hasAuthenticator: 'The account uses an authenticator app',
    authenticatorKey: 'Secret key of the authenticator app',
    keep: 'Test and save it',
    notKept: 'This sign-in was not saved.',
    wrongPassword: 'Wrong email or password for Open WebUI',
    kept: (email: string) => `Guichet signs in as ${email}.`,
    forget: 'Delete this sign-in',
    lost: 'Sites with “Whole agent” use “One round”',
    fallback: '“Whole agent” is not possible right now. “One round” applies instead.',
    forgotten: 'Guichet deleted the sign-in and its password.',
  },
  'fr-FR': {
    modes: ['Aucun outil', 'Un tour', 'Agent complet'] as const,
    save: 'Enregistrer',
    saved: 'Enregistré. Cela s’applique dès la prochaine question.',
    change: 'Jusqu’où vont les outils\u202f: Aucun outil → Un tour',
    undo: 'Annuler ce changement',
    undone: 'C’est annulé. Les valeurs précédentes s’appliquent de nouveau.',
    followUps: 'Proposer des questions à la suite',
    notPossible: 'Pas encore possible',
    end: 'En échec',
    failedStep: 'Look up the stock of a shop · tour 2 · 12 s · en échec',
    userInput: 'Questions auxquelles personne ne peut répondre sur un site user_input',
    byHand: 'Les fermer vous-même',
    addSignIn: 'L’ajouter ci-dessous',
    email: 'Adresse e-mail du compte de service',
    password: 'Mot de passe du compte de service',
    hasAuthenticator: 'Le compte utilise une application d’authentification',
    authenticatorKey: 'Clé secrète de l’application d’authentification',
    keep: 'Essayer et enregistrer',
    notKept: 'Cette connexion n’a pas été enregistrée.',
    wrongPassword: 'Adresse e-mail ou mot de passe incorrect pour Open WebUI.',
    kept: (email: string) => `Guichet se connecte en tant que ${email}.`,
    forget: 'Supprimer cette connexion',
    lost: 'passent en «\u202fUn tour\u202f»',
    fallback:
      '«\u202fAgent complet\u202f» n’est pas possible pour le moment. «\u202fUn tour\u202f» s’applique à la place.',
    forgotten: 'Guichet a supprimé la connexion et son mot de passe.',
  },
};

describe.each(Object.entries(LANGUAGES))('the assistant’s page (%s)', (locale, words) => {
  it('lets one round be chosen with the keyboard, says what changed, and undoes it', async () => {
    await open({ locale });
    const [off, oneRound, wholeAgent] = words.modes;
    expect(await mode(off).isChecked()).toBe(true);
    expect(await mode(wholeAgent).isDisabled()).toBe(true);
    expect(await said(words.notPossible).count()).toBe(1);
    const openTools = stage.page.locator('.open-tools').getByRole('listitem');
    expect((await openTools.allInnerTexts()).find((text) => text.includes('user_input'))).toBe(words.userInput);
    await said(words.byHand).click();
    expect(await said('npx guichet openwebui provision --tools whole-agent').isVisible()).toBe(true);
    await stage.expectAccessible();
    expect(await stage.page.locator('.equipment').innerText()).toContain('server:mcp:stock');

    await mode(off).focus();
    await stage.page.keyboard.press('ArrowDown');
    expect(await mode(oneRound).isChecked()).toBe(true);
    await stage.page.keyboard.press('Enter');
    await said(words.saved).waitFor();
    expect(await said(words.change).count()).toBe(1);
    await stage.expectAccessible();

    await button(words.undo).click();
    await said(words.undone).waitFor();
    expect(await mode(off).isChecked()).toBe(true);
    expect(stage.complaints).toEqual([]);
  });

  it('tells the last answers without a word of theirs', async () => {
    await open({ locale });
    const answers = stage.page.locator('.answer');
    expect(await answers.count()).toBe(3);
    expect((await answers.first().innerText()).replaceAll('\u00a0', ' ')).toContain(words.failedStep);
    const failed = answers.filter({ hasText: words.end }).filter({ hasText: 'K7QF-2M9D' });
    expect(await failed.locator('a').getAttribute('href')).toBe('/diagnostic?ref=K7QF-2M9D');
    expect(await stage.page.content()).not.toContain('private words');
  });

  it('keeps the sign-in for the whole agent once it works, lets the mode be chosen, and forgets it', async () => {
    await open({ locale, width: 320, builtInTools: false });
    const wholeAgent = mode(words.modes[2]);
    const section = stage.section('agent-account');
    expect(await wholeAgent.isDisabled()).toBe(true);
    await link(words.addSignIn).click();
    expect(new URL(stage.page.url()).hash).toBe('#agent-account');
    await section.getByText(words.hasAuthenticator).click();
    await section.getByLabel(words.authenticatorKey).waitFor();
    await stage.expectAccessible();

    const { email } = stage.guichet.account;
    const giveSignIn = async (password: string) => {
      await section.getByLabel(words.password).fill(password);
      await section.getByRole('button', { name: words.keep }).click();
    };
    await section.getByLabel(words.email).fill(email);
    await giveSignIn('wrong-password');
    await section.getByText(words.notKept).waitFor();
    await section.getByText(words.wrongPassword).waitFor();
    await stage.expectAccessible();
    expect(await wholeAgent.isDisabled()).toBe(true);

    await giveSignIn(PASSWORD);
    await section.getByText(words.kept(email)).waitFor();
    await expect.poll(() => wholeAgent.isEnabled()).toBe(true);
    await stage.expectAccessible();
    await stage.expectNothingKept(PASSWORD, 'wrong-password');
    await wholeAgent.check();
    await button(words.save).click();
    await said(words.saved).waitFor();

    await stage.page.reload();
    await section.getByText(words.kept(email)).waitFor();
    await section.getByRole('button', { name: words.forget }).click();
    const dialog = stage.page.getByRole('dialog');
    await dialog.getByText(words.lost).waitFor();
    await dialog.getByText(email).waitFor();
    await stage.expectAccessible();
    await dialog.getByRole('button', { name: words.forget }).click();
    await section.getByText(words.forgotten).waitFor();
    await section.getByLabel(words.email).waitFor();
    await said(words.fallback).waitFor();
    await stage.expectAccessible();
    expect(stage.complaints).toEqual([]);
  });

  it('fits on the smallest phone', async () => {
    await open({ locale, width: 320 });
    await stage.page.getByLabel(words.followUps).check();
    await button(words.save).click();
    await said(words.saved).waitFor();
    await stage.expectAccessible();
  });
});

it('takes hosts for pictures, says what is wrong with one, and undoes them', async () => {
  await open();
  const field = stage.page.getByLabel('Show pictures from these hosts');
  await field.fill('images.example.com/cats');
  await button('Save').click();
  await said(/other than a host name/).waitFor();
  expect(await field.inputValue()).toBe('images.example.com/cats');
  await stage.expectAccessible();
  await field.fill('images.example.com, *.example.net');
  await button('Save').click();
  await said('Show pictures from these hosts: none → images.example.com, *.example.net').waitFor();
  await button('Undo').click();
  await expect.poll(() => field.inputValue()).toBe('');
  await stage.expectAccessible();
});

it('says what applies instead where the chosen mode is not possible', async () => {
  await open();
  await runCommand(['site', 'set', '--site', 'default', 'tools=whole-agent'], {
    GUICHET_DATA_DIR: stage.guichet.dataDir,
  });
  await expect
    .poll(
      async () => {
        await stage.page.reload();
        await stage.page.locator('.mode').first().waitFor();
        return said('“Whole agent” is not possible right now. “One round” applies instead.').count();
      },
      { timeout: 15_000 },
    )
    .toBe(1);
  expect(await mode('Whole agent').isChecked()).toBe(true);
  await stage.expectAccessible();
});

it('is about the site that is chosen where there are several', async () => {
  await open();
  await runCommand(['site', 'add', '--site', 'shop', 'name=The shop', 'model=echo', 'follow-ups=on'], {
    GUICHET_DATA_DIR: stage.guichet.dataDir,
  });
  await expect
    .poll(
      async () => {
        await stage.page.reload();
        await stage.page.locator('.mode').first().waitFor();
        return stage.page.getByLabel('Site', { exact: true }).count();
      },
      { timeout: 15_000 },
    )
    .toBe(1);
  await stage.page.getByLabel('Site', { exact: true }).selectOption('shop');
  await expect.poll(() => stage.page.getByLabel('Suggest follow-up questions').isChecked()).toBe(true);
  expect(await stage.page.locator('.equipment').innerText()).toContain('echo');
  await mode('One round').check();
  await button('Save').click();
  await said('Saved. This applies to the next question.').waitFor();
  const { output } = await runCommand(['site', 'list', '--json'], { GUICHET_DATA_DIR: stage.guichet.dataDir });
  const { sites } = JSON.parse(output) as { sites: { id: string; settings: Record<string, string> }[] };
  expect(sites.map(({ id, settings }) => [id, settings.tools])).toEqual([
    ['default', undefined],
    ['shop', 'one-round'],
  ]);
  await stage.expectAccessible();
});
