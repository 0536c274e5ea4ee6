/** nginx, HAProxy and Caddy as people have them in front: a process of its own, on a free port, gone with the test. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type RealProxyKind = 'nginx' | 'haproxy' | 'caddy';

export interface RealProxy {
  url: string;
  close(): Promise<void>;
}

export interface RealProxyWish {
  /** Origin of what stands behind it. */
  target: string;
  /** Lines of its own configuration, where they belong: location, frontend, site. */
  lines: readonly string[];
}

const PLACES = ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

/** @returns undefined when this machine has none; `npm test` installs them where it may */
export function findProxyProgram(kind: RealProxyKind): string | undefined {
  const wanted = process.env[`GUICHET_${kind.toUpperCase()}`];
  if (wanted && existsSync(wanted)) return wanted;
  return PLACES.map((place) => path.join(place, kind)).find((file) => existsSync(file));
}

/** None outlives the process that started it. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** How long one may take to listen, in milliseconds. */
const START_LIMIT_MS = 10_000;

export async function startRealProxy(kind: RealProxyKind, wish: RealProxyWish): Promise<RealProxy> {
  const program = findProxyProgram(kind);
  if (!program) throw new Error(`${kind} is not installed here`);
  const folder = mkdtempSync(path.join(tmpdir(), `guichet-${kind}-`));
  const port = await freePort();
  const { config, args } = SETUPS[kind](wish, port, folder);
  const file = path.join(folder, 'proxy.conf');
  writeFileSync(file, config);
  const child = spawn(program, args(file, folder), {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  running.add(child);
  const proxy: RealProxy = {
    url: `http://127.0.0.1:${port}`,
    async close() {
      await ended(child);
      running.delete(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await untilListening(child, port);
  } catch (error) {
    const log = path.join(folder, 'error.log');
    const why = existsSync(log) ? readFileSync(log, 'utf8').slice(-1_000) : '';
    await proxy.close();
    throw new Error(`${kind} did not start: ${String(error)}\n${config}\n${why}`);
  }
  return proxy;
}

interface Setup {
  config: string;
  args(file: string, folder: string): string[];
}

const SETUPS: Readonly<Record<RealProxyKind, (wish: RealProxyWish, port: number, folder: string) => Setup>> = {
  nginx: ({ target, lines }, port, folder) => ({
    config: `
daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass ${target};
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      ${lines.join('\n      ')}
    }
  }
}
`,
    args: (file) => ['-p', folder, '-e', `${folder}/error.log`, '-c', file],
  }),
  haproxy: ({ target, lines }, port) => ({
    config: `
defaults
  mode http
  timeout connect 5s
  timeout client 60s
  timeout server 60s
frontend front
  bind 127.0.0.1:${port}
  ${lines.join('\n  ')}
  default_backend back
backend back
  server one ${new URL(target).host}
`,
    args: (file) => ['-db', '-f', file],
  }),
  caddy: ({ target, lines }, port) => ({
    config: `
{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  ${lines.join('\n  ')}
  reverse_proxy ${new URL(target).host}
}
`,
    args: (file) => ['run', '--adapter', 'caddyfile', '--config', file],
  }),
};

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  const started = performance.now();
  while (performance.now() - started < START_LIMIT_MS) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`);
    if (await listens(port)) return;
    await pause(20);
  }
  throw new Error('it never listened');
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 2_000);
  await over;
  clearTimeout(timer);
}
