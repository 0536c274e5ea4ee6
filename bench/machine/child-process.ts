/** Processes the bench starts and, whatever happens, ends again: by their id, never by a name. */
import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { onCore } from './cores.ts';

export interface Child {
  pid: number;
  /** Resolves with the first line of its output. */
  firstLine: Promise<string>;
  /** SIGTERM, and SIGKILL for what does not listen. Repeatable. */
  stop(): Promise<void>;
}

export interface ChildOptions {
  core: number;
  environment?: Record<string, string>;
  folder?: string;
}

const KILL_AFTER_MS = 8_000;

/** How long a contender may take until it listens. */
const START_MS = 20_000;

const alive = new Set<ChildProcess>();

// SIGTERM and not SIGKILL, which would leave nginx's worker behind without its master.
process.on('exit', () => {
  for (const child of alive) child.kill('SIGTERM');
});

export function startChild(command: string[], options: ChildOptions): Child {
  const [file, ...args] = onCore(options.core, command) as [string, ...string[]];
  const child = spawn(file, args, {
    cwd: options.folder,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alive.add(child);
  let said = '';
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => {
      alive.delete(child);
      resolve();
    });
  });
  const firstLine = new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    let line = '';
    child.stdout.on('data', (data: Buffer) => {
      if (line.includes('\n')) return;
      line += data.toString();
      if (line.includes('\n')) resolve(line.slice(0, line.indexOf('\n')));
    });
    child.stderr.on('data', (data: Buffer) => {
      said = (said + data.toString()).slice(-2_000);
    });
    void gone.then(() => reject(new Error(`${command.join(' ')} ended before it was ready. ${said}`)));
  });
  // Whoever waits for another sign of readiness must not be ended by this one.
  firstLine.catch(() => {});
  return {
    pid: child.pid ?? 0,
    firstLine,
    async stop() {
      if (!alive.has(child)) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
      await gone;
      clearTimeout(timer);
    },
  };
}

/** Waits until something listens. */
export async function untilListening(port: number): Promise<void> {
  const deadline = performance.now() + START_MS;
  while (!(await accepts(port))) {
    if (performance.now() > deadline) throw new Error(`Nothing listens on 127.0.0.1:${port}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
