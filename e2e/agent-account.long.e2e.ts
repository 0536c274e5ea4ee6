/** The sign-in for the whole agent in the console: with an authenticator, and in the states where something is off. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../packages/console/src/text/assistant/en.ts';
import { fr } from '../packages/console/src/text/assistant/fr.ts';
import { wholeAgentEn } from '../packages/server/src/set-up/whole-agent-text-en.ts';
import { wholeAgentFr } from '../packages/server/src/set-up/whole-agent-text-fr.ts';
import { Operator } from '../packages/server/src/testing/operator.ts';
import { VisitorClient } from '../packages/server/src/testing/visitor-client.ts';
import { ConsoleStage, type ConsoleStageOptions } from './support/console-stage.ts';
import { openBrowser } from './support/open-browser.ts';

/** Of the practice server's accounts. */
const PASSWORD = 'svc-password-1';
const CODE_MS = 30_000;

const LANGUAGES = {
  'en-GB': { ...en.agentAccount, modes: en.modes, problem: wholeAgentEn.problem },
  'fr-FR': { ...fr.agentAccount, modes: fr.modes, problem: wholeAgentFr.problem },
};

let browser: Browser;
let stage: ConsoleStage;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
afterEach(() => stage?.close());

const section = () => stage.section('agent-account');

async function open(options: ConsoleStageOptions): Promise<void> {
  stage = await ConsoleStage.open(browser, { width: 320, ...options });
  stage.guichet.practice.state.editModel('echo', { capabilities: { builtin_tools: false } });
}

async function toAssistant(): Promise<void> {
  await stage.page.goto(`${stage.guichet.guichet.url}/console/assistant`);
  await stage.page.locator('.mode').first().waitFor();
}

const operator = () => Operator.signIn(stage.guichet.guichet.url, stage.guichet.dataDir);

async function keep(): Promise<void> {
  const { email } = stage.guichet.account;
  await (await operator()).ask('PUT', '/openwebui/agent-account', { email, password: PASSWORD });
}

/** Gives the account an authenticator, as its owner would in Open WebUI. @returns its secret key */
async function enrol(email: string): Promise<string> {
  const { practice } = stage.guichet;
  const ask = async (place: string, body: object): Promise<Record<string, string>> => {
    const response = await fetch(`${practice.url}/api/v1/auths/${place}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, string>;
  };
  practice.state.set('ENABLE_MFA', true);
  const { challenge_token } = await ask('signin', { email, password: PASSWORD });
  const { manual_key = '' } = await ask('mfa/enroll/start', { challenge_token });
  await ask('mfa/enroll/confirm', { challenge_token, code: practice.state.oneTimeCode(manual_key) });
  return manual_key;
}

describe.each(Object.entries(LANGUAGES))('the sign-in for the whole agent (%s)', (locale, words) => {
  it('of an account with an authenticator asks for its secret key, says when that is wrong, and keeps it', async () => {
    let ahead = 0;
    const now = () => Date.now() + ahead;
    await open({ locale, now, practice: { now } });
    const { email } = stage.guichet.account;
    const secret = await enrol(email);
    // A code works once.
    ahead += CODE_MS;
    await toAssistant();
    const give = async (key?: string) => {
      if (key !== undefined) await section().getByLabel(words.authenticatorKey).fill(key);
      await section().getByLabel(words.password).fill(PASSWORD);
      await section().getByRole('button', { name: words.submit }).click();
    };
    await section().getByLabel(words.email).fill(email);
    await give();
    await section().getByText(words.problem['second-factor']).waitFor();
    await stage.expectAccessible();

    await section().getByText(words.hasAuthenticator).click();
    await give('JBSWY3DPEHPK3PXP');
    await section().getByText(words.refused).waitFor();
    await expect
      .poll(() => section().locator('.notice.fail').innerText())
      .not.toContain(words.problem['second-factor']);
    await stage.expectAccessible();
    expect(await section().getByLabel(words.authenticatorKey).inputValue()).toBe('');

    ahead += CODE_MS;
    await give(secret);
    await section().getByText(words.kept({ email })).waitFor();
    const mode = stage.page.getByRole('radio', { name: words.modes['whole-agent'].name });
    await expect.poll(() => mode.isEnabled()).toBe(true);
    await stage.expectNothingKept(PASSWORD, secret);
    await stage.expectAccessible();
    expect(stage.complaints).toEqual([]);
  });

  it('that is kept and no longer works says why, takes the new password, and works again', async () => {
    await open({ locale });
    await keep();
    await (await operator()).ask('PUT', '/sites/default/assistant', { tools: 'whole-agent' });
    const { account } = stage.guichet;
    account.password = 'changed in Open WebUI';
    // The session that Guichet holds lasts for weeks; after a restart it signs in again.
    await stage.guichet.restart();
    await stage.signIn();
    const visitor = await VisitorClient.arrive(stage.guichet.guichet.url);
    const { text } = await visitor.ask(await visitor.newConversation(), 'hi');
    expect(text).toBe('You said: hi');
    await toAssistant();
    await section()
      .getByText(words.unusable({ email: account.email }))
      .waitFor();
    await section().getByText(words.problem['wrong-password']).waitFor();
    await stage.expectAccessible();

    await section().getByLabel(words.email).fill(account.email);
    await section().getByLabel(words.password).fill(account.password);
    await section().getByRole('button', { name: words.submit }).click();
    await section()
      .getByText(words.kept({ email: account.email }))
      .waitFor();
    expect(await section().getByLabel(words.password).count()).toBe(0);
    await stage.expectAccessible();
  });

  it('is not asked for while there is no key: the keys page comes first', async () => {
    await open({ locale, environment: { OPENWEBUI_API_KEY: '' } });
    await toAssistant();
    await section().getByText(words.problem['no-credential']).waitFor();
    expect(await section().getByLabel(words.password).count()).toBe(0);
    await stage.expectAccessible();
    await section().getByRole('link', { name: words.keysPage }).click();
    await stage.section('replace-heading').waitFor();
  });

  it('that a session token makes needless says so, and can be forgotten', async () => {
    await open({ locale });
    await keep();
    const { practice, account } = stage.guichet;
    await (await operator()).ask('PUT', '/credential', { text: practice.state.makeSessionToken(account) });
    await toAssistant();
    await section().getByText(words.keptUnused).waitFor();
    expect(await section().getByLabel(words.password).count()).toBe(0);
    await stage.expectAccessible();
    await section().getByRole('button', { name: words.forget }).click();
    await stage.page.getByRole('dialog').getByRole('button', { name: words.forgetConfirm }).click();
    await section().getByText(words.forgotten).waitFor();
    expect(await section().getByLabel(words.password).count()).toBe(0);
    await stage.expectAccessible();
  });
});
