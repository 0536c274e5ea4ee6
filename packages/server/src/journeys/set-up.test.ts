import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  OpenWebUiSignInView,
  SetUpPlanView,
  SetUpProgressView,
  SetUpStateView,
} from '@guichet/contract/admin-api';
import { startPractice } from '@guichet/openwebui/practice';
import { afterEach, describe, expect, it } from 'vitest';
import { Operator } from '../testing/operator.ts';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { VisitorClient } from '../testing/visitor-client.ts';

const ADMIN = { email: 'admin@example.com', password: 'admin-password' };

let test: TestGuichet | undefined;
afterEach(async () => {
  await test?.close();
  test = undefined;
});

async function answer(own: TestGuichet): Promise<string> {
  const visitor = await VisitorClient.arrive(own.guichet.url);
  const run = await visitor.ask(await visitor.newConversation(), 'hi');
  return run.end.event === 'done' ? run.text : String(run.end.data.code);
}

function storedBytes(folder: string): Buffer {
  return Buffer.concat(readdirSync(folder).map((file) => readFileSync(path.join(folder, file))));
}

async function progress(response: Response): Promise<SetUpProgressView[]> {
  return (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SetUpProgressView);
}

describe('set up for me, in the console', () => {
  it.each(['0.6.43', '0.8.12', '0.9.6', '0.11.4', '0.12.4'])(
    'makes a fresh Open WebUI %s answer, and takes everything back by one button',
    async (version) => {
      const own = await startTestGuichet({
        practice: { version, fresh: true },
        environment: { OPENWEBUI_API_KEY: '' },
      });
      test = own;
      expect(await answer(own)).toBe('not-configured');
      const operator = await Operator.signIn(own.guichet.url, own.dataDir);
      const signIn = await operator.ask<OpenWebUiSignInView>('POST', '/openwebui/sign-in', ADMIN);
      if (signIn.kind !== 'session') throw new Error(JSON.stringify(signIn));
      const { ticket } = signIn;

      const plan = await operator.ask<SetUpPlanView>('POST', '/openwebui/provision/plan', { ticket });
      expect(plan).toMatchObject({ version, model: { id: 'echo' }, obstacles: [], questions: [] });
      expect(plan.steps.filter((step) => step.state === 'to-do').length).toBeGreaterThanOrEqual(6);
      const run = await progress(
        await operator.request('POST', '/openwebui/provision/run', { ticket, plan: plan.plan }),
      );
      const done = run.filter((line) => line.kind === 'after').map(({ step }) => step.state);
      expect(done.every((state) => state === 'done' || state === 'already')).toBe(true);
      expect(run.at(-1)).toMatchObject({ kind: 'end', ok: true, credential: { held: { origin: 'console' } } });
      expect(await answer(own)).toBe('You said: hi');

      expect(await operator.ask<SetUpStateView>('GET', '/openwebui/provision')).toMatchObject({ canUndo: true });
      const undone = await progress(await operator.request('POST', '/openwebui/provision/undo', { ticket }));
      expect(undone.at(-1)).toMatchObject({ kind: 'end', ok: true });
      expect(await operator.ask<SetUpStateView>('GET', '/openwebui/provision')).toMatchObject({ canUndo: false });
      const { entries } = await operator.ask<{ entries: { action: string }[] }>('GET', '/audit');
      expect(entries.filter((entry) => entry.action === 'set-up-step').length).toBe(plan.steps.length);
      expect(entries.some((entry) => entry.action === 'set-up-undone')).toBe(true);
      const bytes = storedBytes(own.dataDir);
      for (const secret of [ADMIN.password, ticket]) {
        expect(bytes.includes(secret)).toBe(false);
        expect(own.log.join('')).not.toContain(secret);
      }
    },
  );

  it('changes nothing when the model is not there, and says so', async () => {
    const own = await startTestGuichet({ practice: { fresh: true } });
    test = own;
    const operator = await Operator.signIn(own.guichet.url, own.dataDir);
    const signIn = await operator.ask<OpenWebUiSignInView>('POST', '/openwebui/sign-in', ADMIN);
    if (signIn.kind !== 'session') throw new Error(JSON.stringify(signIn));
    const plan = await operator.ask<SetUpPlanView>('POST', '/openwebui/provision/plan', {
      ticket: signIn.ticket,
      model: 'nope',
    });
    expect(plan.obstacles).toEqual(['This Open WebUI does not have this model.']);
    expect(plan.plan).toBeUndefined();
  });

  it('asks which model shall answer where nobody has named one, and plans with the answer', async () => {
    test = await startTestGuichet({
      practice: { fresh: true },
      environment: { OPENWEBUI_API_KEY: '', OPENWEBUI_MODEL: '' },
    });
    const operator = await Operator.signIn(test.guichet.url, test.dataDir);
    const signIn = await operator.ask<OpenWebUiSignInView>('POST', '/openwebui/sign-in', ADMIN);
    if (signIn.kind !== 'session') throw new Error(JSON.stringify(signIn));
    const { ticket } = signIn;
    const before = test.practice.state.snapshot();
    const first = await operator.ask<SetUpPlanView>('POST', '/openwebui/provision/plan', { ticket });
    expect(first).toMatchObject({ obstacles: [], steps: [], questions: [{ id: 'model' }] });
    expect(first.plan).toBeUndefined();
    expect(first.questions[0]?.choices.map(({ id }) => id)).toContain('slow');
    expect(test.practice.state.snapshot()).toBe(before);
    const answers = { model: 'slow' };
    const plan = await operator.ask<SetUpPlanView>('POST', '/openwebui/provision/plan', { ticket, answers });
    expect(plan).toMatchObject({ model: { id: 'slow' }, obstacles: [], questions: [] });
    expect(plan.plan).toBeDefined();
  });

  it('is for administrators of Open WebUI only', async () => {
    const own = await startTestGuichet({ practice: { fresh: true } });
    test = own;
    own.practice.state.addAccount({ email: 'plain@example.com', password: 'plain-password' });
    const operator = await Operator.signIn(own.guichet.url, own.dataDir);
    const signIn = await operator.ask<OpenWebUiSignInView>('POST', '/openwebui/sign-in', {
      email: 'plain@example.com',
      password: 'plain-password',
    });
    if (signIn.kind !== 'session') throw new Error(JSON.stringify(signIn));
    const plan = await operator.ask<SetUpPlanView>('POST', '/openwebui/provision/plan', { ticket: signIn.ticket });
    expect(plan.obstacles).toEqual(['This account is not an administrator.']);
  });
});

describe('npx guichet openwebui provision', () => {
  it('does the same on the command line; the running server notices by itself', { timeout: 60_000 }, async () => {
    const own = await startTestGuichet({ practice: { fresh: true }, environment: { OPENWEBUI_API_KEY: '' } });
    test = own;
    const environment = { OPENWEBUI_URL: own.practice.url, GUICHET_DATA_DIR: own.dataDir };
    const signIn = `${ADMIN.email}\n${ADMIN.password}\n`;
    const made = await runCommand(['openwebui', 'provision', '--model', 'echo'], environment, `${signIn}yes\n`);
    expect(made).toMatchObject({ code: 0, output: expect.stringContaining('Guichet now uses the new key') });
    expect(made.output).not.toContain(ADMIN.password);
    await expect.poll(() => answer(own), { timeout: 10_000, interval: 500 }).toBe('You said: hi');
    const again = await runCommand(['openwebui', 'provision', '--model', 'echo', '--yes'], environment, signIn);
    expect(again.code).toBe(0);
    const back = await runCommand(['openwebui', 'unprovision', '--yes'], environment, signIn);
    expect(back).toMatchObject({ code: 0, output: expect.stringContaining('[undone]') });
    const nothing = await runCommand(['openwebui', 'unprovision'], environment, '');
    expect(nothing).toMatchObject({ code: 0, output: expect.stringContaining('nothing to undo') });
  });

  it('does nothing on "no", with a wrong password, or without an address', { timeout: 60_000 }, async () => {
    const practice = await startPractice({ fresh: true });
    const dataDir = mkdtempSync(path.join(tmpdir(), 'guichet-command-'));
    const environment = { OPENWEBUI_URL: practice.url, GUICHET_DATA_DIR: dataDir };
    expect(await runCommand(['openwebui', 'provision'], environment, '')).toMatchObject({
      code: 64,
      output: expect.stringContaining('Start Guichet once'),
    });
    const own = await startTestGuichet({ practice: { fresh: true } });
    test = own;
    const started = { OPENWEBUI_URL: practice.url, GUICHET_DATA_DIR: own.dataDir };
    const before = JSON.stringify(practice.state.snapshot());
    const no = await runCommand(
      ['openwebui', 'provision', '--model', 'echo'],
      started,
      `${ADMIN.email}\n${ADMIN.password}\nno\n`,
    );
    expect(no).toMatchObject({ code: 1, output: expect.stringContaining('Nothing was changed.') });
    const wrong = await runCommand(
      ['openwebui', 'provision', '--model', 'echo'],
      started,
      `${ADMIN.email}\nwrong-password\n`,
    );
    expect(wrong).toMatchObject({
      code: 1,
      output: expect.stringContaining('Wrong email or password for Open WebUI'),
    });
    expect(JSON.stringify(practice.state.snapshot())).toBe(before);
    expect(await runCommand(['openwebui', 'provision'], { GUICHET_DATA_DIR: own.dataDir }, '')).toMatchObject({
      code: 64,
    });
    await practice.close();
    rmSync(dataDir, { recursive: true });
  });
});
