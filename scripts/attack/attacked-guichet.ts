/** A Guichet in a process of its own, with little memory, and a practice Open WebUI behind it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chunk, type PracticeServer, startPractice } from '@guichet/openwebui/practice';
import { freePort } from '../free-port.ts';

/** A small container's. */
const HEAP_MB = 256;

const START_WITHIN_MS = 30_000;

export const ORIGIN = 'https://shop.example';

/** Answers as the question asks: `big 450` is 450 KB, `wait` never ends by itself, everything else is said back. */
const MODEL = 'as-asked';

export interface AttackedGuichet {
  url: string;
  port: number;
  practice: PracticeServer;
  /** Undefined while it lives. */
  end(): string | undefined;
  residentBytes(): Promise<number>;
  figure(name: string): Promise<number>;
  log(): string;
  stop(): Promise<void>;
}

/** @param options.openFiles how many files the process may open */
export async function startAttackedGuichet(
  options: { openFiles?: number; environment?: Record<string, string> } = {},
): Promise<AttackedGuichet> {
  const practice = await startPractice();
  practice.state.provider.script(MODEL, (exchange) => {
    const kilobytes = Number(/^big (\d+)/.exec(exchange.question)?.[1] ?? 0);
    return {
      kind: 'stream',
      frames: (async function* () {
        yield chunk(exchange, { role: 'assistant' });
        if (exchange.question.startsWith('wait')) await exchange.pause(Number.POSITIVE_INFINITY);
        for (let sent = 0; sent < kilobytes; sent += 10)
          yield chunk(exchange, { content: 'twenty bytes of text'.repeat(512) });
        if (kilobytes === 0) yield chunk(exchange, { content: exchange.question });
        yield chunk(exchange, {}, 'stop');
        yield 'data: [DONE]\n\n';
      })(),
    };
  });
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-attack-'));
  const command = [process.execPath, `--max-old-space-size=${HEAP_MB}`, 'packages/server/src/main.ts'];
  const environment = {
    PATH: process.env.PATH ?? '',
    OPENWEBUI_URL: practice.url,
    OPENWEBUI_API_KEY: practice.state.makeKey(practice.state.addAccount()),
    OPENWEBUI_MODEL: MODEL,
    GUICHET_ALLOWED_ORIGINS: ORIGIN,
    GUICHET_TRUSTED_PROXIES: '127.0.0.1/32',
    GUICHET_DATA_DIR: folder,
    GUICHET_LOCALE: 'en',
    HOST: '127.0.0.1',
    PORT: String(port),
    ...options.environment,
  };
  const child =
    options.openFiles === undefined
      ? spawn(command[0] ?? '', command.slice(1), { env: environment })
      : spawn('/bin/sh', ['-c', `ulimit -n ${options.openFiles}; exec "$@"`, 'sh', ...command], { env: environment });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (output += piece));
  let end: string | undefined;
  child.once('close', (code, signal) => {
    end = `ended with ${code ?? signal}: ${output.slice(-600)}`;
  });
  await listening(child, () => output);
  const url = `http://127.0.0.1:${port}`;

  async function figure(name: string): Promise<number> {
    const text = await (await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(15_000) })).text();
    return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
  }

  return {
    url,
    port,
    practice,
    end: () => end,
    log: () => output,
    figure,
    residentBytes: () => figure('guichet_process_resident_memory_bytes'),
    async stop() {
      const closed = new Promise((resolve) => child.once('close', resolve));
      if (end === undefined) {
        child.kill('SIGKILL');
        await closed;
      }
      await practice.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listening(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`Guichet did not start:\n${output()}`));
    }, START_WITHIN_MS);
    child.stdout?.on('data', () => {
      if (!output().includes('Guichet is listening on')) return;
      clearTimeout(giveUp);
      resolve();
    });
    child.once('close', () => {
      clearTimeout(giveUp);
      reject(new Error(`Guichet did not start:\n${output()}`));
    });
  });
}
