/** Wires the wings and listens. Given settings rather than an environment, so that tests start it the way `main` does. */
import path from 'node:path';
import type { Locale } from '@guichet/contract/locale';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { type ClaimLink, openOperators } from './admin/open-operators.ts';
import { hasArgon2 } from './admin/password-hash.ts';
import { openAnswering } from './answer/open-answering.ts';
import { createApp } from './app.ts';
import type { CredentialLack } from './credential/credential-desk.ts';
import { credentialGauges } from './credential/credential-gauges.ts';
import { openCredentials } from './credential/open-credentials.ts';
import { createDiagnosis } from './diagnosis/create-diagnosis.ts';
import { openGuide } from './guide/open-guide.ts';
import { KeptDocuments } from './http/kept-documents.ts';
import { listen } from './http/listen.ts';
import type { AppEnvironment } from './http/request-context.ts';
import { createStartingApp } from './http/starting-app.ts';
import { createClientAddresses } from './limits/client-address.ts';
import { UnreadForwarded } from './limits/unread-forwarded.ts';
import type { LimitSettings } from './limits/visitor-limits.ts';
import { createChangingScrubber } from './observe/changing-scrubber.ts';
import { createLogger, type Logger, type LogSink } from './observe/logger.ts';
import { createMetrics } from './observe/metrics.ts';
import { createReadiness } from './observe/readiness.ts';
import { createWebhook } from './observe/webhook.ts';
import { checkRedisOrRefuse } from './redis/check-or-refuse.ts';
import { openReplicas } from './replicas/open-replicas.ts';
import { ringingSecrets } from './replicas/ringing-secrets.ts';
import { deriveKey, type MasterKeys } from './safe/master-keys.ts';
import { secretsToHide } from './safe/secrets-to-hide.ts';
import { createVisitorTokens } from './safe/visitor-token.ts';
import { createConsoleSettings } from './settings/console-settings.ts';
import { LiveSettings } from './settings/live-settings.ts';
import type { MisnamedSetting } from './settings/misnamed-settings.ts';
import type { Settings } from './settings/read-settings.ts';
import { sameSettings } from './settings/same-settings.ts';
import { SettingsInForce } from './settings/settings-in-force.ts';
import { createPublicSiteReader } from './sites/public-site.ts';
import { DEFAULT_SITE } from './sites/site-context.ts';
import { claimData, openData } from './start/open-data.ts';
import { StartRefused } from './start/start-refused.ts';
import { START_TEXTS } from './start/start-texts.ts';
import { steadyNow } from './steady-clock.ts';
import { createSqlVisitorErrorRecords } from './storage/sql-visitor-error-records.ts';
import { connectionCount } from './traffic/connection-count.ts';
import { CONNECTION_LIMITS, ConnectionGate, type ConnectionLimits } from './traffic/connection-gate.ts';

export interface StartOptions {
  settings: Settings;
  /** Language of the log's sentences. Default: en. */
  locale?: Locale;
  version: string;
  /** The repository's `packages` folder, for the built widget and console. */
  packagesFolder: string;
  /** Where the build wrote the guide; without one, its pages are read. */
  builtGuideFolder?: string | undefined;
  logSink?: LogSink;
  /** For tests that would otherwise wait a minute. */
  limits?: Partial<LimitSettings>;
  connections?: Partial<ConnectionLimits>;
  databaseWaitMs?: number;
  now?: () => number;
  /** Names of settings that nobody reads, for the doctor. */
  misnamed?: () => readonly MisnamedSetting[];
}

export interface RunningGuichet {
  /** Where it listens, as an address for this machine. */
  url: string;
  masterKeys: MasterKeys;
  /** Set when the practice server answers. */
  practiceVersion: string | undefined;
  /** Why no credential is in use. */
  credentialLack: CredentialLack | undefined;
  orphanedRuns: number;
  /** As long as nobody has come in. */
  claimLink: ClaimLink | undefined;
  /** The settings in force, those of the console included. */
  readonly settings: Settings;
  /** Language of the log's sentences. */
  readonly locale: Locale;
  logger: Logger;
  /** Connections reading an answer now. */
  openStreams(): number;
  /** Puts settings that were read again in force: the credential after a probe, the model at once. */
  reload(settings: Settings): Promise<void>;
  /** Stops accepting, finishes answers within `graceMs`, closes. Repeatable. */
  close(graceMs?: number): Promise<void>;
}

/** How long SIGTERM waits for answers under way; container engines commonly kill after 30 s. */
export const CLOSE_GRACE_MS = 25_000;

/** What idle keep-alive connections get after the last answer. */
const LINGER_MS = 500;

/** @throws StartRefused */
export async function startGuichet(options: StartOptions): Promise<RunningGuichet> {
  const live = new LiveSettings(options.settings);
  const now = options.now ?? Date.now;
  const steady = options.now ?? steadyNow;
  const locale = () => live.settings.locale.value ?? options.locale ?? 'en';
  const texts = () => START_TEXTS[locale()];
  if (!hasArgon2()) throw new StartRefused(texts().server.start.nodeTooOld(process.versions.node));
  await checkRedisOrRefuse(live.settings, texts());
  const claimed = await claimData(live.settings, texts(), now);
  using untilStarted = new DisposableStack();
  untilStarted.defer(() => claimed.folderLock?.release());
  const { masterKeys } = claimed;
  // Something may have to be said before there are credentials.
  let credentialSecrets: () => readonly string[] = () => [];
  const scrub = createChangingScrubber(() => [
    ...secretsToHide(masterKeys, [live.settings, live.given]),
    ...credentialSecrets(),
  ]);
  const logger = createLogger(scrub, options.logSink);
  const gate = new ConnectionGate({ ...CONNECTION_LIMITS, connections: connectionCount(), ...options.connections });
  let waiting = '';
  // Until the start is through; then the app itself.
  let answers: Pick<OpenAPIHono<AppEnvironment>, 'fetch'> = createStartingApp(() => waiting);
  const { server, port } = await listen({ fetch: (...request) => answers.fetch(...request) }, live.settings, gate);
  untilStarted.defer(() => server.close().closeAllConnections());
  const data = await openData(claimed, {
    settings: live.settings,
    texts,
    logger,
    onWaiting: (sentence) => {
      waiting = sentence;
    },
    databaseWaitMs: options.databaseWaitMs,
    now,
  });
  const { database, storage } = data;
  const metrics = createMetrics();
  const replicas = await openReplicas({
    settings: live.settings,
    database,
    salt: data.safe.fingerprintSalt,
    logger,
    metrics,
    texts,
    now,
    steady,
  });
  const tell = replicas.once(createWebhook(() => live.settings.webhookUrl.value, logger, now));
  const ringSettings = () => replicas.ring('settings');
  const safe = { ...data.safe, secrets: ringingSecrets(data.safe.secrets, ringSettings) };
  const consoleSettings = createConsoleSettings(data.adminRecords, safe.secrets, now, ringSettings);
  const settings = new SettingsInForce({
    live,
    consoleSettings,
    async onChange(before, how) {
      if (before.openWebUiModel.value !== live.settings.openWebUiModel.value) answering.upstream.forgetModels();
      if (!sameSettings(before, live.settings)) diagnosis.watch.settingsChanged();
      await credentials.desk.refresh(live.settings, how);
    },
    logger,
    texts,
  });
  await settings.begin();

  const credentials = openCredentials({
    safe,
    settings: live.settings,
    settingsStamp: () => consoleSettings.stamp(),
    replicas,
    logger,
    tell,
    texts,
    now,
    steady,
  });
  const { desk } = credentials;
  credentialSecrets = credentials.all;
  await desk.open();
  const practice = () => desk.practiceVersion !== undefined;

  const unreadForwarded = new UnreadForwarded(logger);
  const diagnosis = createDiagnosis({
    settings: () => live.settings,
    desk,
    site: () => answering.sites.default,
    sites: () => answering.sites,
    storage,
    visitorErrorRecords: createSqlVisitorErrorRecords(database),
    unreadForwarded,
    agentSession: credentials.agentSession,
    salt: credentials.salt,
    version: options.version,
    misnamed: options.misnamed ?? (() => []),
    logger,
    metrics,
    tell,
    replicas,
    masterKeys,
    locale,
    now,
    steady,
  });
  const answering = await openAnswering({
    storage,
    database,
    credentials,
    settings: () => live.settings,
    replicas,
    limits: options.limits,
    watch: diagnosis.watch,
    onVisitorError: (error) => diagnosis.visitorErrors.note(error),
    logger,
    metrics,
    texts,
    now,
    steady,
  });
  const operators = openOperators({
    records: data.adminRecords,
    masterKeys,
    replicas,
    settings: () => live.settings,
    scrub,
    now,
    steady,
  });
  metrics.gauge('guichet_connections_open', 'Open connections of all kinds.', () => gate.openConnections);
  metrics.gauge('guichet_unread_bytes', 'Bytes sent that clients have not read yet.', () => gate.unreadBytes);
  credentialGauges(metrics, desk);

  answers = createApp({
    version: options.version,
    admin: {
      credentials,
      operators,
      diagnosis,
      live,
      consoleSettings,
      applySettings: () => settings.readConsole({ onPurpose: true }),
      scrub,
      steady,
    },
    answering,
    onVisitorError(error, network, site) {
      diagnosis.visitorErrors.note(error);
      // The doctor speaks of the default site's list.
      if (error.origin !== undefined && site === DEFAULT_SITE) diagnosis.refusedOrigins.note(error.origin, network);
    },
    logger,
    metrics,
    origins: {
      allowedOrigins: () => live.settings.allowedOrigins.value,
      publicUrl: () => live.settings.publicUrl.value,
      addresses: createClientAddresses(
        () => live.settings.trustedProxies.value,
        deriveKey(masterKeys.keys[0], 'address-pseudonym'),
        { onUnreadable: (entry) => unreadForwarded.note(entry) },
      ),
    },
    practice,
    readiness: createReadiness({
      storage,
      client: credentials.client,
      desk,
      texts: () => texts().causes,
      closing: () => answering.answering.closing,
      redis: replicas.redis,
      redisTexts: () => texts().server.start.redis,
      now: steady,
    }),
    readPublicSite: createPublicSiteReader({
      practice,
      model: answering.upstream.model,
      voice: (site) => answering.voice.ofSite(site),
    }),
    storage,
    tokens: createVisitorTokens(masterKeys, now),
    widgetFolder: path.join(options.packagesFolder, 'widget/dist'),
    consoleFolder: path.join(options.packagesFolder, 'console/dist'),
    documents: new KeptDocuments(),
    isFull: () => gate.isFull,
    guide: await openGuide(
      { built: options.builtGuideFolder, pages: path.join(options.packagesFolder, '../docs/guide') },
      options.version,
      logger,
    ),
    now,
  });
  const claimLink = await operators.makeClaimLink(`http://localhost:${port}`);
  // What somebody took away in the console of another replica, they took away on purpose.
  await credentials.start((changed) => settings.readConsole({ onPurpose: changed }));
  answering.start();
  await replicas.start();
  data.deletedRows?.start({ leading: replicas.leading, logger });
  diagnosis.watch.start();
  untilStarted.move();

  let closing: Promise<void> | undefined;
  async function closeAll(graceMs: number): Promise<void> {
    claimed.folderLock?.announceClosing();
    const closed = new Promise((resolve) => server.close(resolve));
    credentials.stop();
    await diagnosis.close();
    await answering.finish(graceMs);
    server.closeIdleConnections();
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, LINGER_MS))]);
    server.closeAllConnections();
    await credentials.close();
    await diagnosis.visitorErrors.close();
    await answering.close();
    await replicas.close();
    await storage.close();
    claimed.folderLock?.release();
  }

  return {
    url: `http://localhost:${port}`,
    masterKeys,
    practiceVersion: desk.practiceVersion,
    credentialLack: desk.lack,
    orphanedRuns: data.orphanedRuns,
    claimLink,
    get settings() {
      return live.settings;
    },
    get locale() {
      return locale();
    },
    logger,
    openStreams: () => answering.answering.heartbeat.size,
    reload: (given) => settings.reload(given),
    close: (graceMs = CLOSE_GRACE_MS) => (closing ??= closeAll(graceMs)),
  };
}
