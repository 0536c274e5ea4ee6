/** A new key without a restart, a backup while answers run, and where nothing secret may be found. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PracticeServer, startPractice } from '@guichet/openwebui/practice';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPILE_CACHE } from '../packages/server/src/testing/compile-cache.ts';
import { Operator } from '../packages/server/src/testing/operator.ts';
import { ORIGIN, VisitorClient } from '../packages/server/src/testing/visitor-client.ts';
import { type GuichetProcess, startGuichetProcess } from './support/guichet-process.ts';

const CLI = path.resolve(import.meta.dirname, '../packages/server/src/cli.ts');
const PASSWORD = 'canary-pass-3fA9!x/é';

let practice: PracticeServer;
let folder: string;
let keyFile: string;
let environment: Record<string, string>;
let guichet: GuichetProcess;
const secrets: string[] = [PASSWORD];

beforeAll(async () => {
  practice = await startPractice();
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-reload-'));
  keyFile = path.join(folder, 'key');
  writeFileSync(keyFile, newKey());
  environment = {
    OPENWEBUI_URL: practice.url,
    OPENWEBUI_API_KEY_FILE: keyFile,
    OPENWEBUI_MODEL: 'echo',
    GUICHET_ALLOWED_ORIGINS: ORIGIN,
    GUICHET_DATA_DIR: path.join(folder, 'data'),
    NODE_OPTIONS: `--report-on-signal --report-directory=${folder}`,
  };
  guichet = await startGuichetProcess(environment);
});
afterAll(async () => {
  await guichet.end('SIGTERM');
  await practice.close();
  rmSync(folder, { recursive: true, force: true });
});

let account: ReturnType<PracticeServer['state']['addAccount']> | undefined;

/** A key of a new account; the account before it is deleted, so that only the newest key works. */
function newKey(): string {
  if (account) practice.state.deleteAccount(account);
  account = practice.state.addAccount();
  const key = practice.state.makeKey(account);
  secrets.push(key);
  return key;
}

async function answer(): Promise<string> {
  const visitor = await VisitorClient.arrive(guichet.url);
  const run = await visitor.ask(await visitor.newConversation(), 'hi');
  return run.end.event === 'done' ? run.text : String(run.end.data.code);
}

function command(words: string[], more: Record<string, string> = {}) {
  const { PATH = '' } = process.env;
  return spawnSync(process.execPath, [CLI, ...words], {
    encoding: 'utf8',
    env: { PATH, GUICHET_LOCALE: 'en', ...COMPILE_CACHE, ...environment, ...more },
  });
}

describe('a new key', () => {
  it('in its file is noticed within seconds', async () => {
    expect(await answer()).toBe('You said: hi');
    writeFileSync(keyFile, newKey());
    await expect.poll(() => guichet.output(), { timeout: 10_000 }).toContain('credential-swapped');
    expect(await answer()).toBe('You said: hi');
  });

  it('counts at once on SIGHUP; one that is refused changes nothing', async () => {
    const refused = `sk-${crypto.randomUUID().replaceAll('-', '')}`;
    secrets.push(refused);
    writeFileSync(keyFile, refused);
    guichet.child.kill('SIGHUP');
    await expect.poll(() => guichet.output(), { timeout: 10_000 }).toContain('Open WebUI does not know this key.');
    expect(await answer()).toBe('You said: hi');
  });

  it('that makes no sense is said and changes nothing', async () => {
    writeFileSync(keyFile, 'line one\nline two\n');
    guichet.child.kill('SIGHUP');
    await expect.poll(() => guichet.output(), { timeout: 10_000 }).toContain('not applied');
    expect(await answer()).toBe('You said: hi');
    expect(command(['admin', 'link'])).toMatchObject({
      status: 78,
      stderr: expect.stringContaining('OPENWEBUI_API_KEY_FILE'),
    });
    writeFileSync(keyFile, newKey());
    guichet.child.kill('SIGHUP');
    await expect.poll(answer, { timeout: 10_000 }).toBe('You said: hi');
  });
});

describe('npx guichet secrets rotate', () => {
  it('says what it would do, then does it beside the running server', () => {
    expect(command(['secrets', 'rotate', '--dry-run'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Nothing was changed.'),
    });
    expect(command(['secrets', 'rotate'])).toMatchObject({ status: 0, stdout: expect.stringContaining('ncrypted') });
    const wrong = `main:${Buffer.alloc(32, 9).toString('base64')}`;
    expect(command(['secrets', 'rotate'], { GUICHET_MASTER_KEYS: wrong })).toMatchObject({ status: 1 });
    expect(command(['secrets', 'turn'])).toMatchObject({ status: 64 });
  });
});

describe('a backup', () => {
  it('is made while Guichet runs and restored into an empty folder, never over anything', async () => {
    const file = path.join(folder, 'guichet.backup');
    expect(command(['backup', file])).toMatchObject({ status: 0 });
    expect(command(['backup', file])).toMatchObject({ status: 64 });
    expect(command(['restore', file])).toMatchObject({ status: 64 });
    const elsewhere = path.join(folder, 'restored');
    expect(command(['restore', keyFile], { GUICHET_DATA_DIR: elsewhere })).toMatchObject({ status: 64 });
    expect(command(['restore', file], { GUICHET_DATA_DIR: elsewhere })).toMatchObject({ status: 0 });
    const masterKeys = readFileSync(path.join(folder, 'data/master-keys'), 'utf8').trim();
    const again = await startGuichetProcess({
      ...environment,
      GUICHET_DATA_DIR: elsewhere,
      GUICHET_MASTER_KEYS: masterKeys,
      OPENWEBUI_API_KEY_FILE: '',
    });
    expect(await again.end('SIGTERM')).toBe(0);
    const wrong = Buffer.alloc(32, 7).toString('base64');
    const refusal = await startGuichetProcess({
      ...environment,
      GUICHET_DATA_DIR: elsewhere,
      GUICHET_MASTER_KEYS: `main:${wrong}`,
      OPENWEBUI_API_KEY_FILE: '',
    }).catch((error: Error) => error.message);
    expect(refusal).toContain('left with 78');
  });
});

describe('what was typed and held', () => {
  it('is in no log, database, backup, crash report or answer, in no form', async () => {
    practice.state.addAccount({ email: 'svc@example.com', password: PASSWORD });
    const operator = await Operator.signIn(guichet.url, path.join(folder, 'data'));
    const signIn = await operator.ask<{ kind: string; ticket: string }>('POST', '/openwebui/sign-in', {
      email: 'svc@example.com',
      password: PASSWORD,
    });
    expect(signIn.kind).toBe('session');
    const exchanged = JSON.stringify(await operator.ask('POST', '/openwebui/exchange', { ticket: signIn.ticket }));
    expect(exchanged).toContain('"done"');
    const owner = practice.state.account('svc@example.com');
    const made = owner && practice.state.keyOf(owner);
    if (made) secrets.push(made);
    // With a second factor: the code that was typed leaves no trace either, right or wrong.
    practice.state.set('ENABLE_MFA', true);
    const challenge = await operator.ask<{ kind: string; ticket: string }>('POST', '/openwebui/sign-in', {
      email: 'svc@example.com',
      password: PASSWORD,
    });
    expect(challenge.kind).toBe('second-factor');
    const typed = { ticket: challenge.ticket, code: 'canary-code-918273' };
    secrets.push(typed.code);
    expect(await operator.ask('POST', '/openwebui/sign-in', typed)).toMatchObject({ kind: 'refused' });
    practice.state.set('ENABLE_MFA', false);
    const own = await typeOwnPasswords(operator);
    expect(command(['backup', path.join(folder, 'later.backup')])).toMatchObject({ status: 0 });
    await writeCrashReport();
    mkdirSync(path.join(folder, 'answers'));
    writeFileSync(path.join(folder, 'answers/exchanged'), exchanged);
    writeFileSync(path.join(folder, 'answers/own'), own);
    writeFileSync(path.join(folder, 'answers/log'), guichet.output());
    writeFileSync(path.join(folder, 'answers/metrics'), await (await fetch(`${guichet.url}/metrics`)).text());
    await guichet.end('SIGTERM');
    rmSync(keyFile);
    const found = [];
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )) {
      const bytes = readFileSync(path.join(file.parentPath, file.name));
      for (const secret of secrets) {
        for (const form of writtenForms(secret))
          if (bytes.includes(form)) found.push(`${file.name}: ${form.slice(0, 4)}…`);
      }
    }
    expect(found).toEqual([]);
  });
});

/** The operator's own password, a wrong one, the next one and a webhook's address. @returns everything that was answered */
async function typeOwnPasswords(operator: Operator): Promise<string> {
  const [own, wrong, next] = ['canary own pass é', 'canary wrong pass', 'canary next pass'];
  const webhook = 'http://127.0.0.1:9/canary-webhook-part';
  secrets.push(own, wrong, next, 'canary-webhook-part');
  const ask = (method: string, place: string, body?: object) => operator.ask<object>(method, place, body);
  const answers = [
    await ask('PUT', '/password', { password: own }),
    await ask('POST', '/session', { password: wrong }),
    await ask('POST', '/session', { password: own }),
    await ask('PUT', '/password', { password: next, current: wrong }),
    await ask('PUT', '/password', { password: next, current: own }),
    await ask('PUT', '/settings', { changes: { GUICHET_WEBHOOK_URL: webhook } }),
    await ask('PUT', '/settings', { changes: { OPENWEBUI_MODEL: secrets[1] ?? '' } }),
    await ask('GET', '/settings'),
    await ask('GET', '/set-up'),
    await ask('GET', '/audit'),
  ];
  expect(answers[2]).toMatchObject({ signedIn: true });
  expect(answers[4]).toMatchObject({ hasPassword: true });
  expect(answers[6]).toMatchObject({ kind: 'refused' });
  return JSON.stringify(answers);
}

/** Node's own report of a process, as a crash leaves it behind; the credential is in its environment here. */
async function writeCrashReport(): Promise<void> {
  const key = newKey();
  const other = await startGuichetProcess({
    ...environment,
    OPENWEBUI_API_KEY: key,
    OPENWEBUI_API_KEY_FILE: '',
    GUICHET_DATA_DIR: path.join(folder, 'crashing'),
  });
  other.child.kill('SIGUSR2');
  await expect
    .poll(() => readdirSync(folder).some((file) => /^report.*json$/.test(file)), { timeout: 10_000 })
    .toBe(true);
  await other.end('SIGKILL');
}

function writtenForms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(shift + 2, -4),
  );
  return [secret, encodeURIComponent(secret), bytes.toString('hex'), JSON.stringify(secret).slice(1, -1), ...base64];
}
