/**
 * From an empty data folder to the first answer on this Open WebUI: `npm start`'s own program, the link that it prints,
 * and then HTTP alone. How long it took is printed; only whether it succeeds is judged. What was set up is taken back.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CaseResult } from '@guichet/openwebui/contract-suite';
import { walkToFirstAnswer } from '../../packages/server/src/testing/walk-to-first-answer.ts';
import { freePort } from '../free-port.ts';
import { ADMIN } from './start-open-webui.ts';

const MAIN = path.join(import.meta.dirname, '../../packages/server/src/main.ts');

/** A start takes a second or two; on a busy machine somewhat more. */
const START_LIMIT_MS = 60_000;
const LINES_TOLD = 8;

export async function runFirstAnswer(baseUrl: string): Promise<CaseResult> {
  const name = 'from an empty data folder to the first answer, by HTTP alone';
  const dataDir = mkdtempSync(path.join(tmpdir(), 'guichet-first-answer-'));
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  let server: ChildProcess | undefined;
  let said = '';
  try {
    const port = await freePort();
    server = spawn(process.execPath, [MAIN], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env.PATH,
        GUICHET_DATA_DIR: dataDir,
        GUICHET_LOCALE: 'en',
        PORT: String(port),
        HOST: '127.0.0.1',
      },
    });
    server.stdout?.on('data', (piece) => {
      said += piece;
    });
    const link = await printedLink(server);
    const walk = await walkToFirstAnswer({
      guichetUrl: `http://localhost:${port}`,
      link,
      typedAddress: `${baseUrl}/api/v1/`,
      administrator: { email: ADMIN.email, password: ADMIN.password },
      model: 'echo',
      password: 'otter lamp violin rain',
    });
    const ms = elapsed();
    const parts = walk.steps.map((step) => `${step.name} ${(step.ms / 1000).toFixed(1)} s`).join(', ');
    console.log(`  first answer after ${(ms / 1000).toFixed(1)} s, the start of Guichet included: ${parts}`);
    await walk.undo();
    return { name, outcome: 'passed', ms };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { name, outcome: 'failed', ms: elapsed(), error: [why, ...lastLines(said)].join('\n') };
  } finally {
    await stopped(server);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function printedLink(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`No link was printed: ${said}`)), START_LIMIT_MS);
    server.stdout?.on('data', (piece) => {
      said += piece;
      const link = /#link=([\w-]{43})\s/.exec(said)?.[1];
      if (link === undefined) return;
      clearTimeout(timer);
      resolve(link);
    });
    server.once('exit', (code) => reject(new Error(`Guichet ended with ${code}: ${said}`)));
  });
}

/** Of Guichet's log: what a visitor is told is not why. */
function lastLines(said: string): string[] {
  return said.trim().split('\n').slice(-LINES_TOLD);
}

async function stopped(server: ChildProcess | undefined): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}
