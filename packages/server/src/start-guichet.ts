/** Wires the parts and listens. Given settings rather than an environment, so that tests start it the way `main` does. */
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createScrubber } from '@guichet/keys/scrub';
import { createOpenWebUiClient, type UpstreamTarget } from '@guichet/openwebui/client';
import { startPractice } from '@guichet/openwebui/practice';
import { createAdaptorServer } from '@hono/node-server';
import { Answering } from './answer/answering.ts';
import { createUpstreamGate } from './answer/upstream-gate.ts';
import { createApp } from './app.ts';
import { toProblem } from './http/problem-response.ts';
import { createClientAddresses } from './limits/client-address.ts';
import { createVisitorLimits, DEFAULT_LIMITS, type LimitSettings } from './limits/visitor-limits.ts';
import { createLogger, type LogSink } from './observe/logger.ts';
import { createMetrics } from './observe/metrics.ts';
import { createReadiness } from './observe/readiness.ts';
import { deriveKey, loadMasterKeys, type MasterKeys } from './safe/master-keys.ts';
import { createVisitorTokens } from './safe/visitor-token.ts';
import type { Settings } from './settings/read-settings.ts';
import { createSites } from './sites.ts';
import { openSqlite } from './storage/open-sqlite.ts';
import { createSqlStorage } from './storage/sql-storage.ts';
import type { Storage } from './storage/storage.ts';

export interface StartOptions {
  settings: Settings;
  version: string;
  /** Folder of the built widget. */
  widgetFolder: string;
  logSink?: LogSink;
  /** For tests that would otherwise wait a minute. */
  limits?: Partial<LimitSettings>;
  now?: () => number;
}

export interface RunningGuichet {
  /** Where it listens, as an address for this machine. */
  url: string;
  masterKeys: MasterKeys;
  /** Set when the practice server answers. */
  practiceVersion: string | undefined;
  orphanedRuns: number;
  /** Stops accepting, finishes answers within `graceMs`, closes. Repeatable. */
  close(graceMs?: number): Promise<void>;
}

/** How long SIGTERM waits for answers under way; container engines commonly kill after 30 s. */
export const CLOSE_GRACE_MS = 25_000;

/** A client that never finishes its request must not hold a connection for ever. */
const REQUEST_TIMEOUT_MS = 30_000;

export async function startGuichet(options: StartOptions): Promise<RunningGuichet> {
  const { settings } = options;
  const now = options.now ?? Date.now;
  const dataDir = path.resolve(settings.dataDir.value);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const masterKeys = loadMasterKeys(settings.masterKeys.value, dataDir);
  const target = await chooseTarget(settings);
  const logger = createLogger(createScrubber({ secrets: secretsOf(masterKeys, target) }), options.logSink);
  const storage = createSqlStorage(openSqlite(path.join(dataDir, 'guichet.db')));
  await storage.migrate();
  const orphanedRuns = await storage.endOrphanedRuns(now());

  const metrics = createMetrics();
  const client = createOpenWebUiClient({ target: target.current });
  const upstream = createUpstreamGate(
    client,
    settings.openWebUiModel.value === undefined ? {} : { model: settings.openWebUiModel.value },
    now,
  );
  const limits = createVisitorLimits({ ...DEFAULT_LIMITS, ...options.limits });
  const answering = new Answering({ storage, upstream, limits, logger, metrics, problem: toProblem, now });
  metrics.gauge('guichet_runs_active', 'Answers being written.', () => answering.registry.activeCount);
  metrics.gauge('guichet_streams_open', 'Connections reading an answer.', () => answering.heartbeat.size);

  const app = createApp({
    version: options.version,
    answering,
    limits,
    logger,
    metrics,
    origins: {
      allowedOrigins: settings.allowedOrigins.value,
      publicUrl: settings.publicUrl.value,
      addresses: createClientAddresses(
        settings.trustedProxies.value,
        deriveKey(masterKeys.keys[0], 'address-pseudonym'),
      ),
    },
    practice: target.practiceVersion !== undefined,
    readiness: createReadiness({
      storage,
      client,
      configured: () => target.current() !== undefined,
      closing: () => answering.closing,
      now,
    }),
    sites: createSites({ practice: target.practiceVersion !== undefined, model: upstream.model }),
    storage,
    tokens: createVisitorTokens(masterKeys, now),
    widgetFolder: options.widgetFolder,
    now,
  });

  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port.value, settings.host.value, resolve);
  });
  const { port } = server.address() as AddressInfo;

  let closing: Promise<void> | undefined;
  async function closeAll(graceMs: number): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    await answering.close(graceMs);
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 500))]);
    if ('closeAllConnections' in server) server.closeAllConnections();
    await client.close();
    await closeStorage(storage);
    await target.close();
  }

  return {
    url: `http://localhost:${port}`,
    masterKeys,
    practiceVersion: target.practiceVersion,
    orphanedRuns,
    close: (graceMs = CLOSE_GRACE_MS) => (closing ??= closeAll(graceMs)),
  };
}

async function closeStorage(storage: Storage): Promise<void> {
  await storage.close();
}

/** What the log must never show, besides whatever looks like a secret. */
function secretsOf(masterKeys: MasterKeys, target: ChosenTarget): string[] {
  const written = masterKeys.keys.flatMap(({ key }) => [key.toString('base64'), key.toString('hex')]);
  const credential = target.current()?.credential;
  return credential === undefined ? written : [credential, ...written];
}

interface ChosenTarget {
  current: () => UpstreamTarget | undefined;
  practiceVersion: string | undefined;
  close: () => Promise<void>;
}

/** Open WebUI as the settings say, or, with no address at all, the practice server inside this process. */
async function chooseTarget(settings: Settings): Promise<ChosenTarget> {
  const baseUrl = settings.openWebUiUrl.value;
  const credential = settings.openWebUiApiKey.value;
  if (baseUrl !== undefined) {
    const target = credential === undefined ? undefined : { baseUrl, credential };
    return { current: () => target, practiceVersion: undefined, close: async () => {} };
  }
  const practice = await startPractice({ demo: true });
  const credentialOfService = practice.state.makeKey(practice.state.addAccount());
  const target = { baseUrl: practice.url, credential: credentialOfService };
  return { current: () => target, practiceVersion: practice.version, close: () => practice.close() };
}
