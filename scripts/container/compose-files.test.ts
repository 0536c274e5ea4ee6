/** The compose file and the Coolify template: valid, complete, and speaking of settings that exist. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { readSettings } from '../../packages/server/src/settings/read-settings.ts';
import { SETTINGS } from '../../packages/server/src/settings/setting-definitions.ts';
import { CLOSE_GRACE_MS } from '../../packages/server/src/start-guichet.ts';
import { execForm, instructionIn, parseDockerfile } from './dockerfile.ts';

interface ComposeFile {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
}

interface Service {
  build?: string;
  image: string;
  ports?: string[];
  environment: string[];
  volumes: string[];
  stop_grace_period: string;
  healthcheck: { test: string[] };
  [key: string]: unknown;
}

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const dockerfile = parseDockerfile(read('Dockerfile'));
const { version } = JSON.parse(read('package.json')) as { version: string };

function parse(text: string): ComposeFile {
  const document = parseDocument(text, { version: '1.2', strict: true, uniqueKeys: true });
  expect(document.errors).toEqual([]);
  expect(document.warnings).toEqual([]);
  return document.toJS() as ComposeFile;
}

function onlyService(file: ComposeFile): Service {
  expect(Object.keys(file.services)).toEqual(['guichet']);
  const service = file.services.guichet;
  if (!service) throw new Error('No service.');
  return service;
}

/** `NAME=value` as an object; a bare name has the empty value. */
function environmentOf(service: Service): Record<string, string> {
  return Object.fromEntries(
    service.environment.map((line) => {
      const equals = line.indexOf('=');
      return equals === -1 ? [line, ''] : [line.slice(0, equals), line.slice(equals + 1)];
    }),
  );
}

/** As compose does it, with only the variables given. */
function filledIn(environment: Record<string, string>, given: Record<string, string>): Record<string, string> {
  const fill = (value: string) =>
    value.replace(/\$\{(\w+)(?::-([^}]*))?\}/g, (_, name: string, fallback = '') => given[name] || fallback);
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)]));
}

const settingNames: string[] = Object.values(SETTINGS).map((setting) => setting.name);

describe.each(['compose.yaml', 'deploy/coolify/guichet.yaml'])('%s', (name) => {
  const text = read(name);
  const file = parse(text);
  const service = onlyService(file);
  const environment = environmentOf(service);

  it('keeps the data in a named volume', () => {
    expect(service.volumes).toEqual(['guichet-data:/data']);
    expect(Object.keys(file.volumes)).toEqual(['guichet-data']);
  });

  it('asks for health as the Dockerfile does, without a shell', () => {
    const final = dockerfile.at(-1);
    if (!final) throw new Error('No stage.');
    expect(service.healthcheck.test).toEqual(['CMD', ...execForm(instructionIn(final, 'HEALTHCHECK'))]);
  });

  it('waits longer than Guichet takes to stop', () => {
    expect(service.stop_grace_period).toMatch(/^\d+s$/);
    expect(Number.parseInt(service.stop_grace_period, 10) * 1000).toBeGreaterThan(CLOSE_GRACE_MS);
  });

  it('names only settings that exist, each once, and lets people edit them', () => {
    const names = Object.keys(environment).filter((each) => !each.startsWith('SERVICE_'));
    expect(new Set(names).size).toBe(names.length);
    for (const each of names) expect(settingNames).toContain(each);
    for (const each of names) {
      if (/\$\{SERVICE_/.test(environment[each] ?? '')) continue;
      expect(environment[each], each).toMatch(new RegExp(`^\\$\\{${each}:-[^$}]*\\}$`));
    }
    for (const wanted of ['OPENWEBUI_URL', 'OPENWEBUI_API_KEY', 'OPENWEBUI_MODEL', 'GUICHET_ALLOWED_ORIGINS']) {
      expect(names).toContain(wanted);
    }
  });

  it('has no dollar sign that compose would read as something else', () => {
    const code = text.replace(/^\s*#.*$/gm, '');
    expect(code.replace(/\$\{\w+(?::-[^$}]*)?\}/g, '')).not.toContain('$');
  });

  it('carries this version and no secret', () => {
    expect(service.image).toBe(`guichet:${version}`);
    expect(service.build).toBe('.');
    expect(text).not.toMatch(/sk-[0-9a-f]{32}|eyJ/);
  });
});

describe('compose.yaml', () => {
  const service = onlyService(parse(read('compose.yaml')));

  it('gives settings that Guichet accepts when nothing is set: practice mode', () => {
    const settings = readSettings({ environment: filledIn(environmentOf(service), {}) });
    for (const [key, setting] of Object.entries(settings)) expect(setting.origin.kind, key).toBe('default');
  });

  it('publishes the port inside, whatever the port outside', () => {
    expect(service.ports).toEqual([`\${PORT:-8787}:8787`]);
    expect(Object.keys(environmentOf(service))).not.toContain('PORT');
  });

  it('takes away what a container does not need', () => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  });
});

describe('the Coolify template', () => {
  const text = read('deploy/coolify/guichet.yaml');
  const environment = environmentOf(onlyService(parse(text)));
  /** What Coolify fills in by itself. */
  const magic = {
    SERVICE_URL_GUICHET: 'https://guichet-abc.example.com',
    SERVICE_HEX_64_GUICHET: '0123456789abcdef'.repeat(4),
  };

  it('begins with the header that Coolify reads', () => {
    const header = Object.fromEntries(
      text
        .split('\n')
        .slice(0, 6)
        .map((line) => /^# (\w+): (.+)$/.exec(line)?.slice(1) as [string, string]),
    );
    expect(Object.keys(header)).toEqual(['documentation', 'slogan', 'category', 'tags', 'logo', 'port']);
    expect(header.port).toBe('8787');
    expect(header.tags).toMatch(/^[a-z ]+(, [a-z ]+)+$/);
    expect(header.logo).toBe('svgs/guichet.svg');
    expect(read(`deploy/coolify/${header.logo}`)).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox=/);
  });

  it('has a domain routed to the port, and the address that goes with it', () => {
    expect(environment.SERVICE_URL_GUICHET_8787).toBe('');
    expect(environment.GUICHET_PUBLIC_URL).toBe(`\${SERVICE_URL_GUICHET}`);
  });

  it('gives settings that Guichet accepts before anything is edited', () => {
    const settings = readSettings({ environment: filledIn(environment, magic) });
    expect(settings.publicUrl.value).toBe('https://guichet-abc.example.com');
    expect(settings.masterKeys.value).toHaveLength(1);
    expect(settings.masterKeys.value?.[0]?.key).toHaveLength(32);
    expect(settings.trustedProxies.value).toEqual(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']);
    expect(settings.openWebUiUrl.value).toBeUndefined();
  });

  it('gives settings that Guichet accepts once people have edited them', () => {
    const edited = {
      OPENWEBUI_URL: 'http://open-webui-abc123:8080',
      GUICHET_ALLOWED_ORIGINS: 'https://www.example.com,https://example.com',
      GUICHET_TRUSTED_PROXIES: '10.1.0.0/16',
    };
    const settings = readSettings({ environment: filledIn(environment, { ...magic, ...edited }) });
    expect(settings.openWebUiUrl.value).toBe('http://open-webui-abc123:8080');
    expect(settings.allowedOrigins.value).toEqual(['https://www.example.com', 'https://example.com']);
    expect(settings.trustedProxies.value).toEqual(['10.1.0.0/16']);
  });

  it('says how to reach an Open WebUI of the same Coolify', () => {
    expect(text).toContain('Connect to Predefined Network');
    expect(text).toContain('http://open-webui-<uuid>:8080');
  });
});
