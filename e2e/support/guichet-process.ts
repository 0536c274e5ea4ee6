/** Guichet as its own process, the way `npm start` runs it, so that it can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { COMPILE_CACHE } from '../../packages/server/src/testing/compile-cache.ts';

const MAIN = path.resolve(import.meta.dirname, '../../packages/server/src/main.ts');

export interface GuichetProcess {
  url: string;
  child: ChildProcess;
  output(): string;
  /** Sends a signal and waits for the process to be gone. @returns its exit code, null when the signal killed it */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts and waits until it listens. */
export async function startGuichetProcess(environment: Record<string, string>, main = MAIN): Promise<GuichetProcess> {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: '0',
      GUICHET_LOCALE: 'en',
      ...COMPILE_CACHE,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (piece: Buffer) => {
      output += piece;
      const listening = /listening on http:\/\/localhost:(\d+)/.exec(output);
      if (listening) resolve(`http://127.0.0.1:${listening[1]}`);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`Guichet left with ${code}: ${output}`)));
  });
  return {
    url,
    child,
    output: () => output,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      await once(child, 'exit');
      return child.exitCode;
    },
  };
}
