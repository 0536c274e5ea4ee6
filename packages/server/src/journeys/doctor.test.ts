import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TEXTS } from '@guichet/doctor/catalogue';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';

let own: TestGuichet;
beforeEach(async () => {
  own = await startTestGuichet();
});
afterEach(() => own.close());

const settings = () => ({
  OPENWEBUI_URL: own.practice.url,
  OPENWEBUI_API_KEY: own.credential,
  OPENWEBUI_MODEL: 'echo',
  GUICHET_DATA_DIR: own.dataDir,
});

interface SeenCheck {
  id: string;
  status: string;
  cause?: string;
}

async function checks(environment: Record<string, string>): Promise<Record<string, SeenCheck>> {
  const { output } = await runCommand(['doctor', '--json'], environment);
  const report = JSON.parse(output.slice(output.indexOf('{\n'))) as { checks: SeenCheck[] };
  return Object.fromEntries(report.checks.map((check) => [check.id, check]));
}

describe('npx guichet doctor', { timeout: 60_000 }, () => {
  it('beside a server that answers, looks as far as a whole answer and the database, and fails nothing', async () => {
    const { code, output } = await runCommand(['doctor', '--json'], settings());
    expect(code, output).toBe(0);
    const seen = await checks(settings());
    for (const id of ['key/accepted', 'answer/stream', 'own/storage', 'own/store']) {
      expect(seen[id], id).toMatchObject({ status: 'ok' });
    }
    const atHome = await checks({ ...settings(), GUICHET_PUBLIC_URL: own.guichet.url });
    for (const id of ['own/public-address', 'own/proxy-authorization', 'own/proxy-buffering']) {
      expect(atHome[id], id).toMatchObject({ status: 'ok' });
    }
  });

  it('says what a refused key is, in French too, and never the key', async () => {
    own.practice.state.revokeKey(own.account);
    const { code, output } = await runCommand(['doctor', '--lang', 'fr'], settings());
    expect(code).toBe(1);
    expect(output).toContain(TEXTS.fr.word.turn);
    expect(output).not.toContain(own.credential);
  });

  it('names a setting that nobody reads because of its spelling, before all other steps, and never its value', async () => {
    const { OPENWEBUI_URL: url, OPENWEBUI_API_KEY: key, GUICHET_DATA_DIR } = settings();
    const environment = { GUICHET_DATA_DIR, openwebui_url: url, OPENWEBUI_KEY: key, GUICHET_TRUSTED_PROXY: '10.0.0.1' };
    const { code, output } = await runCommand(['doctor', '--lang', 'en'], { ...environment, GUICHET_LOCALE: 'en' });
    expect(code).toBe(1);
    expect(output).toContain(TEXTS.en.fix.renameSetting({ name: 'openwebui_url', meant: 'OPENWEBUI_URL' }));
    for (const name of ['OPENWEBUI_KEY', 'GUICHET_TRUSTED_PROXY']) {
      expect(output).toContain(`"${name}" is set, but Guichet does not read it.`);
    }
    for (const value of [url, key, '10.0.0.1']) expect(output).not.toContain(value);
  });

  it('says like the page that the practice assistant answers as long as there is no address', async () => {
    const { code, output } = await runCommand(['doctor', '--lang', 'en'], { GUICHET_DATA_DIR: own.dataDir });
    expect(code).toBe(1);
    expect(output).toContain(TEXTS.en.impact.practiceAnswers);
    expect(output).not.toContain(TEXTS.en.impact.noAnswers);
  });

  it('takes the address as it was pasted, where the server refuses to start with it', async () => {
    const seen = await checks({ ...settings(), OPENWEBUI_URL: 'htp:/nonsense' });
    expect(seen['address/form']).toMatchObject({ status: 'fail', cause: 'url-malformed' });
  });

  it('repeats no key that was pasted into the wrong line', async () => {
    const exchanged = { ...settings(), OPENWEBUI_URL: own.credential, OPENWEBUI_API_KEY: own.practice.url };
    for (const words of [[], ['--json'], ['--share']]) {
      const { code, output } = await runCommand(['doctor', ...words], exchanged);
      expect(code).toBe(1);
      expect(output).not.toContain(own.credential.slice(4, -4));
    }
  });

  it('prefers the credential that an operator set later', async () => {
    const environment = { ...settings(), OPENWEBUI_API_KEY: '' };
    const signIn = 'admin@example.com\nadmin-password\n';
    const made = await runCommand(['openwebui', 'provision', '--model', 'echo', '--yes'], environment, signIn);
    expect(made.code, made.output).toBe(0);
    expect((await checks(environment))['key/accepted']).toMatchObject({ status: 'ok' });
    // The one in the settings would be refused; it does not count.
    const shaded = await checks({ ...environment, OPENWEBUI_API_KEY: `sk-${'0'.repeat(32)}` });
    expect(shaded['key/accepted']).toMatchObject({ status: 'ok' });
  });

  it('before the first start complains of no data folder', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'guichet-doctor-'));
    const seen = await checks({ ...settings(), GUICHET_DATA_DIR: path.join(folder, 'none') });
    rmSync(folder, { recursive: true });
    expect(seen['own/storage']?.status).toBe('skipped');
    expect(seen['key/accepted']).toMatchObject({ status: 'ok' });
  });

  it('reports what it can see with settings that cannot be read', async () => {
    const environment = { ...settings(), OPENWEBUI_MODEL_FILE: '/nowhere/model', OPENWEBUI_MODEL: '' };
    const { code, output } = await runCommand(['doctor'], environment);
    expect(code).toBe(0);
    expect(output).toContain('OPENWEBUI_MODEL_FILE');
    expect(output).toContain('/nowhere/model');
  });

  it('does not take for missing what a broken database may hold', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'guichet-test-'));
    try {
      writeFileSync(path.join(dataDir, 'guichet.db'), 'not a database');
      const broken = { GUICHET_DATA_DIR: dataDir };
      const seen = await checks(broken);
      expect(seen['own/store']).toMatchObject({ status: 'fail', cause: 'store-unreachable' });
      expect(seen['address/present']).toMatchObject({ status: 'skipped' });
      expect(seen['key/present']).toMatchObject({ status: 'skipped' });
      // What environment and files say is looked at all the same.
      const told = await checks({ ...settings(), ...broken });
      expect(told['address/present']).toMatchObject({ status: 'ok' });
      expect(told['key/accepted']).toMatchObject({ status: 'ok' });
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  it('answers wrong words with one line, 64, and none of them', async () => {
    const { code, output } = await runCommand(['doctor', '--only', own.credential], settings());
    expect(code).toBe(64);
    expect(output).not.toContain(own.credential);
  });
});
