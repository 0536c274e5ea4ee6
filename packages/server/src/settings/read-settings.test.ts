import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './read-settings.ts';
import { SETTINGS } from './setting-definitions.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'guichet-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

function refusal(environment: Record<string, string>, envFile?: string): string {
  try {
    readSettings({ environment, ...(envFile !== undefined && { envFile }) });
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  throw new Error('These settings were accepted.');
}

describe('readSettings', () => {
  it('has a default for everything', () => {
    const settings = readSettings({ environment: {}, envFile: path.join(folder, 'none') });
    expect(settings.port).toEqual({ value: 8787, text: undefined, origin: { kind: 'default' }, overridden: [] });
    expect(settings.openWebUiUrl.value).toBeUndefined();
  });

  it('takes the environment before the .env file, and says where each value came from', () => {
    const envFile = file('.env', 'PORT=1000\nHOST="127.0.0.1"\n');
    const settings = readSettings({ environment: { PORT: '2000' }, envFile });
    expect(settings.port).toEqual({
      value: 2000,
      text: '2000',
      origin: { kind: 'environment', name: 'PORT' },
      overridden: [{ value: 1000, origin: { kind: 'env-file', name: 'PORT', file: envFile } }],
    });
    expect(settings.host).toMatchObject({
      value: '127.0.0.1',
      origin: { kind: 'env-file', name: 'HOST', file: envFile },
    });
  });

  const KEY_LINES = ['# réglages', 'OPENWEBUI_URL="https://chat.example.com"', 'PORT=4321', ''];
  const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
  it.each<[string, (text: string) => Buffer]>([
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16, as PowerShell writes it', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without a mark', (text) => Buffer.from(text, 'utf16le')],
    ['UTF-16, the other way round', (text) => utf16be(`\ufeff${text}`)],
    ['UTF-16, the other way round, without a mark', (text) => utf16be(text)],
  ])('reads a .env file in %s, with the line ends of every system', (name, encode) => {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const envFile = file(`${name}.env`, encode(KEY_LINES.join(lineEnd)));
      const settings = readSettings({ environment: {}, envFile });
      expect(settings.openWebUiUrl.value).toBe('https://chat.example.com');
      expect(settings.port.value).toBe(4321);
    }
    const key = file(`${name}.key`, encode('sk-from-file\r\n'));
    expect(readSettings({ environment: { OPENWEBUI_API_KEY_FILE: key } }).openWebUiApiKey.value).toBe('sk-from-file');
  });

  it('reads the _FILE twin of any setting, without the line break at its end', () => {
    for (const { name } of Object.values(SETTINGS)) {
      const missing = path.join(folder, 'missing');
      expect(refusal({ [`${name}_FILE`]: missing })).toContain(
        `${name}_FILE (from the environment) points to ${missing}`,
      );
    }
    const secret = file('key', `sk-${'a'.repeat(32)}\n`);
    const { openWebUiApiKey } = readSettings({ environment: { OPENWEBUI_API_KEY_FILE: secret } });
    expect(openWebUiApiKey.value).toBe(`sk-${'a'.repeat(32)}`);
    expect(openWebUiApiKey.origin).toMatchObject({ kind: 'file', file: secret });
  });

  it('takes a file before .env, and lets nothing that does not count stop the start', () => {
    const envFile = file('both.env', 'OPENWEBUI_API_KEY=from-env-file\nPORT=none\n');
    const named = file('named', 'from-file');
    const settings = readSettings({ environment: { OPENWEBUI_API_KEY_FILE: named, PORT: '1' }, envFile });
    expect(settings.openWebUiApiKey).toMatchObject({ value: 'from-file', overridden: [{ value: 'from-env-file' }] });
    expect(settings.port).toMatchObject({ value: 1, overridden: [] });
  });

  it('takes the aliases with the underscore', () => {
    const settings = readSettings({ environment: { OPEN_WEBUI_URL: 'http://a.example/', OPEN_WEBUI_API_KEY: 'x' } });
    expect(settings.openWebUiUrl.value).toBe('http://a.example');
    expect(settings.openWebUiApiKey.value).toBe('x');
  });

  it.each([
    'https://chat.example.com\\n',
    'https://chat.example.com\\r\\n',
    '“https://chat.example.com”',
    '\u200bhttps://chat.example.com\u200b',
    '\ufeffhttps://chat.example.com',
    '«\u202fhttps://chat.example.com\u202f»',
    '<https://chat.example.com>',
    '`https://chat.example.com`',
    'https://chat.example.com\\',
  ])('takes from an address what was pasted along: %j', (written) => {
    expect(readSettings({ environment: { OPENWEBUI_URL: written } }).openWebUiUrl.value).toBe(
      'https://chat.example.com',
    );
  });

  it('treats an empty value as not set, as compose files write it', () => {
    expect(readSettings({ environment: { OPENWEBUI_URL: ' ', PORT: '' } }).port.value).toBe(8787);
  });

  it.each([
    [{ PORT: '70000' }, /^PORT \(from the environment\) is "70000", which is not a port .*; for example: PORT=8787$/],
    [{ PORT: 'http' }, /not a port/],
    [
      { OPENWEBUI_URL: 'chat.example.com' },
      /^OPENWEBUI_URL .* does not start with .*; you probably mean https:\/\/chat\.example\.com; for example: OPENWEBUI_URL=https:/,
    ],
    [{ OPENWEBUI_URL: 'chat.example.com:8443/chatgpt' }, /you probably mean https:\/\/chat\.example\.com:8443;/],
    [{ OPENWEBUI_URL: 'localhost:3000' }, /you probably mean http:\/\/localhost:3000;/],
    [{ OPENWEBUI_URL: 'open-webui:8080' }, /you probably mean http:\/\/open-webui:8080;/],
    [{ GUICHET_ALLOWED_ORIGINS: 'www.example.com' }, /you probably mean https:\/\/www\.example\.com;/],
    [{ OPENWEBUI_URL: 'javascript:alert(1)' }, /does not start with http/],
    [{ OPENWEBUI_URL: 'somewhere' }, /is not a web address/],
    [{ OPENWEBUI_URL: 'https://chat.example.com;' }, /is not a web address/],
    [{ OPENWEBUI_URL: 'https://a.example,https://b.example' }, /is not a web address/],
    [{ OPENWEBUI_URL: 'ftp://x' }, /does not start with http/],
    [{ OPENWEBUI_URL: 'https://me:secret@x' }, /user name or password/],
    [{ OPENWEBUI_URL: 'postgres://me:secret@x/database' }, /user name or password; remove it; for/],
    [{ GUICHET_ALLOWED_ORIGINS: 'https://a.example,https://b.example/page' }, /an origin ends after the host/],
    [
      { OPENWEBUI_URL: 'https://https://chat.example.com' },
      /https:\/\/ twice; you probably mean https:\/\/chat\.example\.com;/,
    ],
    [{ OPENWEBUI_URL: 'http://https//chat.example.com/api' }, /twice; you probably mean https:\/\/chat\.example\.com;/],
    [{ OPENWEBUI_URL: 'https//chat.example.com' }, /has no colon/],
    [{ GUICHET_PUBLIC_URL: 'http://https://guichet.example.com' }, /GUICHET_PUBLIC_URL .* twice/],
    [{ GUICHET_WEBHOOK_URL: 'https:/https:/hooks.example.com/x' }, /GUICHET_WEBHOOK_URL .* twice/],
    [{ GUICHET_ALLOWED_ORIGINS: 'https://a.example,https://https://b.example' }, /twice/],
    [{ GUICHET_ALLOWED_ORIGINS: 'https://*' }, /also allows strangers’ sites/],
    [{ GUICHET_ALLOWED_ORIGINS: 'https://*.com' }, /also allows strangers’ sites/],
    [{ GUICHET_ALLOWED_ORIGINS: 'https://www.*.example.com' }, /a star must be the whole first part/],
    [{ GUICHET_ALLOWED_ORIGINS: 'https://*.example.com/shop' }, /an origin ends after the host/],
    [{ PORT: 'tcp://10.0.0.1:80' }, /^PORT \(from the environment\) is "tcp:\/\/10\.0\.0\.1:80", which is not a port/],
    [{ PORT: '8787:8787' }, /not a port/],
    [{ HOST: 'tcp://10.0.0.1' }, /^HOST \(from the environment\) .* not a host name/],
    [{ HOST: '0.0.0.0:8787' }, /not a host name/],
    [{ HOST: '*' }, /not a host name/],
    [{ GUICHET_TRUSTED_PROXIES: '10.0.0.0/33' }, /not an address range/],
    [{ GUICHET_PROOF: 'sometimes' }, /must be one of: auto, always, off/],
    [{ GUICHET_LOCALE: 'de' }, /must be one of: en, fr/],
    [{ GUICHET_MASTER_KEYS: 'main:c2hvcnQ=' }, /key "main" of 5 bytes/],
    [{ GUICHET_SETUP_TOKEN: 'short' }, /shorter than 16/],
    [{ DATABASE_URL: 'postgres://x' }, /not an address of a PostgreSQL/],
    [{ DATABASE_URL: 'mysql://u:hush@x/y' }, /not an address of a PostgreSQL/],
    [{ DATABASE_URL: 'x:5432/guichet' }, /not an address of a PostgreSQL/],
    [{ REDIS_URL: 'cache:6379' }, /not an address of Redis or Valkey/],
    [{ REDIS_URL: 'http://cache:6379' }, /not an address of Redis or Valkey/],
    [{ REDIS_URL: 'redis://:pa/ss@cache' }, /not an address of Redis or Valkey/],
    [{ PORT: '1', PORT_FILE: '/x' }, /^PORT and PORT_FILE \(from the environment\) are both set/],
  ])('stops at %j with one sentence', (environment, expected) => {
    const sentence = refusal(environment as Record<string, string>);
    expect(sentence).toMatch(expected);
    expect(sentence).not.toContain('\n');
  });

  it('names an unreadable line of .env by its number and does not show it', () => {
    const envFile = file('broken.env', 'PORT=1\nsk-0123456789abcdef\n');
    expect(refusal({}, envFile)).toBe(
      `Line 2 of the settings file ${envFile} is not a setting; for example: OPENWEBUI_URL=https://chat.example.com`,
    );
  });

  it.each(['OPENWEBUI_URL', 'OPENWEBUI_MODEL', 'GUICHET_PUBLIC_URL', 'GUICHET_ALLOWED_ORIGINS', 'GUICHET_DATA_DIR'])(
    'refuses a key that was pasted into %s, says where it goes, and does not quote it',
    (name) => {
      for (const key of ['sk-0123456789ab4def8123456789abcdef', `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`]) {
        const said = refusal({ [name]: key });
        expect(said).toContain(`${name} (from the environment) seems to contain a secret of ${key.length} characters`);
        expect(said).toContain('OPENWEBUI_API_KEY');
        expect(said).not.toContain(key.slice(4, -4));
      }
    },
  );

  it.each(['//me:secret-word@host', 'me:secret-word@host:bad', 'http://me:secret-word@ho st'])(
    'quotes no password of %s, which is no address',
    (text) => {
      expect(refusal({ OPENWEBUI_URL: text })).not.toContain('secret-word');
    },
  );

  it('never quotes a secret in a refusal', () => {
    const secret = Buffer.alloc(20, 'k').toString('base64');
    expect(refusal({ GUICHET_MASTER_KEYS: `main:${secret}` })).not.toContain(secret);
    expect(refusal({ OPENWEBUI_URL: 'https://me:hunter2hunter2@x' })).not.toContain('hunter2');
    expect(refusal({ OPENWEBUI_API_KEY: 'sk-1\nsk-2-second' })).not.toContain('second');
  });

  it('takes a master key with a space behind its name and one that was wrapped', () => {
    const written = Buffer.alloc(32, 0xab).toString('base64');
    for (const text of [
      `main: ${written}`,
      `main:${written.slice(0, 30)}\n${written.slice(30)}`,
      `"main:${written}"`,
    ]) {
      const keys = readSettings({ environment: { GUICHET_MASTER_KEYS: text } }).masterKeys.value;
      expect(keys).toEqual([{ id: 'main', key: Buffer.alloc(32, 0xab) }]);
    }
  });

  it('takes 64 hexadecimal digits for a master key, as panels generate them', () => {
    const keys = readSettings({ environment: { GUICHET_MASTER_KEYS: 'ab'.repeat(32) } }).masterKeys.value;
    expect(keys).toEqual([{ id: 'main', key: Buffer.alloc(32, 0xab) }]);
    const older = readSettings({ environment: { GUICHET_MASTER_KEYS: 'ab'.repeat(64) } }).masterKeys.value;
    expect(older?.[0]?.key).toHaveLength(32);
  });

  it('takes https://*.example.com for every name below it, and an IPv6 address with its brackets', () => {
    const environment = { GUICHET_ALLOWED_ORIGINS: 'https://*.Example.com, https://example.com/', HOST: '[::1]' };
    const { allowedOrigins, host } = readSettings({ environment });
    expect(allowedOrigins.value).toEqual(['https://*.example.com', 'https://example.com']);
    expect(host.value).toBe('::1');
  });

  it('takes away the quotation marks that `docker run --env-file` leaves', () => {
    const environment = { OPENWEBUI_URL: '"https://chat.example.com"', PORT: "'4321'", GUICHET_PUBLIC_URL: '""' };
    const settings = readSettings({ environment });
    expect(settings.openWebUiUrl).toMatchObject({
      value: 'https://chat.example.com',
      text: 'https://chat.example.com',
    });
    expect(settings.port.value).toBe(4321);
    expect(settings.publicUrl.origin).toEqual({ kind: 'default' });
  });

  it.each([
    'https://a.example;https://b.example',
    'https://a.example https://b.example',
    'https://a.example\nhttps://b.example\n',
    '"https://a.example", "https://b.example"',
    '["https://a.example", "https://b.example"]',
    'https://a.example., https://b.example',
  ])('takes a list of origins as other programs write it: %j', (text) => {
    const { allowedOrigins } = readSettings({ environment: { GUICHET_ALLOWED_ORIGINS: text } });
    expect(allowedOrigins.value).toEqual(['https://a.example', 'https://b.example']);
  });

  it('takes the first of several public addresses, as panels list them', () => {
    const { publicUrl } = readSettings({ environment: { GUICHET_PUBLIC_URL: 'https://a.example,https://b.example' } });
    expect(publicUrl.value).toBe('https://a.example');
  });
});
