import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { misnamedSettings } from './misnamed-settings.ts';
import { SETTINGS } from './setting-definitions.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'guichet-misnamed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const of = (environment: Record<string, string>) => misnamedSettings({ environment });
const namesIn = (environment: Record<string, string>) => of(environment).map(({ meant }) => meant);

describe('a name that is nearly that of a setting', () => {
  it.each([
    ['openwebui_url', 'OPENWEBUI_URL'],
    ['OpenWebUI_Url', 'OPENWEBUI_URL'],
    ['OPENWEBUI_URI', 'OPENWEBUI_URL'],
    ['OPENWEBUI-URL', 'OPENWEBUI_URL'],
    ['OPENWEBUIURL', 'OPENWEBUI_URL'],
    ['OPEN_WEB_UI_URL', 'OPENWEBUI_URL'],
    ['OPNEWEBUI_URL', 'OPENWEBUI_URL'],
    ['OPENWEBUI_BASE_URL', 'OPENWEBUI_URL'],
    ['OPENWEBUI_API_KEY ', 'OPENWEBUI_API_KEY'],
    [' OPENWEBUI_API_KEY', 'OPENWEBUI_API_KEY'],
    ['OPENWEBUI_API_KEY\u200b', 'OPENWEBUI_API_KEY'],
    ['OPENWEBUI_APIKEY', 'OPENWEBUI_API_KEY'],
    ['OPENWEBUI_KEY', 'OPENWEBUI_API_KEY'],
    ['OPENWEBUI_TOKEN_FILE', 'OPENWEBUI_API_KEY_FILE'],
    ['openwebui_api_key_file', 'OPENWEBUI_API_KEY_FILE'],
    ['open_webui_api_key', 'OPENWEBUI_API_KEY'],
    ['OPENWEBUI_MODELS', 'OPENWEBUI_MODEL'],
    ['GUICHET_ALLOWED_ORIGIN', 'GUICHET_ALLOWED_ORIGINS'],
    ['GUICHET_MASTER_KEY', 'GUICHET_MASTER_KEYS'],
    ['GUICHET_TRUSTED_PROXY', 'GUICHET_TRUSTED_PROXIES'],
    ['GUICHET_DATADIR', 'GUICHET_DATA_DIR'],
    ['guichet_locale', 'GUICHET_LOCALE'],
    ['database_url', 'DATABASE_URL'],
  ])('%j is told, with the name that is read: %s', (name, meant) => {
    expect(of({ [name]: 'a value' })).toEqual([{ name, meant }]);
  });

  it('is told also where the right one holds something else, and not where it holds the same or nothing', () => {
    expect(namesIn({ openwebui_url: 'http://a', OPENWEBUI_URL: 'http://b' })).toEqual(['OPENWEBUI_URL']);
    expect(namesIn({ openwebui_url: ' "http://a" ', OPENWEBUI_URL: 'http://a' })).toEqual([]);
    expect(namesIn({ openwebui_url: 'http://a', OPEN_WEBUI_URL: 'http://a' })).toEqual([]);
    expect(namesIn({ openwebui_url: '' })).toEqual([]);
  });

  it('is found in the settings file, too, and nothing of its value is told', () => {
    const envFile = path.join(folder, '.env');
    writeFileSync(envFile, 'OPENWEBUI_APIKEY=sk-not-to-be-shown\nOPENWEBUI_URL=http://a\n');
    expect(misnamedSettings({ environment: {}, envFile })).toEqual([
      { name: 'OPENWEBUI_APIKEY', meant: 'OPENWEBUI_API_KEY' },
    ]);
  });
});

describe('no alarm', () => {
  it('for the settings themselves', () => {
    for (const { name, aliases = [] } of Object.values(SETTINGS) as { name: string; aliases?: readonly string[] }[]) {
      for (const one of [name, ...aliases]) expect([one, of({ [one]: 'a' })]).toEqual([one, []]);
    }
  });

  it.each([
    // Of Open WebUI, its compose file and what runs beside it.
    ...['WEBUI_URL', 'WEBUI_SECRET_KEY', 'OPEN_WEBUI_PORT', 'OPENAI_API_KEY', 'OPENAI_API_BASE_URL', 'OLLAMA_BASE_URL'],
    ...['WEBUI_NAME', 'WEBUI_AUTH', 'DATA_DIR', 'MODEL', 'API_KEY', 'OPENWEBUI_ADMIN_EMAIL', 'OPENWEBUI_VERSION'],
    // Links of services, as Kubernetes and Docker set them.
    ...['GUICHET_PORT', 'GUICHET_SERVICE_HOST', 'GUICHET_SERVICE_PORT', 'GUICHET_PORT_8787_TCP_ADDR'],
    ...['OPENWEBUI_PORT', 'OPENWEBUI_SERVICE_HOST', 'OPEN_WEBUI_PORT_8080_TCP', 'OPEN_WEBUI_SERVICE_PORT'],
    // Of everybody.
    ...[
      'PATH',
      'HOME',
      'host',
      'port',
      'Host',
      'HOSTNAME',
      'HOSTS',
      'PORTS',
      'POSTGRES_URL',
      'DATABASE_URI',
      'REDIS_URI',
    ],
    ...['DATABASE_URL_TEST', 'REDIS_HOST', 'LANG', 'LOCALE', 'npm_config_user_agent', 'NODE_ENV', 'PROXY', '_', ''],
    // Of Guichet's own tests and compose files.
    ...['GUICHET_TEST_POSTGRES', 'GUICHET_CHROMIUM', 'GUICHET_TEST_SAMPLES', 'GUICHET_IMAGE', 'GUICHET_DOMAIN'],
  ])('for %j', (name) => {
    expect(of({ [name]: 'a value' })).toEqual([]);
  });
});
