/** The files for several servers: valid by the schemas of those who read them, and in step with Guichet itself. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Deployment } from 'kubernetes-types/apps/v1.js';
import type { ConfigMap, Service } from 'kubernetes-types/core/v1.js';
import type { PodDisruptionBudget } from 'kubernetes-types/policy/v1.js';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments, parseDocument } from 'yaml';
import { readRedisAddress } from '../../packages/server/src/redis/redis-address.ts';
import { readSettings, SettingsError } from '../../packages/server/src/settings/read-settings.ts';
import { SETTINGS } from '../../packages/server/src/settings/setting-definitions.ts';
import { CLOSE_GRACE_MS } from '../../packages/server/src/start-guichet.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'deploy/replicas');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const NAMES: readonly string[] = Object.values(SETTINGS).map(({ name }) => name);
const MASTER_KEY = 'a'.repeat(64);

interface ComposeService {
  image: string;
  environment?: Record<string, string>;
  depends_on?: unknown;
  networks?: string[];
  volumes?: string[];
  stop_grace_period?: string;
  healthcheck?: { test: string[] };
  command?: string[];
}

interface ComposeFile {
  services: Record<string, ComposeService>;
  networks: Record<string, { ipam?: { config: { subnet: string }[] } }>;
  volumes: Record<string, unknown>;
}

describe('the compose file', () => {
  const parsed = parseDocument(read('compose.yaml'), { merge: true, strict: true, uniqueKeys: true });
  const file = parsed.toJS() as ComposeFile;
  const guichets = Object.entries(file.services).filter(([, { image }]) => image.startsWith('guichet:'));

  it('is valid, and whatever it names is there', () => {
    expect(parsed.errors).toEqual([]);
    expect(parsed.warnings).toEqual([]);
    for (const service of Object.values(file.services)) {
      for (const network of service.networks ?? []) expect(Object.keys(file.networks)).toContain(network);
      const waitsFor = Array.isArray(service.depends_on) ? service.depends_on : Object.keys(service.depends_on ?? {});
      for (const name of waitsFor) expect(Object.keys(file.services)).toContain(name);
      for (const volume of service.volumes ?? []) {
        const [source = ''] = volume.split(':');
        if (source.startsWith('./')) read(source);
        else expect(Object.keys(file.volumes)).toContain(source);
      }
    }
  });

  it('has two servers that are the same, with settings that exist and work together', () => {
    expect(guichets.map(([name]) => name)).toEqual(['guichet-1', 'guichet-2']);
    expect(guichets[0]?.[1]).toEqual(guichets[1]?.[1]);
    const given = { POSTGRES_PASSWORD: 'b'.repeat(48), GUICHET_MASTER_KEYS: MASTER_KEY };
    const environment = filledIn(guichets[0]?.[1].environment ?? {}, given);
    for (const name of Object.keys(environment)) expect(NAMES).toContain(name);
    const settings = readSettings({ environment });
    expect(settings.databaseUrl.value).toContain(`:${given.POSTGRES_PASSWORD}@postgres:5432/guichet`);
    expect(readRedisAddress(settings.redisUrl.value ?? '')?.place).toBe('valkey:6379');
    expect(settings.masterKeys.value).toHaveLength(1);
    expect(settings.trustedProxies.value).toEqual(file.networks.front?.ipam?.config.map(({ subnet }) => subnet));
  });

  it('does not start without the secrets that all servers share', () => {
    for (const [, { environment = {} }] of guichets) {
      expect(() => filledIn(environment, { POSTGRES_PASSWORD: 'x' })).toThrow('GUICHET_MASTER_KEYS');
      expect(() => filledIn(environment, { GUICHET_MASTER_KEYS: MASTER_KEY })).toThrow('POSTGRES_PASSWORD');
    }
  });

  it('gives answers the time to end, and asks whether the server lives by a file that the image has', () => {
    for (const [, service] of guichets) {
      expect(Number.parseInt(service.stop_grace_period ?? '', 10) * 1_000).toBeGreaterThan(CLOSE_GRACE_MS + 5_000);
      const [, , script = ''] = service.healthcheck?.test ?? [];
      expect(readFileSync(path.join(root, script.replace('/app/', '')), 'utf8')).toContain('/healthz');
    }
  });

  it('has a Valkey that keeps its entries and no file', () => {
    const command = file.services.valkey?.command ?? [];
    const settingOf = (option: string) => command[command.indexOf(option) + 1];
    expect(['--maxmemory-policy', '--save', '--appendonly'].map(settingOf)).toEqual(['noeviction', '', 'no']);
  });

  it('shows visitors nothing but the load balancer, which knows both servers', () => {
    const published = Object.entries(file.services).filter(([, service]) => 'ports' in service);
    expect(published.map(([name]) => name)).toEqual(['caddy']);
    for (const [name] of guichets) expect(read('Caddyfile')).toContain(`${name}:8787`);
  });
});

/** As compose does it. @throws for one that has to be there */
function filledIn(environment: Record<string, string>, given: Record<string, string>): Record<string, string> {
  const fill = (value: string) =>
    value.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind: string | undefined, rest = '') => {
      if (given[name]) return given[name];
      if (kind === '?') throw new Error(`${name}: ${rest}`);
      return rest;
    });
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(String(value))]));
}

describe('the Caddyfile', () => {
  const isInstalled = spawnSync('caddy', ['version']).status === 0;
  if (!isInstalled) console.error('NO CADDY IS INSTALLED: ITS FILE WAS NOT VALIDATED.');

  it.skipIf(!isInstalled && process.env.CI !== 'true')('is valid for Caddy, with a name and without one', () => {
    for (const host of [undefined, 'guichet.example.com']) {
      const { status, stderr } = spawnSync(
        'caddy',
        ['validate', '--config', path.join(folder, 'Caddyfile'), '--adapter', 'caddyfile'],
        { env: { ...process.env, ...(host && { GUICHET_HOST: host }) }, encoding: 'utf8' },
      );
      expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    }
  });
});

/** What Kubernetes calls a thing, and where its type is. */
const KINDS: Readonly<Record<string, string>> = {
  'v1/ConfigMap': 'core/v1',
  'v1/Service': 'core/v1',
  'apps/v1/Deployment': 'apps/v1',
  'policy/v1/PodDisruptionBudget': 'policy/v1',
  'networking.k8s.io/v1/Ingress': 'networking/v1',
  'networking.k8s.io/v1/NetworkPolicy': 'networking/v1',
};

interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
}

describe('the manifests for Kubernetes', () => {
  const documents = ['guichet.yaml', 'valkey.yaml'].flatMap((name) =>
    parseAllDocuments(read(`kubernetes/${name}`), { strict: true, uniqueKeys: true }),
  );
  const manifests = documents.map((one) => one.toJS() as Manifest);
  const find = <Kind>(kind: string, name: string) =>
    manifests.find((one) => one.kind === kind && one.metadata.name === name) as Kind;
  const guichet = find<Deployment>('Deployment', 'guichet');
  const pod = guichet.spec?.template.spec;
  const container = pod?.containers[0];

  it('have only fields that Kubernetes knows, of the right types, and all that it needs', () => {
    for (const one of documents) expect(one.errors).toEqual([]);
    expect(complaintsAbout(manifests)).toBe('');
  }, 60_000);

  it('would be complained about with a field that nobody knows, or without one that is needed', () => {
    const wrong = structuredClone(guichet) as unknown as { spec: { template: { spec: Record<string, unknown> } } };
    wrong.spec.template.spec.terminationGrace = 5;
    expect(complaintsAbout([wrong as unknown as Manifest])).toContain('terminationGrace');
    const lacking = structuredClone(guichet) as unknown as { spec: Record<string, unknown> };
    delete lacking.spec.selector;
    expect(complaintsAbout([lacking as unknown as Manifest])).toContain('selector');
  }, 60_000);

  it('give two servers, all settings, and secrets from where secrets are kept', () => {
    expect(guichet.spec?.replicas).toBe(2);
    expect(container?.envFrom).toEqual([{ configMapRef: { name: 'guichet' } }, { secretRef: { name: 'guichet' } }]);
    const open = find<ConfigMap>('ConfigMap', 'guichet').data ?? {};
    const secret = { DATABASE_URL: 'postgres://guichet:x@postgres:5432/guichet', GUICHET_MASTER_KEYS: MASTER_KEY };
    for (const name of Object.keys(open)) expect(NAMES).toContain(name);
    const settings = readSettings({ environment: { ...open, ...secret } });
    expect(() => readSettings({ environment: { ...open, REDIS_URL: 'valkey' } })).toThrow(SettingsError);
    const [host, port] = readRedisAddress(settings.redisUrl.value ?? '')?.place.split(':') ?? [];
    const valkey = find<Service>('Service', host ?? '');
    expect(valkey.spec?.ports?.map((one) => String(one.port))).toEqual([port]);
    const isSecret = (name: string) => Object.values(SETTINGS).some((one) => one.name === name && 'secret' in one);
    // The address of a Valkey without a password is none.
    expect(Object.keys(open).filter((name) => isSecret(name) && name !== 'REDIS_URL')).toEqual([]);
  });

  it('find each other by their labels and ports', () => {
    const labels = guichet.spec?.template.metadata?.labels;
    expect(guichet.spec?.selector.matchLabels).toEqual(labels);
    expect(find<Service>('Service', 'guichet').spec?.selector).toEqual(labels);
    expect(find<PodDisruptionBudget>('PodDisruptionBudget', 'guichet').spec?.selector?.matchLabels).toEqual(labels);
    const [port] = container?.ports ?? [];
    expect(port?.containerPort).toBe(SETTINGS.port.default);
    const probes = [container?.startupProbe, container?.readinessProbe, container?.livenessProbe];
    expect(probes.map((probe) => probe?.httpGet?.port)).toEqual([port?.name, port?.name, port?.name]);
    const mounts = container?.volumeMounts?.map(({ name }) => name);
    expect(pod?.volumes?.map(({ name }) => name)).toEqual(mounts);
  });

  it('give answers the time to end, and never take both servers away', () => {
    const pause = Number(container?.lifecycle?.preStop?.exec?.command?.[1]) * 1_000;
    expect((pod?.terminationGracePeriodSeconds ?? 0) * 1_000).toBeGreaterThan(CLOSE_GRACE_MS + pause + 5_000);
    expect(guichet.spec?.strategy?.rollingUpdate).toEqual({ maxSurge: 1, maxUnavailable: 0 });
    expect(find<PodDisruptionBudget>('PodDisruptionBudget', 'guichet').spec?.minAvailable).toBe(1);
  });

  it('run without rights that nobody needs', () => {
    expect(pod?.securityContext).toMatchObject({ runAsNonRoot: true });
    expect(container?.securityContext).toMatchObject({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });
});

/** What the type checker says of them as values of Kubernetes' own types: nothing where all is right. */
function complaintsAbout(manifests: readonly Manifest[]): string {
  const place = mkdtempSync(path.join(tmpdir(), 'guichet-manifests-'));
  try {
    symlinkSync(path.join(root, 'node_modules'), path.join(place, 'node_modules'));
    const lines = manifests.map((manifest, at) => {
      const where = KINDS[`${manifest.apiVersion}/${manifest.kind}`];
      if (!where) throw new Error(`No type is known for ${manifest.apiVersion}/${manifest.kind}.`);
      return `export const manifest${at}: import('kubernetes-types/${where}').${manifest.kind} = ${JSON.stringify(manifest)};`;
    });
    writeFileSync(path.join(place, 'manifests.ts'), lines.join('\n'));
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
    const { status, stdout } = spawnSync(
      process.execPath,
      [compiler, '--noEmit', '--strict', '--module', 'nodenext', '--skipLibCheck', 'manifests.ts'],
      { cwd: place, encoding: 'utf8' },
    );
    return status === 0 ? '' : stdout;
  } finally {
    rmSync(place, { recursive: true });
  }
}
