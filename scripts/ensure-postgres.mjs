// A PostgreSQL for the storage suites: the one that is running here, else one from the system's package (installed where
// that may be asked), started in a folder of its own and ended with the tests.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const USUAL_PORT = 5432;
const VERSIONS = '/usr/lib/postgresql';
const STARTS_WITHIN_MS = 30_000;

/** @returns {Promise<boolean>} whether somebody listens there */
function listens(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The folder with `initdb` and `postgres`, of the newest version. */
function programs() {
  if (!existsSync(VERSIONS)) return undefined;
  const folders = readdirSync(VERSIONS)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(VERSIONS, version, 'bin'));
  return folders.find((folder) => existsSync(path.join(folder, 'initdb')));
}

function install() {
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) return;
  console.error('Installing PostgreSQL for the storage suites (apt-get)…');
  // Installed to be started by the tests, never as a service of this machine.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'],
  ]) {
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000, env });
  }
}

/** It refuses to run as root; Debian's package has an account for it. */
function account() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim());
  return { uid: id('-u'), gid: id('-g') };
}

/** @param certificate where it is `server.crt` and `server.key`: nobody gets in unencrypted */
async function startOne(bin, certificate) {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-postgres-'));
  const as = account();
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = path.join(folder, 'data');
  const initdb = spawnSync(path.join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'], {
    ...as,
    cwd: folder,
    encoding: 'utf8',
  });
  if (initdb.status !== 0) {
    console.error(initdb.stderr);
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  const port = await freePort();
  const options = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'fsync=off'];
  if (certificate) {
    const names = ['server.crt', 'server.key'];
    for (const name of names) {
      copyFileSync(path.join(certificate, name), path.join(data, name));
      chmodSync(path.join(data, name), 0o600);
      if (as.uid !== undefined) chownSync(path.join(data, name), as.uid, as.gid);
    }
    writeFileSync(path.join(data, 'pg_hba.conf'), 'hostssl all all 127.0.0.1/32 trust\n');
    options.push('-c', 'ssl=on');
  }
  let server;
  const stop = () => {
    server?.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  };
  async function start() {
    server = spawn(path.join(bin, 'postgres'), options, { ...as, cwd: folder, stdio: 'ignore' });
    const deadline = Date.now() + STARTS_WITHIN_MS;
    while (!(await listens(port))) {
      if (server.exitCode !== null || Date.now() > deadline) return false;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return true;
  }
  /** As an administrator does it: everybody is thrown out, and what was committed is there afterwards. */
  async function restart(awayMs = 0) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await ended;
    await new Promise((resolve) => setTimeout(resolve, awayMs));
    if (!(await start())) throw new Error('PostgreSQL does not start again.');
  }
  if (!(await start())) {
    stop();
    return undefined;
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres?sslmode=disable`, stop, restart };
}

/**
 * One of its own, which may be restarted.
 * @param certificate a folder, as `startOne` takes it
 * @returns undefined when none can be had
 */
export async function startOwnPostgres(certificate) {
  if (!programs()) install();
  const bin = programs();
  return bin && startOne(bin, certificate);
}

/** Whether a role that may make databases gets in, by what the tests would use. */
function letsUsIn(url, node) {
  const script = `import pg from 'pg'; const c = new pg.Client(${JSON.stringify(url)}); await c.connect(); await c.end();`;
  return spawnSync(node, ['--input-type=module', '-e', script], { timeout: 10_000 }).status === 0;
}

/**
 * @param {string} node
 * @returns {Promise<{ url: string, stop: () => void } | undefined>} undefined when none can be had
 */
export async function ensurePostgres(node) {
  const running =
    process.env.GUICHET_TEST_POSTGRES ?? `postgres://postgres@127.0.0.1:${USUAL_PORT}/postgres?sslmode=disable`;
  if (letsUsIn(running, node)) return { url: running, stop: () => undefined };
  if (!programs()) install();
  const bin = programs();
  return bin && startOne(bin);
}
