/** The Dockerfile's own steps, carried out in empty folders, because a machine that tests need not have an engine. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLOSE_GRACE_MS } from '../../packages/server/src/start-guichet.ts';
import { freePort } from '../free-port.ts';
import { copyBuildContext } from './build-context.ts';
import { environmentOf, execForm, instructionIn, MAKE_DATA_FOLDER, parseDockerfile } from './dockerfile.ts';
import { APP_FOLDER, runStages } from './run-stages.ts';
import { type RunningServer, startServer } from './running-server.ts';

const root = path.resolve(import.meta.dirname, '../..');
const text = readFileSync(path.join(root, 'Dockerfile'), 'utf8');
const stages = parseDockerfile(text);
const final = stages.at(-1);
if (!final) throw new Error('The Dockerfile has no stage.');

/** The whole of `/app`. Larger means that something crept in; look at it before raising this. */
const MOST_APP_MB = 30;

/** A start takes a second; a machine that runs other tests as well may need many. */
const START_MS = 60_000;

/** The same for a test that starts something. */
const STARTING = { timeout: 180_000 };

describe('the Dockerfile carried out', () => {
  const workspace = mkdtempSync(path.join(tmpdir(), 'guichet-container-'));
  const home = path.join(workspace, 'home');
  const data = path.join(workspace, 'data');
  const healthCheck = execForm(instructionIn(final, 'HEALTHCHECK'));
  const figures: string[] = [];
  /** `node` and `npm` as in the image: this Node, an empty home folder, nothing of the caller's settings. */
  const environment: NodeJS.ProcessEnv = {
    PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH ?? ''}`,
    HOME: home,
  };
  let app = '';
  let port = 0;
  let server: RunningServer | undefined;

  const serverEnvironment = () => ({
    ...environment,
    ...environmentOf(final),
    GUICHET_DATA_DIR: data,
    PORT: String(port),
  });
  const checkHealth = () => {
    const [program = '', ...words] = healthCheck.map((word) => word.replace(`${APP_FOLDER}/`, `${app}/`));
    return spawnSync(program, words, { env: serverEnvironment(), encoding: 'utf8', timeout: 10_000 });
  };

  beforeAll(async () => {
    mkdirSync(home);
    const context = path.join(workspace, 'context');
    copyBuildContext(root, context);
    port = await freePort();
    const startedAt = Date.now();
    app = runStages(stages, {
      context,
      workspace,
      environment: buildEnvironment(environment),
      leftOut: [MAKE_DATA_FOLDER],
    });
    figures.push(`steps ${Date.now() - startedAt} ms`);
  }, 240_000);

  afterAll(async () => {
    await server?.stop(5_000);
    rmSync(workspace, { recursive: true, force: true });
    console.info(`Container: ${figures.join(', ')}`);
  });

  it('holds what runs, the licences of what is in it, and no sources', () => {
    const whole = sizeOf(app) / 1024 / 1024;
    figures.push(`/app ${whole.toFixed(1)} MB`);
    expect(whole).toBeLessThan(MOST_APP_MB);
    expect(existsSync(path.join(app, 'node_modules'))).toBe(false);
    expect(filesBelow(app).filter((file) => file.endsWith('.ts'))).toEqual([]);
    const licences = readFileSync(path.join(app, 'packages/server/dist/licenses.txt'), 'utf8');
    for (const library of ['hono', 'zod', 'kysely', 'undici'])
      expect(licences).toMatch(new RegExp(`^${library} \\d`, 'm'));
  });

  it('is unhealthy before the start', () => {
    const check = checkHealth();
    expect(check.status).toBe(1);
    expect(check.stderr).toContain(`port ${port}`);
  });

  it('starts, answers, is healthy and serves the widget', STARTING, async () => {
    const before = listing(app);
    const startedAt = Date.now();
    server = startServer(execForm(instructionIn(final, 'CMD')), app, serverEnvironment());
    await server.answers(`http://127.0.0.1:${port}/healthz`, START_MS);
    figures.push(`start ${Date.now() - startedAt} ms`);
    const ready = await server.answers(`http://127.0.0.1:${port}/readyz`, START_MS);
    expect(await ready.json()).toEqual({ ready: true, reasons: [] });
    const loader = await server.answers(`http://127.0.0.1:${port}/guichet.js`, START_MS);
    expect(loader.headers.get('content-type')).toContain('javascript');
    const check = checkHealth();
    expect([check.status, check.stderr]).toEqual([0, '']);
    expect(server.output()).not.toMatch(/Warning/);
    // Nothing is written beside the data, so that the container's own file system may be read-only.
    expect(listing(app)).toEqual(before);
    expect(statSync(path.join(data, 'master-keys')).mode & 0o777).toBe(0o600);
    figures.push(...memoryOf(server.pid));
  });

  it('has the commands, without a network and with nothing to write to but npm’s own folder', STARTING, async () => {
    const before = listing(app);
    const help = spawnSync('npx', ['guichet', 'help'], {
      cwd: app,
      env: {
        ...serverEnvironment(),
        HOME: path.join(workspace, 'no-such-home'),
        npm_config_cache: path.join(workspace, 'npm-in-the-image'),
        npm_config_offline: 'true',
      },
      encoding: 'utf8',
    });
    expect([help.status, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toContain('doctor');
    expect(listing(app)).toEqual(before);
  });

  it('has the guide', async () => {
    const page = await server?.answers(`http://127.0.0.1:${port}/guide/fr/errors`, START_MS);
    expect(await page?.text()).toContain('id="not-found"');
  });

  it('ends by itself on SIGTERM, well within the grace that compose files give', async () => {
    const startedAt = Date.now();
    expect(await server?.stop(CLOSE_GRACE_MS), server?.output()).toBe(0);
    figures.push(`stop ${Date.now() - startedAt} ms`);
    expect(checkHealth().status).toBe(1);
  });
});

/** From the caller only the way to the registry, and npm's cache, so that a test does not fetch the world each time. */
function buildEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const npm = (key: string) =>
    execFileSync('npm', ['config', 'get', key], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  const onTheWay = Object.entries(process.env).filter(([name]) =>
    /^(https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS)$/i.test(name),
  );
  return {
    ...environment,
    ...Object.fromEntries(onTheWay),
    npm_config_userconfig: npm('userconfig'),
    npm_config_cache: npm('cache'),
    npm_config_prefer_offline: 'true',
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function sizeOf(folder: string): number {
  return filesBelow(folder).reduce((sum, file) => sum + statSync(file).size, 0);
}

function listing(folder: string): string[] {
  return filesBelow(folder)
    .map((file) => `${file} ${statSync(file).mtimeMs}`)
    .sort();
}

/** Resident memory, where the system says it. */
function memoryOf(pid: number | undefined): string[] {
  const file = `/proc/${pid}/status`;
  if (pid === undefined || !existsSync(file)) return [];
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]);
  return [`memory ${Math.round(kilobytes / 1024)} MB`];
}
