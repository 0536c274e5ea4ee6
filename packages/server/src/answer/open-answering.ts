/** Wires what answers visitors: the sites they ask on, the model and tools of each, and the runs. */
import type { Kysely } from 'kysely';
import type { Credentials } from '../credential/open-credentials.ts';
import { QuestionFiles } from '../files/question-files.ts';
import { toProblem } from '../http/problem-response.ts';
import { createSharedMinuteCounter } from '../limits/shared-minute-counter.ts';
import { SharedPlaces } from '../limits/shared-places.ts';
import {
  createVisitorLimits,
  DEFAULT_LIMITS,
  type LimitSettings,
  type VisitorLimits,
} from '../limits/visitor-limits.ts';
import type { Logger } from '../observe/logger.ts';
import type { Metrics } from '../observe/metrics.ts';
import { RatingPasser } from '../ratings/rating-passer.ts';
import type { Replicas } from '../replicas/open-replicas.ts';
import type { Settings } from '../settings/read-settings.ts';
import { openSites } from '../sites/open-sites.ts';
import { ringingSiteRecords } from '../sites/ringing-site-records.ts';
import type { Sites } from '../sites/sites.ts';
import type { ToolModes } from '../sites/tool-modes.ts';
import type { StartTexts } from '../start/start-texts.ts';
import { startDailyUseSweep } from '../storage/daily-use-sweep.ts';
import type { Schema } from '../storage/schema.ts';
import { createSqlSiteRecords } from '../storage/sql-site-records.ts';
import type { Storage } from '../storage/storage.ts';
import { VoiceDesk } from '../voice/voice-desk.ts';
import { Answering, type AnsweringParts } from './answering.ts';
import { FollowUps } from './follow-ups.ts';
import { RunLeases } from './run-leases.ts';
import { createUpstreamGate, type UpstreamGate } from './upstream-gate.ts';
import { createWholeAgentGate, type WholeAgentGate } from './whole-agent-gate.ts';

export interface AnsweringWingParts {
  storage: Storage;
  database: Kysely<Schema>;
  credentials: Pick<Credentials, 'desk' | 'client' | 'agentSession'>;
  settings: () => Settings;
  replicas: Pick<Replicas, 'redis' | 'ring' | 'hear'>;
  /** Instead of the usual ones. */
  limits?: Partial<LimitSettings> | undefined;
  /** Besides the credential's own watch, which hears of it here. */
  watch: AnsweringParts['credentialWatch'];
  onVisitorError: AnsweringParts['onVisitorError'];
  logger: Logger;
  metrics: Metrics;
  texts: () => StartTexts;
  now: () => number;
  steady: () => number;
}

export interface AnsweringWing {
  sites: Sites;
  toolModes: ToolModes;
  limits: VisitorLimits;
  wholeAgentGate: WholeAgentGate;
  upstream: UpstreamGate;
  answering: Answering;
  followUps: FollowUps;
  voice: VoiceDesk;
  ratings: RatingPasser;
  /** Whether visitors of a site get excerpts of the documents its answers are based on. */
  showsExcerpts: (site: string) => boolean;
  start: () => void;
  /** Lets answers under way end within `graceMs`. */
  finish: (graceMs: number) => Promise<void>;
  /** After the last answer: what is stored is claimed no longer. */
  close: () => Promise<void>;
}

/** @throws when the storage cannot be read */
export async function openAnswering(parts: AnsweringWingParts): Promise<AnsweringWing> {
  const { storage, settings, logger, metrics, texts, now, steady } = parts;
  const { desk, client, agentSession } = parts.credentials;
  const { redis } = parts.replicas;
  const limits = createVisitorLimits(
    {
      ...DEFAULT_LIMITS,
      get runningAnswers() {
        return settings().answersAtATime.value;
      },
      ...parts.limits,
    },
    redis && createSharedMinuteCounter(redis),
  );
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
    records: ringingSiteRecords(createSqlSiteRecords(parts.database), () => parts.replicas.ring('sites')),
    settings,
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
  const practice = () => desk.practiceVersion !== undefined;
  const voice = new VoiceDesk({ client, storage, practice });
  const ratings = new RatingPasser({ storage, upstream, client, practice, logger, now });
  desk.keeper.onChange(() => {
    upstream.forgetModels();
    voice.forget();
  });
  const showsExcerpts = (site: string) => sites.any(site)?.sourceExcerpts ?? false;
  const sharedPlaces = redis && new SharedPlaces(redis);
  const files = new QuestionFiles({ storage, client, logger, now });
  const answering = new Answering({
    sharedPlaces,
    storage,
    upstream,
    files,
    limits,
    logger,
    metrics,
    problem: toProblem,
    showsExcerpts,
    credentialWatch: {
      answered(begunAt) {
        desk.watch.answered(begunAt);
        parts.watch.answered(begunAt);
      },
      failed(failure) {
        desk.watch.failed(failure);
        parts.watch.failed(failure);
      },
    },
    onVisitorError: parts.onVisitorError,
    siteOf: (id) => sites.any(id),
    redis,
    now,
    steady,
  });
  metrics.gauge('guichet_runs_active', 'Answers in progress.', () => answering.registry.activeCount);
  metrics.gauge('guichet_runs_waiting', 'Answers waiting in line.', () => answering.queue.waitingCount);
  metrics.gauge('guichet_streams_open', 'Connections reading an answer.', () => answering.heartbeat.size);
  const leases = new RunLeases({
    storage,
    hasRuns: () => answering.hasRuns,
    written: () => answering.written(),
    mayTakeOver: () => !answering.closing,
    takeOver: (claimed) => answering.takeOver(claimed),
    logger,
    now,
    steady,
  });
  answering.onHandedOver = () => void leases.look();
  let stopSweep = () => {};
  return {
    sites,
    toolModes,
    limits,
    wholeAgentGate,
    upstream,
    answering,
    followUps: new FollowUps({ storage, upstream, logger }),
    voice,
    ratings,
    showsExcerpts,
    start() {
      sites.start();
      parts.replicas.hear('sites', () => void sites.look());
      redis?.onRegained(() => void sites.look());
      sharedPlaces?.start();
      leases.start();
      files.start();
      ratings.start();
      stopSweep = startDailyUseSweep({
        storage,
        onFailure: (error) => logger.error({ err: error }, 'Guichet could not delete old usage counts.'),
        now,
      });
    },
    async finish(graceMs) {
      stopSweep();
      sites.stop();
      await answering.close(graceMs);
      files.stop();
      ratings.stop();
      sharedPlaces?.stop();
    },
    close: () => leases.stop(),
  };
}
