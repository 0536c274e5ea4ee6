/** Two Guichets in processes of their own on one PostgreSQL and one Redis, that can be killed and replaced. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chunk, type PracticeServer, startPractice } from '@guichet/openwebui/practice';
import { startTestRedis, type TestRedis } from '../../packages/server/src/redis/testing/test-redis.ts';
import { type OwnPostgres, startOwnPostgres } from '../ensure-postgres.mjs';

export const ORIGIN = 'https://shop.example';
const MODEL = 'numbered';

/** An answer's words, and the time between two of them. */
const WORDS = 40;
const WORD_MS = 120;

/** More than ever run at a time here. */
const ANSWERS_AT_A_TIME = 1_000;

export interface Replica {
  url: string;
  child: ChildProcess;
  log: () => string;
  /** @returns its exit code, null when the signal killed it */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
}

export interface ReplicaScene {
  replicas: Replica[];
  postgres: OwnPostgres;
  redis: TestRedis;
  /** How often each question was asked of Open WebUI. */
  asked: Map<string, number>;
  start: () => Promise<Replica>;
  stop: () => Promise<void>;
}

/** What the practice Open WebUI answers to a question: no two answers have a word in common. */
export function wholeAnswer(question: string): string {
  return Array.from({ length: WORDS }, (_, at) => wordOf(question, at)).join('');
}

function wordOf(question: string, at: number): string {
  return `${question}.${at + 1} `;
}

export async function startReplicaScene(): Promise<ReplicaScene> {
  const [practice, postgres, redis] = await Promise.all([startPractice(), startOwnPostgres(), startTestRedis()]);
  if (!postgres) throw new Error('No PostgreSQL can be had.');
  const asked = countQuestions(practice);
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-faults-'));
  const environment = {
    PATH: process.env.PATH ?? '',
    OPENWEBUI_URL: practice.url,
    OPENWEBUI_API_KEY: practice.state.makeKey(practice.state.addAccount()),
    OPENWEBUI_MODEL: MODEL,
    GUICHET_ALLOWED_ORIGINS: ORIGIN,
    // Visitors of many networks, as a load balancer names them.
    GUICHET_TRUSTED_PROXIES: '127.0.0.1/32',
    GUICHET_ANSWERS_AT_A_TIME: String(ANSWERS_AT_A_TIME),
    GUICHET_MASTER_KEYS: `main:${Buffer.alloc(32, 9).toString('base64')}`,
    GUICHET_DATA_DIR: folder,
    GUICHET_LOCALE: 'en',
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    HOST: '127.0.0.1',
    PORT: '0',
  };
  const scene: ReplicaScene = {
    replicas: [],
    postgres,
    redis,
    asked,
    async start() {
      const replica = await startReplica(environment);
      scene.replicas.push(replica);
      return replica;
    },
    async stop() {
      await Promise.all(scene.replicas.map(({ end }) => end('SIGKILL')));
      await practice.close();
      await redis.remove();
      postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await scene.start();
  await scene.start();
  return scene;
}

function countQuestions({ state }: PracticeServer): Map<string, number> {
  const asked = new Map<string, number>();
  state.provider.script(MODEL, (exchange) => {
    const { question } = exchange;
    asked.set(question, (asked.get(question) ?? 0) + 1);
    return {
      kind: 'stream',
      frames: (async function* () {
        yield chunk(exchange, { role: 'assistant' });
        // The first word takes a while, so that a fault also comes before it.
        await exchange.pause(Math.random() * 10 * WORD_MS);
        for (let at = 0; at < WORDS; at++) {
          yield chunk(exchange, { content: wordOf(question, at) });
          await exchange.pause(WORD_MS);
        }
        yield chunk(exchange, {}, 'stop');
        yield 'data: [DONE]\n\n';
      })(),
    };
  });
  return asked;
}

async function startReplica(environment: Record<string, string>): Promise<Replica> {
  const child = spawn(process.execPath, ['packages/server/src/main.ts'], { env: environment });
  let output = '';
  const listening = Promise.withResolvers<string>();
  const hear = (piece: Buffer) => {
    output += piece;
    const port = /listening on http:\/\/localhost:(\d+)/.exec(output)?.[1];
    if (port !== undefined) listening.resolve(`http://127.0.0.1:${port}`);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  child.once('exit', (code) => listening.reject(new Error(`A replica left with ${code}: ${output.slice(-2_000)}`)));
  const url = await listening.promise;
  return {
    url,
    child,
    log: () => output,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      await once(child, 'exit');
      return child.exitCode;
    },
  };
}
