import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  AgentAccountView,
  OpenWebUiSignInView,
  SetUpPlanView,
  SetUpProgressView,
  SetUpStateView,
  WholeAgentView,
} from '@guichet/contract/admin-api';
import { afterEach, describe, expect, it } from 'vitest';
import { Operator } from '../testing/operator.ts';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { VisitorClient } from '../testing/visitor-client.ts';

const ADMIN = { email: 'admin@example.com', password: 'admin-password' };
const AGENT = { tools: 'whole-agent' } as const;

let test: TestGuichet | undefined;
afterEach(async () => {
  await test?.close();
  test = undefined;
});

async function start(version = '0.12.4'): Promise<TestGuichet> {
  test = await startTestGuichet({ practice: { version, fresh: true }, environment: { OPENWEBUI_API_KEY: '' } });
  return test;
}

/** The answer to a question, and which model Open WebUI was asked for. */
async function answer({ guichet, practice }: TestGuichet): Promise<[text: string, model: unknown]> {
  const visitor = await VisitorClient.arrive(guichet.url);
  const run = await visitor.ask(await visitor.newConversation(), 'hi');
  const asked = practice.state.received.filter(({ path }) => path === '/api/chat/completions').at(-1);
  return [run.text, (asked?.body as { model?: unknown } | undefined)?.model];
}

async function progress(response: Response): Promise<SetUpProgressView[]> {
  return (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SetUpProgressView);
}

async function signInAsAdministrator(operator: Operator): Promise<string> {
  const signIn = await operator.ask<OpenWebUiSignInView>('POST', '/openwebui/sign-in', ADMIN);
  if (signIn.kind !== 'session') throw new Error(JSON.stringify(signIn));
  return signIn.ticket;
}

describe('set up for me, for the whole agent', () => {
  it.each(['0.10.2', '0.12.4'])('in the console of %s: asked, shown, done, and taken back', async (version) => {
    const own = await start(version);
    const operator = await Operator.signIn(own.guichet.url, own.dataDir);
    const ticket = await signInAsAdministrator(operator);
    const before = own.practice.state.snapshot();
    const planWith = (more: object) =>
      operator.ask<SetUpPlanView>('POST', '/openwebui/provision/plan', { ticket, ...AGENT, ...more });
    const asked = await planWith({});
    expect(asked.plan).toBeUndefined();
    expect(asked.questions).toMatchObject([
      {
        id: 'tools-open',
        text: expect.stringContaining('saved chats'),
        choices: [{ id: 'make-another' }, { id: 'use-it' }],
      },
    ]);
    const plan = await planWith({ answers: { 'tools-open': 'make-another' } });
    expect(plan).toMatchObject({ model: { id: 'echo-website' }, obstacles: [], questions: [] });
    const texts = plan.steps.map(({ text }) => text).join('\n');
    expect(texts).toContain('Nothing changes for people in Open WebUI.');
    expect(texts).toContain('Store the password of the account');
    expect(own.practice.state.snapshot()).toBe(before);

    const run = await progress(await operator.request('POST', '/openwebui/provision/run', { ticket, plan: plan.plan }));
    expect(run.at(-1)).toMatchObject({ kind: 'end', ok: true });
    expect(run.filter((line) => line.kind === 'after')).toHaveLength(plan.steps.length);
    expect(await answer(own)).toEqual(['You said: hi', 'echo-website']);
    expect(await operator.ask<WholeAgentView>('GET', '/openwebui/whole-agent')).toEqual({
      possible: true,
      model: 'echo-website',
      obstacles: [],
    });
    expect(await operator.ask<AgentAccountView>('GET', '/openwebui/agent-account')).toEqual({
      on: true,
      email: expect.stringMatching(/@service\.invalid$/),
      direct: false,
    });

    expect(await operator.ask<SetUpStateView>('GET', '/openwebui/provision')).toMatchObject({ wholeAgent: true });
    const undone = await progress(await operator.request('POST', '/openwebui/provision/undo', { ticket }));
    expect(undone.at(-1)).toMatchObject({ kind: 'end', ok: true });
    expect(undone.some((line) => line.kind === 'after' && line.step.id === 'copy-model echo-website')).toBe(true);
    expect(own.practice.state.snapshot()).toBe(before);
    expect(await operator.ask<AgentAccountView>('GET', '/openwebui/agent-account')).toMatchObject({ on: false });
    const settings = JSON.stringify(await operator.ask('GET', '/settings'));
    expect(settings).not.toContain('echo-website');
  });

  it('keeps the sign-in working when a later run, without the whole agent, needs the password', async () => {
    const own = await start();
    const operator = await Operator.signIn(own.guichet.url, own.dataDir);
    const ticket = await signInAsAdministrator(operator);
    const set = async (more: object) => {
      const plan = await operator.ask<SetUpPlanView>('POST', '/openwebui/provision/plan', { ticket, ...more });
      const run = await progress(
        await operator.request('POST', '/openwebui/provision/run', { ticket, plan: plan.plan }),
      );
      expect(run.at(-1)).toMatchObject({ kind: 'end', ok: true });
    };
    await set({ ...AGENT, answers: { 'tools-open': 'use-it' } });
    const { email } = await operator.ask<AgentAccountView>('GET', '/openwebui/agent-account');
    const password = () => own.practice.state.account(email ?? '')?.password;
    const first = password();
    await set({});
    expect(password()).toBe(first);
    // Somebody changed it in Open WebUI: it is replaced, and what is kept is the new one.
    const account = own.practice.state.account(email ?? '');
    if (!account) throw new Error('no account');
    account.password = 'changed by hand';
    await set({});
    expect(password()).not.toBe('changed by hand');
    const kept = readdirSync(own.dataDir).map((file) => readFileSync(path.join(own.dataDir, file), 'latin1'));
    expect(kept.join('')).not.toContain(password());
    await own.restart();
    const again = await Operator.signIn(own.guichet.url, own.dataDir);
    const wanted = { email, password: password() };
    expect(await again.ask('PUT', '/openwebui/agent-account', wanted)).toMatchObject({ on: true });
  });

  it('by command: asks, does, takes back; a running server answers by the copy', { timeout: 90_000 }, async () => {
    const own = await start();
    const before = own.practice.state.snapshot();
    const environment = { OPENWEBUI_URL: own.practice.url, GUICHET_DATA_DIR: own.dataDir };
    const words = ['openwebui', 'provision', '--model', 'echo', '--tools', 'whole-agent'];
    const signIn = `${ADMIN.email}\n${ADMIN.password}\n`;
    expect(await runCommand([...words.slice(0, -1), 'everything'], environment)).toMatchObject({ code: 64 });
    const made = await runCommand(words, environment, `${signIn}1\nyes\n`);
    expect(made).toMatchObject({ code: 0, output: expect.stringContaining('Keep it and create a copy') });
    expect(made.output).toContain('The website now uses the model echo-website.');
    expect(made.output).not.toContain(ADMIN.password);
    await expect.poll(() => answer(own), { timeout: 10_000, interval: 500 }).toEqual(['You said: hi', 'echo-website']);
    const back = await runCommand(['openwebui', 'unprovision', '--yes'], environment, signIn);
    expect(back).toMatchObject({ code: 0, output: expect.stringContaining('Delete the sign-in') });
    expect(own.practice.state.snapshot()).toBe(before);
  });

  it('by command for a second site: a copy of its own model, the first site keeps its own', {
    timeout: 180_000,
  }, async () => {
    const own = await start();
    const before = own.practice.state.snapshot();
    const environment = { OPENWEBUI_URL: own.practice.url, GUICHET_DATA_DIR: own.dataDir };
    const signIn = `${ADMIN.email}\n${ADMIN.password}\n`;
    const provision = (...more: string[]) =>
      runCommand(['openwebui', 'provision', ...more, '--tools', 'whole-agent'], environment, `${signIn}1\nyes\n`);
    const modelOfShop = async () => {
      const { output } = await runCommand(['site', 'list', '--json'], environment);
      const { sites } = JSON.parse(output) as { sites: { id: string; settings: Record<string, string> }[] };
      return sites.find(({ id }) => id === 'shop')?.settings.model;
    };
    const unknown = await provision('--site', 'shop');
    expect(unknown).toMatchObject({ code: 64, output: expect.stringContaining('There is no site "shop"') });
    expect(await runCommand(['site', 'add', '--site', 'shop', 'model=reason'], environment)).toMatchObject({ code: 0 });
    expect((await provision('--model', 'echo')).output).toContain('The website now uses the model echo-website.');
    expect((await provision('--site', 'shop')).output).toContain('The website now uses the model reason-website.');
    expect(await modelOfShop()).toBe('reason-website');
    await expect.poll(() => answer(own), { timeout: 10_000, interval: 500 }).toEqual(['You said: hi', 'echo-website']);
    const takeBack = (...more: string[]) =>
      runCommand(['openwebui', 'unprovision', '--yes', ...more], environment, signIn);
    expect(await takeBack('--site', 'gone')).toMatchObject({ code: 64 });
    const alone = await takeBack('--site', 'shop');
    expect(alone.output).toContain('The account and its key stay for: default.');
    expect(alone).toMatchObject({ code: 0, output: expect.not.stringContaining('Delete the account') });
    expect(await modelOfShop()).toBe('reason');
    await expect.poll(() => answer(own), { timeout: 10_000, interval: 500 }).toEqual(['You said: hi', 'echo-website']);
    expect(await takeBack('--site', 'shop')).toMatchObject({ output: expect.stringContaining('nothing to undo') });
    expect((await provision('--site', 'shop')).output).toContain('The website now uses the model reason-website.');
    // Without a site, all of them.
    expect((await takeBack()).code).toBe(0);
    expect(own.practice.state.snapshot()).toBe(before);
    expect(await modelOfShop()).toBe('reason');
  });

  it('is refused in words where the version is too old', async () => {
    const own = await start('0.9.6');
    const operator = await Operator.signIn(own.guichet.url, own.dataDir);
    const ticket = await signInAsAdministrator(operator);
    const plan = await operator.ask<SetUpPlanView>('POST', '/openwebui/provision/plan', { ticket, ...AGENT });
    expect(plan.obstacles).toEqual([expect.stringContaining('0.10.2 or later')]);
    // The console has no such option: there it is a tick.
    expect(plan.obstacles[0]).not.toContain('--tools');
  });
});
