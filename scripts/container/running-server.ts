/** A started program of the container, its output, and its end within a bounded time. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface RunningServer {
  output: () => string;
  /** Resolves when the address answers with 200; rejects when the program ends or the time is up. */
  answers(url: string, withinMs: number): Promise<Response>;
  /** Sends SIGTERM. @returns the exit code; past the time the program is killed and the code is null */
  stop(withinMs: number): Promise<number | null>;
  pid: number | undefined;
}

export function startServer(command: readonly string[], folder: string, environment: NodeJS.ProcessEnv): RunningServer {
  const [program = '', ...words] = command;
  const child: ChildProcess = spawn(program, words, {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => (output += piece.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));

  async function answers(url: string, withinMs: number): Promise<Response> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const response = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
      if (response?.status === 200) return response;
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output}`);
      if (Date.now() > deadline) throw new Error(`${url} did not answer within ${withinMs} ms:\n${output}`);
      await response?.body?.cancel();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function stop(withinMs: number): Promise<number | null> {
    const kill = setTimeout(() => child.kill('SIGKILL'), withinMs);
    if (child.exitCode === null) child.kill('SIGTERM');
    const code = await ended;
    clearTimeout(kill);
    return code;
  }

  return { output: () => output, answers, stop, pid: child.pid };
}
