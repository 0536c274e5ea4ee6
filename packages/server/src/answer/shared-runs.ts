/**
 * What the replicas of one Guichet do for each other's answers: a run is read wherever its visitor connects, stopped from
 * there, and gone on with when its process dies or leaves. Without Redis there is none of it, and each answers alone.
 */
import type { ChatEvent } from '@guichet/contract/chat-event';
import type { EventId } from '@guichet/contract/event-id';
import type { SharedRedis } from '../redis/open-redis.ts';
import type { Storage, StoredRun } from '../storage/storage.ts';
import type { LiveRun } from './live-run.ts';
import type { RunLogLimits } from './run-log.ts';
import { RunMirrors } from './run-mirrors.ts';
import type { RunShare } from './run-writer.ts';
import { SharedRunLogs } from './shared-run-logs.ts';

/** The bells that every replica hears. */
const STOP_BELL = 'run-stop';
const FORGET_BELL = 'run-forget';
const HANDED_OVER_BELL = 'runs-handed-over';
const REPLICAS_BELL = 'replicas';

export interface SharedRunsParts {
  redis: SharedRedis;
  storage: Pick<Storage, 'readRun' | 'askToStop' | 'leaveSharedLog'>;
  /** An ended run's events, made again from what is stored. */
  replay: (run: StoredRun) => ChatEvent[];
  /** A visitor stopped this run at another replica. */
  onStop: (runId: string) => void;
  /** This run was deleted at another replica. */
  onForget: (runId: string) => void;
  /** A replica leaves and has ended the leases of some runs. */
  onHandedOver: () => void;
  /** Redis can be reached again. */
  onRegained: () => void;
  onFailure: (error: unknown) => void;
  steady: () => number;
  /** Of what is kept; for tests. */
  logLimits?: RunLogLimits | undefined;
}

export class SharedRuns {
  readonly logs: SharedRunLogs;
  readonly mirrors: RunMirrors;
  readonly #parts: SharedRunsParts;
  #leavingLog: Promise<ReadonlySet<string>> | undefined;

  constructor(parts: SharedRunsParts) {
    this.#parts = parts;
    const { redis, storage, replay, onStop, onForget, onHandedOver, onRegained } = parts;
    this.logs = new SharedRunLogs({ redis, onAlone: () => this.#leaveLog(), steady: parts.steady });
    this.mirrors = new RunMirrors({
      logs: this.logs,
      readStored: ({ id, visitorId }) => storage.readRun(id, visitorId),
      replay,
      stop: (runId) => this.stop(runId),
      logLimits: parts.logLimits,
    });
    redis.hear(STOP_BELL, onStop);
    redis.hear(FORGET_BELL, (runId) => {
      this.mirrors.forget(runId);
      onForget(runId);
    });
    redis.hear(HANDED_OVER_BELL, onHandedOver);
    redis.hear(REPLICAS_BELL, () => undefined);
    redis.onRegained(() => {
      this.mirrors.catchUp();
      onRegained();
    });
  }

  /** Whether what is written now reaches the others. */
  get isReachable(): boolean {
    return this.logs.isReachable;
  }

  share(run: StoredRun): RunShare {
    return this.logs.share(run.id, run.epoch);
  }

  /**
   * A run that is not written here.
   * @returns undefined when it has ended and its log is gone: it is made again from what is stored
   */
  async read(stored: StoredRun, after: EventId | undefined): Promise<LiveRun | undefined> {
    if (stored.status === 'streaming') return this.mirrors.open(stored);
    // Whoever was in the middle of it goes on there; whoever begins, or saw what was made again, gets it made again.
    return after && after.epoch <= stored.epoch ? this.mirrors.openEnded(stored) : undefined;
  }

  /** Tells whoever writes it, at once by the bell and surely by its next sign of life. */
  stop(runId: string): void {
    const { redis, storage, onFailure } = this.#parts;
    void redis.ring(STOP_BELL, runId);
    storage.askToStop(runId).catch(onFailure);
  }

  forget(runIds: readonly string[]): void {
    for (const runId of runIds) {
      void this.#parts.redis.ring(FORGET_BELL, runId);
      this.logs.forget(runId).catch(() => undefined);
    }
  }

  /** Whether there is another replica that could go on with what this one leaves. */
  async areThere(): Promise<boolean> {
    return (await this.#parts.redis.ring(REPLICAS_BELL)) > 1;
  }

  async handedOver(): Promise<void> {
    await this.#parts.redis.ring(HANDED_OVER_BELL);
  }

  /** Once for all runs: an outage is one for all of them. */
  #leaveLog(): Promise<ReadonlySet<string>> {
    this.#leavingLog ??= this.#leaveLogSurely().finally(() => {
      this.#leavingLog = undefined;
    });
    return this.#leavingLog;
  }

  /** Without it, nothing may be shown: somebody would ask again what a visitor has already read. */
  async #leaveLogSurely(): Promise<ReadonlySet<string>> {
    const { storage, onFailure } = this.#parts;
    for (let pauseMs = LEAVE_RETRY_MS; ; pauseMs = Math.min(pauseMs * 2, LEAVE_RETRY_MOST_MS)) {
      try {
        return new Set(await storage.leaveSharedLog());
      } catch (error) {
        onFailure(error);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }
}

const LEAVE_RETRY_MS = 200;
const LEAVE_RETRY_MOST_MS = 2_000;
