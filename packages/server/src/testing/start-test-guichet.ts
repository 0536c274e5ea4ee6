/** A Guichet in tests, wired as `main` wires it: practice server behind it, a data folder of its own, a log to look into. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PracticeOptions, type PracticeServer, startPractice } from '@guichet/openwebui/practice';
import type { LimitSettings } from '../limits/visitor-limits.ts';
import { readSettings } from '../settings/read-settings.ts';
import { type RunningGuichet, startGuichet } from '../start-guichet.ts';
import type { ConnectionLimits } from '../traffic/connection-gate.ts';
import { ORIGIN } from './visitor-client.ts';

export interface TestGuichet {
  guichet: RunningGuichet;
  practice: PracticeServer;
  /** The Open WebUI account behind the credential. */
  account: ReturnType<PracticeServer['state']['addAccount']>;
  /** The credential Guichet holds: no byte of it may be seen outside. */
  credential: string;
  dataDir: string;
  log: string[];
  /** Stops Guichet and starts it again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface TestGuichetOptions {
  model?: string;
  environment?: Record<string, string>;
  limits?: Partial<LimitSettings>;
  connections?: Partial<ConnectionLimits>;
  practice?: PracticeOptions;
  now?: () => number;
  /** One that holds something already; removed at the end like any other. */
  dataDir?: string;
}

/** So that a test's own traffic is not what is refused. */
export const PLENTY: Partial<LimitSettings> = {
  addressVisitorsPerMinute: 10_000,
  visitorMessagesPerMinute: 10_000,
  addressRequestsPerMinute: 1_000_000,
  visitorRequestsPerMinute: 1_000_000,
};

export async function startTestGuichet(options: TestGuichetOptions = {}): Promise<TestGuichet> {
  const practice = await startPractice(options.practice ?? {});
  const account = practice.state.addAccount();
  const credential = practice.state.makeKey(account);
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'guichet-test-'));
  const log: string[] = [];
  const start = () =>
    startGuichet({
      settings: readSettings({
        environment: {
          OPENWEBUI_URL: practice.url,
          OPENWEBUI_API_KEY: credential,
          OPENWEBUI_MODEL: options.model ?? 'echo',
          GUICHET_ALLOWED_ORIGINS: ORIGIN,
          GUICHET_DATA_DIR: dataDir,
          PORT: '0',
          HOST: '127.0.0.1',
          ...options.environment,
        },
      }),
      version: '0.0.0-test',
      packagesFolder: path.resolve(import.meta.dirname, '../../..'),
      logSink: { write: (line) => log.push(line) },
      limits: { ...PLENTY, ...options.limits },
      ...(options.connections && { connections: options.connections }),
      ...(options.now && { now: options.now }),
    });
  const test = {
    guichet: await start(),
    practice,
    account,
    credential,
    dataDir,
    log,
    async restart() {
      await test.guichet.close(0);
      test.guichet = await start();
    },
    async close() {
      await test.guichet.close(0);
      await practice.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return test;
}
