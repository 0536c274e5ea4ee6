import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CredentialView } from '@guichet/contract/admin-api';
import type { SettingsChangeView, SettingsView, SettingView } from '@guichet/contract/set-up-api';
import { startPractice } from '@guichet/openwebui/practice';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SETTINGS, type SettingDefinition } from '../settings/setting-definitions.ts';
import { Operator } from '../testing/operator.ts';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, VisitorClient } from '../testing/visitor-client.ts';
import { writeBeside } from '../testing/write-beside.ts';

let test: TestGuichet;
let operator: Operator;
beforeEach(async () => {
  test = await startTestGuichet();
  operator = await Operator.signIn(test.guichet.url, test.dataDir);
});
afterEach(() => test.close());

const change = (changes: Record<string, string | null>, language = 'en') =>
  operator
    .request('PUT', '/settings', { changes }, { 'Accept-Language': language })
    .then((response) => response.json() as Promise<SettingsChangeView>);

async function setting(name: string): Promise<SettingView> {
  const { settings } = await operator.ask<SettingsView>('GET', '/settings');
  const found = settings.find((one) => one.name === name);
  if (!found) throw new Error(`${name} is not shown.`);
  return found;
}

async function answer(): Promise<string> {
  const visitor = await VisitorClient.arrive(test.guichet.url);
  const run = await visitor.ask(await visitor.newConversation(), 'hi');
  return run.end.event === 'done' ? run.text : String(run.end.data.code);
}

const comesIn = async (origin: string) =>
  (await fetch(`${test.guichet.url}/v1/sites/default/visitors`, { method: 'POST', headers: { Origin: origin } }))
    .status;

describe('the settings in the console', () => {
  it('are all shown, with value, origin and meaning in the reader’s language, and no secret', async () => {
    const { settings } = await operator.ask<SettingsView>('GET', '/settings');
    expect(settings.find(({ name }) => name === 'OPENWEBUI_URL')).toMatchObject({
      value: test.practice.url,
      isSet: true,
      origin: { kind: 'environment', name: 'OPENWEBUI_URL' },
      editable: true,
    });
    expect(settings.find(({ name }) => name === 'OPENWEBUI_API_KEY')).toMatchObject({ secret: true, isSet: true });
    expect(settings.find(({ name }) => name === 'GUICHET_MASTER_KEYS')).toMatchObject({
      isSet: false,
      editable: false,
    });
    expect(JSON.stringify(settings)).not.toContain(test.credential);
    const french = await operator.request('GET', '/settings', undefined, { 'Accept-Language': 'fr' });
    expect(JSON.stringify(await french.json())).toContain('Adresse d’Open WebUI');
  });

  it('are only those that do something', async () => {
    const { settings } = await operator.ask<SettingsView>('GET', '/settings');
    const shown = settings.map(({ name }) => name);
    for (const { name, unused } of Object.values(SETTINGS) as SettingDefinition<unknown>[]) {
      expect(shown.includes(name), name).toBe(!unused);
    }
  });

  it('count before the environment, at once and after a restart, and give way when they are taken back', async () => {
    expect(await answer()).toBe('You said: hi');
    expect(await change({ OPENWEBUI_MODEL: 'slow' })).toMatchObject({
      kind: 'changed',
      changes: [{ name: 'OPENWEBUI_MODEL', before: 'echo', after: 'slow' }],
    });
    expect(await setting('OPENWEBUI_MODEL')).toMatchObject({
      value: 'slow',
      origin: { kind: 'console' },
      overridden: [{ origin: { kind: 'environment', name: 'OPENWEBUI_MODEL' }, value: 'echo' }],
    });
    await test.restart();
    operator = await Operator.signIn(test.guichet.url, test.dataDir);
    expect(await setting('OPENWEBUI_MODEL')).toMatchObject({ value: 'slow' });
    await change({ OPENWEBUI_MODEL: null });
    expect(await setting('OPENWEBUI_MODEL')).toMatchObject({ value: 'echo', overridden: [] });
  });

  it('let another site in, and the one before no longer, without a restart', async () => {
    expect([await comesIn(ORIGIN), await comesIn('https://other.example')]).toEqual([201, 403]);
    await change({ GUICHET_ALLOWED_ORIGINS: 'https://other.example' });
    expect([await comesIn(ORIGIN), await comesIn('https://other.example')]).toEqual([403, 201]);
    await change({ GUICHET_PUBLIC_URL: 'https://guichet.example' });
    expect(await comesIn('https://guichet.example')).toBe(201);
    const page = await (await fetch(test.guichet.url)).text();
    expect(page).toContain('src=&quot;https://guichet.example/guichet.js&quot;');
  });

  it('are refused all together when one of them makes no sense, each with a sentence', async () => {
    const refused = await change({
      OPENWEBUI_MODEL: 'slow',
      GUICHET_ALLOWED_ORIGINS: 'https://shop.example/page',
      PORT: '80',
      NO_SUCH: 'x',
    });
    expect(refused).toEqual({
      kind: 'refused',
      problems: [
        {
          name: 'GUICHET_ALLOWED_ORIGINS',
          text: 'GUICHET_ALLOWED_ORIGINS contains "https://shop.example/page"; an origin ends after the host and port. For example: https://www.example.com,https://example.com',
        },
        {
          name: 'PORT',
          text: 'PORT cannot be set in the console, because Guichet reads it only when it starts; set it in the environment.',
        },
        { name: 'NO_SUCH', text: 'NO_SUCH is not a setting of this version.' },
      ],
    });
    expect(await setting('OPENWEBUI_MODEL')).toMatchObject({ value: 'echo' });
  });

  it.each([
    ['OPENWEBUI_URL', 'http://169.254.169.254'],
    ['OPENWEBUI_URL', 'http://[::ffff:a9fe:a9fe]/'],
    ['GUICHET_PUBLIC_URL', 'http://2852039166,https://guichet.example'],
    ['GUICHET_WEBHOOK_URL', 'http://[fe80::1]/hook'],
    ['GUICHET_TRUSTED_PROXIES', '10.0.0.0/8,0.0.0.0/0'],
    ['GUICHET_TRUSTED_PROXIES', '0.0.0.0/1,128.0.0.0/1'],
    ['GUICHET_TRUSTED_PROXIES', '::/0'],
  ])('give a stolen session no way to %s %s', async (name, value) => {
    const before = await setting(name);
    expect(await change({ [name]: value })).toMatchObject({ kind: 'refused', problems: [{ name }] });
    expect(await setting(name)).toEqual(before);
  });

  it('are warned of in the log when the environment believes everybody’s forwarded address', async () => {
    await test.close();
    test = await startTestGuichet({ environment: { GUICHET_TRUSTED_PROXIES: '127.0.0.0/8,0.0.0.0/0' } });
    operator = await Operator.signIn(test.guichet.url, test.dataDir);
    const warned = test.log.filter((line) => line.includes('0.0.0.0/0'));
    expect(warned).toHaveLength(1);
    expect(warned[0]).not.toContain('127.0.0.0/8');
  });

  it('never take or quote a secret that was pasted into one that is shown', async () => {
    const secret = `sk-${crypto.randomUUID().replaceAll('-', '')}`;
    for (const name of ['OPENWEBUI_MODEL', 'GUICHET_ALLOWED_ORIGINS', 'OPENWEBUI_URL', 'GUICHET_LOCALE']) {
      for (const language of ['en', 'fr']) {
        const refused = await change({ [name]: secret }, language);
        expect(refused.kind).toBe('refused');
        expect(JSON.stringify(refused)).not.toContain(secret.slice(3, 12));
      }
    }
    expect(storedBytes().includes(secret)).toBe(false);
    expect(test.log.join('')).not.toContain(secret);
  });

  it('keep the webhook’s address in the safe, and show only that there is one', async () => {
    const address = 'https://hooks.example/T0000/secret-part';
    expect(await change({ GUICHET_WEBHOOK_URL: address })).toMatchObject({
      changes: [{ name: 'GUICHET_WEBHOOK_URL' }],
    });
    const shown = await setting('GUICHET_WEBHOOK_URL');
    expect(shown).toMatchObject({ isSet: true, origin: { kind: 'console' } });
    expect(shown.value).toBeUndefined();
    expect(storedBytes().includes('secret-part')).toBe(false);
    await change({ GUICHET_WEBHOOK_URL: '' });
    expect(await setting('GUICHET_WEBHOOK_URL')).toMatchObject({ isSet: false });
  });

  it('change the language of the log', async () => {
    await change({ GUICHET_LOCALE: 'fr' });
    expect(test.guichet.locale).toBe('fr');
    const key = test.practice.state.makeKey(test.practice.state.addAccount());
    await operator.request('PUT', '/credential', { text: key });
    expect(test.log.join('')).toContain('La nouvelle clé ou le nouveau jeton fonctionne');
  });

  it('are changed one after the other when two come at once, and written into the audit log', async () => {
    await Promise.all([change({ OPENWEBUI_MODEL: 'slow' }), change({ GUICHET_LOCALE: 'fr' })]);
    expect(await setting('OPENWEBUI_MODEL')).toMatchObject({ value: 'slow' });
    expect(await setting('GUICHET_LOCALE')).toMatchObject({ value: 'fr' });
    const { entries } = await operator.ask<{ entries: { action: string; detail: object }[] }>('GET', '/audit');
    expect(entries.filter(({ action }) => action === 'settings-changed').map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        { changes: [{ name: 'GUICHET_LOCALE', after: 'fr' }] },
        { changes: [{ name: 'OPENWEBUI_MODEL', before: 'echo', after: 'slow' }] },
      ]),
    );
  });
});

describe('another address of Open WebUI in the console', () => {
  it('is never sent the key that the environment gave for the first one', async () => {
    const other = await startPractice({});
    try {
      await change({ OPENWEBUI_URL: other.url });
      expect(other.state.received.length).toBe(0);
      expect(await operator.ask<CredentialView>('GET', '/credential')).toMatchObject({
        lack: { kind: 'key-missing' },
        openWebUiUrl: other.url,
      });
      expect(await setting('OPENWEBUI_API_KEY')).toMatchObject({
        isSet: false,
        overridden: [{ origin: { kind: 'environment', name: 'OPENWEBUI_API_KEY' } }],
      });
      expect(await answer()).toBe('not-configured');
      const key = other.state.makeKey(other.state.addAccount());
      await operator.request('PUT', '/credential', { text: key });
      expect(await answer()).toBe('You said: hi');
      expect(JSON.stringify(other.state.received)).not.toContain(test.credential);
      // Back at the first address the environment's key counts, and the other one is not sent there.
      await change({ OPENWEBUI_URL: null });
      expect(await operator.ask('GET', '/credential')).toMatchObject({ held: { origin: 'environment' } });
      expect(JSON.stringify(test.practice.state.received)).not.toContain(key);
      expect(await answer()).toBe('You said: hi');
    } finally {
      await other.close();
    }
  });

  it('leads back to the practice server when it is taken away and nothing else names one', async () => {
    await test.close();
    test = await startTestGuichet({ environment: { OPENWEBUI_URL: '', OPENWEBUI_API_KEY: '' } });
    operator = await Operator.signIn(test.guichet.url, test.dataDir);
    await change({ OPENWEBUI_URL: test.practice.url });
    expect(await answer()).toBe('not-configured');
    await change({ OPENWEBUI_URL: null });
    expect(await operator.ask('GET', '/credential')).toMatchObject({ practice: true });
  });
});

describe('commands beside the server', () => {
  it('read what the console holds as well', { timeout: 60_000 }, async () => {
    await change({ GUICHET_PUBLIC_URL: 'https://guichet.example', OPENWEBUI_URL: test.practice.url });
    const environment = { GUICHET_DATA_DIR: test.dataDir };
    const link = await runCommand(['admin', 'link'], environment);
    expect(link.output).toContain('https://guichet.example/console/#link=');
    const doctor = await runCommand(['doctor', '--json', '--only', 'address/form'], environment);
    expect(JSON.parse(doctor.output)).toMatchObject({ target: test.practice.url });
  });
});

describe('a value kept by another version', () => {
  it('is named and does not count; what comes after it does', async () => {
    const { createSqlAdminRecords } = await import('../storage/sql-admin-records.ts');
    const held = { GUICHET_LOCALE: 'tlh', OPENWEBUI_MODEL: 'slow', GUICHET_NEW_THING: 'on' };
    await writeBeside(test.dataDir, (database) =>
      createSqlAdminRecords(database).writeNote('console-settings', JSON.stringify(held), 1),
    );
    await test.restart();
    operator = await Operator.signIn(test.guichet.url, test.dataDir);
    expect(test.log.join('')).toContain('GUICHET_LOCALE (from the console) is \\"tlh\\", but must be one of: en, fr');
    expect(await setting('GUICHET_LOCALE')).toMatchObject({ isSet: false });
    expect(await setting('OPENWEBUI_MODEL')).toMatchObject({ value: 'slow' });
    // A change of another setting keeps what this version does not know.
    await change({ OPENWEBUI_MODEL: null });
    expect(storedBytes().includes('GUICHET_NEW_THING')).toBe(true);
  });
});

function storedBytes(): Buffer {
  return Buffer.concat(readdirSync(test.dataDir).map((file) => readFileSync(path.join(test.dataDir, file))));
}
