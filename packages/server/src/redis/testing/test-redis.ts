/**
 * A Redis of a test's own on a free port, from Debian's package, that it can stop, freeze and start again. Where there is
 * none, its tests are skipped aloud; in CI they fail.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PROGRAM = process.env.GUICHET_TEST_REDIS_PROGRAM ?? 'redis-server';

const isInstalled = spawnSync(PROGRAM, ['--version']).status === 0;
if (!isInstalled) console.error('NO REDIS IS INSTALLED: THE TESTS WITH ONE DID NOT RUN.');

/** For `describe.skipIf`. */
export const lacksRedis: boolean = !isInstalled && process.env.CI !== 'true';

export interface TestRedis {
  url: string;
  port: number;
  /** As when its machine loses power. */
  kill(): Promise<void>;
  /** On the same port, empty. */
  start(): Promise<void>;
  /** It takes connections and answers nothing. */
  freeze(): void;
  thaw(): void;
  remove(): Promise<void>;
}

/** @param settings further arguments of `redis-server`, or what makes them of its port */
export async function startTestRedis(
  settings: readonly string[] | ((port: number) => readonly string[]) = [],
): Promise<TestRedis> {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-redis-'));
  const port = await freePort();
  let child: ChildProcess | undefined;

  async function start(): Promise<void> {
    const fixed = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
    child = spawn(PROGRAM, [...fixed, ...(typeof settings === 'function' ? settings(port) : settings)], {
      stdio: 'ignore',
    });
    while (!(await isListening(port))) await pause(20);
  }

  async function kill(): Promise<void> {
    const dying = child;
    child = undefined;
    if (!dying || dying.exitCode !== null) return;
    const exited = new Promise((resolve) => dying.once('exit', resolve));
    dying.kill('SIGKILL');
    await exited;
  }

  // A test that breaks off must not leave one behind.
  const endWithProcess = () => void child?.kill('SIGKILL');
  process.once('exit', endWithProcess);
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill,
    start,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async remove() {
      process.off('exit', endWithProcess);
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.end());
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
