/** Wires the parts and listens. Given settings rather than an environment, so that tests start it the way `main` does. */

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { en as causesEn } from '@guichet/contract/cause-text/en';
import { fr as causesFr } from '@guichet/contract/cause-text/fr';
import type { Locale } from '@guichet/contract/locale';
import { createOpenWebUiClient } from '@guichet/openwebui/client';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { createAdminSessions } from './admin/admin-sessions.ts';
import { createAuditLog } from './admin/audit-log.ts';
import { createKnownBrowsers } from './admin/known-browsers.ts';
import { createOperatorPassword } from './admin/operator-password.ts';
import { hasArgon2 } from './admin/password-hash.ts';
import { SignInTickets } from './admin/sign-in-tickets.ts';
import { Answering } from './answer/answering.ts';
import { FollowUps } from './answer/follow-ups.ts';
import { RunLeases } from './answer/run-leases.ts';
import { createUpstreamGate, type UpstreamGate } from './answer/upstream-gate.ts';
import { createWholeAgentGate } from './answer/whole-agent-gate.ts';
import { createApp } from './app.ts';
import { ServiceAgentSession } from './credential/agent-session.ts';
import { readConsoleCredential } from './credential/console-credential.ts';
import { CredentialDesk, type CredentialLack } from './credential/credential-desk.ts';
import { credentialGauges } from './credential/credential-gauges.ts';
import { SafeWatch } from './credential/safe-watch.ts';
import { SessionRenewal } from './credential/session-renewal.ts';
import { createDiagnosis } from './diagnosis/create-diagnosis.ts';
import { RefusedSites } from './diagnosis/refused-sites.ts';
import { VisitorErrorLog } from './diagnosis/visitor-error-log.ts';
import { openGuide } from './guide/open-guide.ts';
import { KeptDocuments } from './http/kept-documents.ts';
import { listen } from './http/listen.ts';
import { toProblem } from './http/problem-response.ts';
import type { AppEnvironment } from './http/request-context.ts';
import { createStartingApp } from './http/starting-app.ts';
import { createClientAddresses } from './limits/client-address.ts';
import { UnreadForwarded } from './limits/unread-forwarded.ts';
import { createVisitorLimits, DEFAULT_LIMITS, type LimitSettings } from './limits/visitor-limits.ts';
import { newId } from './new-id.ts';
import { createChangingScrubber } from './observe/changing-scrubber.ts';
import { logAgent } from './observe/log-agent.ts';
import { createLogger, type Logger, type LogSink } from './observe/logger.ts';
import { createMetrics } from './observe/metrics.ts';
import { createReadiness } from './observe/readiness.ts';
import { createWebhook } from './observe/webhook.ts';
import { deriveKey, MasterKeyFileUnusable, type MasterKeys, prepareMasterKeys } from './safe/master-keys.ts';
import { openSafe } from './safe/open-safe.ts';
import { secretsToHide } from './safe/secrets-to-hide.ts';
import { createVisitorTokens } from './safe/visitor-token.ts';
import { checkedLookup } from './set-up/forbidden-address.ts';
import { createConsoleSettings } from './settings/console-settings.ts';
import { LiveSettings } from './settings/live-settings.ts';
import type { Settings } from './settings/read-settings.ts';
import { settingsThatNeedRestart } from './settings/settings-that-need-restart.ts';
import { en as settingsEn } from './settings/text/en.ts';
import { fr as settingsFr } from './settings/text/fr.ts';
import { tooWideRanges } from './settings/too-wide-ranges.ts';
import { openSites } from './sites/open-sites.ts';
import { createPublicSiteReader } from './sites/public-site.ts';
import { DEFAULT_SITE } from './sites/site-context.ts';
import { steadyNow } from './steady-clock.ts';
import { startDailyUseSweep } from './storage/daily-use-sweep.ts';
import { type DataFolderLock, lockDataFolder } from './storage/data-folder-lock.ts';
import { openDatabase } from './storage/open-database.ts';
import { createSqlAdminRecords } from './storage/sql-admin-records.ts';
import { createSqlSecretRecords } from './storage/sql-secret-records.ts';
import { createSqlSiteRecords } from './storage/sql-site-records.ts';
import { createSqlStorage, DatabaseNewer } from './storage/sql-storage.ts';
import { createSqlVisitorErrorRecords } from './storage/sql-visitor-error-records.ts';
import { UNUSED_MOVE_NOTE } from './storage/unused-move.ts';
import { DatabaseRefused, waitForDatabase } from './storage/wait-for-database.ts';
import { en } from './text/en.ts';
import { fr } from './text/fr.ts';
import type { ServerTexts } from './text/server-texts.ts';
import { connectionCount } from './traffic/connection-count.ts';
import { CONNECTION_LIMITS, ConnectionGate, type ConnectionLimits } from './traffic/connection-gate.ts';

export interface StartOptions {
  settings: Settings;
  /** Language of the log's sentences. Default: en. */
  locale?: Locale;
  version: string;
  /** The repository's `packages` folder, for the built widget and console. */
  packagesFolder: string;
  logSink?: LogSink;
  /** For tests that would otherwise wait a minute. */
  limits?: Partial<LimitSettings>;
  connections?: Partial<ConnectionLimits>;
  databaseWaitMs?: number;
  now?: () => number;
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
  /** As long as nobody has come in: where to, and whether the token is the operator's own, which is not part of it. */
  claimLink: { address: string; byOwnToken: boolean } | undefined;
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

/** The start cannot go on; the message is one sentence for the operator. */
export class StartRefused extends Error {
  override name = 'StartRefused';
}

/** How long SIGTERM waits for answers under way; container engines commonly kill after 30 s. */
export const CLOSE_GRACE_MS = 25_000;

/** What idle keep-alive connections get after the last answer. */
const LINGER_MS = 500;

const TEXTS = {
  en: { server: en, causes: causesEn, settings: settingsEn },
  fr: { server: fr, causes: causesFr, settings: settingsFr },
};

export async function startGuichet(options: StartOptions): Promise<RunningGuichet> {
  const live = new LiveSettings(options.settings);
  const now = options.now ?? Date.now;
  const steady = options.now ?? steadyNow;
  const locale = () => live.settings.locale.value ?? options.locale ?? 'en';
  const texts = () => TEXTS[locale()];
  if (!hasArgon2()) throw new StartRefused(texts().server.start.nodeTooOld(process.versions.node));
  const dataDir = path.resolve(live.settings.dataDir.value);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const { masterKeys, keep: keepMasterKeys } = masterKeysOrRefuse(live.settings, dataDir, texts());
  // Something may have to be said before there is a desk.
  let credentials: () => readonly string[] = () => [];
  const scrub = createChangingScrubber(() => [
    ...secretsToHide(masterKeys, [live.settings, live.given]),
    ...credentials(),
  ]);
  const logger = createLogger(scrub, options.logSink);
  using untilStarted = new DisposableStack();
  // PostgreSQL is for several servers; a folder with SQLite is for one.
  const folderLock =
    live.settings.databaseUrl.value === undefined
      ? untilStarted.adopt(await lockOrRefuse(dataDir, texts().server, now), (lock) => lock.release())
      : undefined;
  const gate = new ConnectionGate({ ...CONNECTION_LIMITS, connections: connectionCount(), ...options.connections });
  const { database, place, deleted } = openDatabase(live.settings, {
    onLost: (error) => logger.warn({ err: error }, texts().server.start.database.lost(place)),
  });
  let waiting = '';
  // Until the start is through; then the app itself.
  let answers: Pick<OpenAPIHono<AppEnvironment>, 'fetch'> = createStartingApp(() => waiting);
  const { server, port } = await listen({ fetch: (...request) => answers.fetch(...request) }, live.settings, gate);
  untilStarted.defer(() => server.close().closeAllConnections());
  const storage = createSqlStorage(database, { owner: newId('srv'), ...(deleted && { deleted }) });
  await migrateOrRefuse();
  const safe = await openSafe(createSqlSecretRecords(database), masterKeys, now);
  if (!safe.ok) {
    await storage.close();
    throw new StartRefused(safe.sentence);
  }
  keepMasterKeys();
  // With the folder's lock in hand: whoever wrote here is dead, whatever its leases say.
  if (folderLock) await storage.dropLeases();
  const orphanedRuns = folderLock ? await storage.endOrphanedRuns(now()) : 0;
  for (const { name, reason } of safe.damaged) {
    logger.error({ name, reason }, texts().server.start.secretDamaged(name));
  }
  const adminRecords = createSqlAdminRecords(database);
  const consoleSettings = createConsoleSettings(adminRecords, safe.secrets, now);
  const nameProblems = (problems: readonly string[]) => {
    for (const problem of problems) logger.error(texts().settings.storedProblem(problem));
  };
  nameProblems(live.hold(await consoleSettings.read()));
  nameWideProxies();
  const tell = createWebhook(() => live.settings.webhookUrl.value, logger, now);
  const desk = new CredentialDesk(live.settings, {
    makeClient: (target) => createOpenWebUiClient({ target, lookup: checkedLookup }),
    fromConsole: () => readConsoleCredential(safe.secrets),
    logger,
    tell,
    texts: () => ({ credential: texts().server.credential, causes: texts().causes }),
    salt: safe.fingerprintSalt,
    now,
    steady,
  });
  const agentSession = new ServiceAgentSession({
    secrets: safe.secrets,
    desk,
    async identity(target) {
      const asking = createOpenWebUiClient({ target: () => target });
      try {
        const identity = await asking.identity();
        return identity.ok ? identity.value : { failure: identity.failure };
      } finally {
        await asking.close();
      }
    },
    logger,
    now,
  });
  credentials = () => [...desk.keeper.secrets, ...agentSession.secrets];
  await desk.open();

  const metrics = createMetrics();
  const client = createOpenWebUiClient({
    target: desk.keeper.target,
    agentSession,
    lookup: checkedLookup,
    agentLog: (entry) => logAgent(logger, entry),
    log(entry) {
      if (entry.event === 'frame-unreadable')
        logger.warn(entry, 'Guichet skipped parts of an answer that it could not read.');
      else if (entry.question !== 'answer') logger.warn(entry, `Open WebUI did not report its ${entry.question}.`);
    },
  });
  const renewal = new SessionRenewal({ secrets: safe.secrets, desk, logger, now, steady });
  const limits = createVisitorLimits({
    ...DEFAULT_LIMITS,
    get runningAnswers() {
      return live.settings.answersAtATime.value;
    },
    ...options.limits,
  });
  const wholeAgentGate = createWholeAgentGate({
    target: desk.keeper.target,
    onChange(model, obstacles) {
      if (obstacles.length === 0) return;
      const what = obstacles.map((one) => (one.what === 'tool-open' ? one.kind : one.what));
      logger.info(
        { event: 'whole-agent-not-possible', model, what },
        'The whole agent is not possible with this model.',
      );
    },
  });
  const { sites, toolModes } = await openSites({
    records: createSqlSiteRecords(database),
    settings: () => live.settings,
    limits: limits.settings,
    desk,
    client,
    agentSession,
    wholeAgentGate,
    modelOf: async (site) => site.model ?? (await upstream.model(site))?.id,
    logger,
    texts,
    now,
  });
  const upstream: UpstreamGate = createUpstreamGate(client, (site) => toolModes.inForce(site), {
    // What somebody opened a moment ago counts sooner than the mode is looked at again.
    agentMayRun: async (model) => (await wholeAgentGate.check(model)).length === 0,
  });
  desk.keeper.onChange(() => upstream.forgetModels());
  const visitorErrors = new VisitorErrorLog({
    records: createSqlVisitorErrorRecords(database),
    onFailure: (error) => logger.error({ err: error }, 'Guichet could not store an error that a visitor saw.'),
    now,
  });
  const refusedSites = new RefusedSites(now, () => {
    const { allowedOrigins, publicUrl } = live.settings;
    return [...allowedOrigins.value, ...(publicUrl.value === undefined ? [] : [publicUrl.value])];
  });
  const unreadForwarded = new UnreadForwarded(logger);
  const diagnosis = createDiagnosis({
    settings: () => live.settings,
    desk,
    site: () => sites.default,
    storage,
    refusedSites,
    unreadForwarded,
    agentSession,
    salt: safe.fingerprintSalt,
    version: options.version,
    logger,
    metrics,
    tell,
    locale,
    now: steady,
  });
  // The same for every site as long as there is one.
  const showsExcerpts = (site: string) => sites.any(site)?.sourceExcerpts ?? false;
  const answering = new Answering({
    storage,
    upstream,
    limits,
    logger,
    metrics,
    problem: toProblem,
    showsExcerpts,
    credentialWatch: {
      answered(begunAt) {
        desk.watch.answered(begunAt);
        diagnosis.watch.answered();
      },
      failed(failure) {
        desk.watch.failed(failure);
        diagnosis.watch.failed(failure);
      },
    },
    onVisitorError: (error) => visitorErrors.note(error),
    now,
    steady,
  });
  metrics.gauge('guichet_runs_active', 'Answers in progress.', () => answering.registry.activeCount);
  metrics.gauge('guichet_runs_waiting', 'Answers waiting in line.', () => answering.queue.waitingCount);
  metrics.gauge('guichet_connections_open', 'Open connections of all kinds.', () => gate.openConnections);
  metrics.gauge('guichet_unread_bytes', 'Bytes sent that clients have not read yet.', () => gate.unreadBytes);
  metrics.gauge('guichet_streams_open', 'Connections reading an answer.', () => answering.heartbeat.size);
  credentialGauges(metrics, desk);

  const addresses = createClientAddresses(
    () => live.settings.trustedProxies.value,
    deriveKey(masterKeys.keys[0], 'address-pseudonym'),
    { onUnreadable: (entry) => unreadForwarded.note(entry) },
  );
  const sessions = createAdminSessions(adminRecords, now);
  renewal.start();
  sites.start();
  const app = createApp({
    version: options.version,
    admin: {
      sessions,
      password: createOperatorPassword(adminRecords, now),
      browsers: createKnownBrowsers(deriveKey(masterKeys.keys[0], 'known-browser'), now),
      audit: createAuditLog(adminRecords, scrub, now),
      tickets: new SignInTickets(steady),
      desk,
      renewal,
      agentSession,
      wholeAgentGate,
      logger,
      secrets: safe.secrets,
      records: adminRecords,
      upstream,
      sites,
      toolModes,
      storage,
      wantedModel: () => live.settings.openWebUiModel.value,
      limits,
      live,
      consoleSettings,
      async applySettings() {
        const before = live.settings;
        nameProblems(live.hold(await consoleSettings.read()));
        await putInForce(before, { onPurpose: true });
      },
      publicUrl: () => live.settings.publicUrl.value,
      isTrustedPeer: addresses.trusts,
      cameByHttps: (peer, forwardedProto) =>
        addresses.trusts(peer) && forwardedProto?.split(',')[0]?.trim() === 'https',
      salt: safe.fingerprintSalt,
      now,
      onLookedAt: (address) => refusedSites.lookedAt(address),
      steady,
      diagnoses: diagnosis.desk,
      visitorErrors,
      doctorInput: diagnosis.input,
      scrub,
    },
    answering,
    followUps: new FollowUps({ storage, upstream, logger }),
    onVisitorError(error, network, site) {
      visitorErrors.note(error);
      // The doctor speaks of the default site's list.
      if (error.origin !== undefined && site === DEFAULT_SITE) refusedSites.note(error.origin, network);
    },
    limits,
    logger,
    metrics,
    origins: {
      allowedOrigins: () => live.settings.allowedOrigins.value,
      publicUrl: () => live.settings.publicUrl.value,
      addresses,
    },
    practice: () => desk.practiceVersion !== undefined,
    readiness: createReadiness({
      storage,
      client,
      desk,
      texts: () => texts().causes,
      closing: () => answering.closing,
      now: steady,
    }),
    showsExcerpts,
    sites,
    readPublicSite: createPublicSiteReader({
      practice: () => desk.practiceVersion !== undefined,
      model: upstream.model,
    }),
    storage,
    tokens: createVisitorTokens(masterKeys, now),
    widgetFolder: path.join(options.packagesFolder, 'widget/dist'),
    consoleFolder: path.join(options.packagesFolder, 'console/dist'),
    documents: new KeptDocuments(),
    isFull: () => gate.isFull,
    guide: openGuide(path.join(options.packagesFolder, '../docs/guide'), options.version, logger),
    now,
  });

  answers = app;
  const claimLink = await makeClaimLink(`http://localhost:${port}`);

  async function migrateOrRefuse(): Promise<void> {
    const { database: words } = texts().server.start;
    try {
      await waitForDatabase(database, {
        ...(options.databaseWaitMs !== undefined && { waitMs: options.databaseWaitMs }),
        onWaiting(reason) {
          waiting = words.waiting(place, reason);
          logger.warn(waiting);
        },
      });
      await storage.migrate();
      await createSqlAdminRecords(database).deleteNote(UNUSED_MOVE_NOTE);
    } catch (error) {
      await storage.close();
      if (error instanceof DatabaseRefused) throw new StartRefused(words[error.kind](place, error.reason));
      if (error instanceof DatabaseNewer) throw new StartRefused(words.newer(place));
      throw error;
    }
  }

  async function makeClaimLink(ownAddress: string): Promise<RunningGuichet['claimLink']> {
    const given = live.settings.setupToken.value;
    const token = await sessions.createClaimLink(given);
    if (token === undefined) return undefined;
    // Behind the #, so that no server or proxy on the way writes it into a log.
    const page = `${live.settings.publicUrl.value ?? ownAddress}/console/#link=`;
    return given === undefined ? { address: page + token, byOwnToken: false } : { address: page, byOwnToken: true };
  }

  function nameWideProxies(): void {
    const ranges = tooWideRanges(live.settings.trustedProxies.value);
    if (ranges.length > 0) logger.warn(texts().settings.proxiesTooWide(ranges.join(', ')));
  }

  async function reload(given: Settings): Promise<void> {
    const before = live.settings;
    nameProblems(live.give(given));
    nameWideProxies();
    logger.info(texts().server.settings.readAgain);
    await putInForce(before);
  }

  /** @param options.onPurpose an operator wants it this way now: what is no longer given is let go of */
  async function putInForce(before: Settings, options: { onPurpose?: boolean } = {}): Promise<void> {
    const restart = settingsThatNeedRestart(before, live.settings);
    if (before.openWebUiModel.value !== live.settings.openWebUiModel.value) upstream.forgetModels();
    diagnosis.watch.settingsChanged();
    if (restart.length > 0) logger.warn(texts().server.settings.needRestart(restart.join(', ')));
    await desk.refresh(live.settings, options);
  }

  async function readConsoleAgain(): Promise<void> {
    const before = live.settings;
    nameProblems(live.hold(await consoleSettings.read()));
    if (before.openWebUiModel.value === live.settings.openWebUiModel.value) await desk.refresh(live.settings);
    else await putInForce(before);
  }

  const safeWatch = new SafeWatch({
    secrets: safe.secrets,
    // A command that makes another key may have chosen another model with it.
    onChange: () =>
      void readConsoleAgain().catch((error: unknown) =>
        logger.error({ err: error }, 'Guichet could not reload its key or token.'),
      ),
    onFailure: (error) => logger.error({ err: error }, 'Guichet could not read its stored secrets.'),
  });
  await safeWatch.look();
  safeWatch.start();
  const stopSweep = startDailyUseSweep({
    storage,
    onFailure: (error) => logger.error({ err: error }, 'Guichet could not delete old usage counts.'),
    now,
  });
  diagnosis.watch.start();
  const leases = new RunLeases({
    storage,
    hasRuns: () => answering.hasRuns,
    written: () => answering.written(),
    takeOver: (claimed) => answering.takeOver(claimed),
    logger,
    now,
  });
  leases.start();
  untilStarted.move();

  let closing: Promise<void> | undefined;
  async function closeAll(graceMs: number): Promise<void> {
    folderLock?.announceClosing();
    const closed = new Promise((resolve) => server.close(resolve));
    safeWatch.stop();
    stopSweep();
    renewal.stop();
    sites.stop();
    await diagnosis.close();
    await answering.close(graceMs);
    server.closeIdleConnections();
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, LINGER_MS))]);
    server.closeAllConnections();
    await client.close();
    await desk.close();
    await visitorErrors.close();
    await leases.stop();
    await storage.close();
    folderLock?.release();
  }

  return {
    url: `http://localhost:${port}`,
    masterKeys,
    practiceVersion: desk.practiceVersion,
    credentialLack: desk.lack,
    orphanedRuns,
    claimLink,
    get settings() {
      return live.settings;
    },
    get locale() {
      return locale();
    },
    logger,
    openStreams: () => answering.heartbeat.size,
    reload,
    close: (graceMs = CLOSE_GRACE_MS) => (closing ??= closeAll(graceMs)),
  };
}

async function lockOrRefuse(dataDir: string, { start }: ServerTexts, now: () => number): Promise<DataFolderLock> {
  const result = await lockDataFolder(dataDir, { now });
  if (result.kind === 'locked') return result.lock;
  throw new StartRefused(start.dataDirTaken(dataDir, result.holder));
}

function masterKeysOrRefuse({ masterKeys }: Settings, dataDir: string, texts: (typeof TEXTS)[Locale]) {
  try {
    return prepareMasterKeys(masterKeys.value, dataDir);
  } catch (error) {
    if (!(error instanceof MasterKeyFileUnusable)) throw error;
    const problem = error.problemIn(texts.settings.problem);
    throw new StartRefused(texts.server.start.masterKeyFileUnusable(error.file, problem));
  }
}
