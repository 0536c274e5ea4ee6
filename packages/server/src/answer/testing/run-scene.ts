/**
 * One question and two replicas that may answer it, driven step by step: the real runs, logs, mirrors, takeover and
 * database, and in between the faults that networks and processes have. No step waits for time to pass.
 */

import type { ServerResponse } from 'node:http';
import type { ChatEvent } from '@guichet/contract/chat-event';
import type { RunningAnswer } from '@guichet/openwebui/client';
import { ErrorReply } from '@redis/client';
import type { Kysely } from 'kysely';
import { toProblem } from '../../http/problem-response.ts';
import { readLastEventId, streamRun } from '../../http/run-stream.ts';
import { RedisLost, type SharedRedis } from '../../redis/open-redis.ts';
import type { Schema } from '../../storage/schema.ts';
import { GIVEN_TIME } from '../../storage/shared-clock.ts';
import { createSqlStorage } from '../../storage/sql-storage.ts';
import { RUN_LEASE_MS, type Storage, type StoredRun } from '../../storage/storage.ts';
import { toShownActivity } from '../../text/shown-activity.ts';
import { toShownAttachment } from '../../text/shown-attachment.ts';
import { AnswerRun } from '../answer-run.ts';
import type { FoundRun } from '../answering.ts';
import { ReaderCount } from '../reader-count.ts';
import type { RunLogLimits } from '../run-log.ts';
import { takeOverRun } from '../run-takeover.ts';
import { SharedRuns } from '../shared-runs.ts';
import { type ReplayWords, replayStoredRun } from '../stored-run-replay.ts';
import type { Flushable } from '../turn-clock.ts';
import { ShownRun } from './shown-run.ts';

/** A connection to a reader, however it is carried. */
export interface SceneConnection {
  response: ServerResponse;
  /** Settles when what was written so far has come, or the connection is closed. */
  arrived(): Promise<void>;
  cut(): void;
}

export type Connect = (reader: SceneReader, cutAfter: number) => Promise<SceneConnection>;

export interface SceneParts {
  /** Undefined: one replica, in memory. */
  redis?: SharedRedis | undefined;
  connect: Connect;
  /** Migrated, with the visitor; of one scene at a time. */
  database: Kysely<Schema>;
  limits?: RunLogLimits;
}

export interface SceneReader {
  shown: ShownRun;
  connection: SceneConnection | undefined;
}

interface Replica {
  storage: Storage;
  redis: FlakyRedis | undefined;
  shared: SharedRuns | undefined;
  /** The run it writes, if it does. */
  run: AnswerRun | undefined;
  /** Or taken for dead. */
  isDead: boolean;
  readers: ReaderCount;
}

export const VISITOR = 'vis_1';
const HEARTBEAT = { add: () => undefined, remove: () => undefined };
const PLENTY = { readersPerRun: 1_000, readersPerVisitor: 1_000 };

export class RunScene {
  readonly runId: string;
  readonly readers: SceneReader[];
  /** What Open WebUI said, each time it was asked. */
  readonly said: string[] = [];
  /** Something was lost for good by two faults at once, which nothing can mend. */
  hasDoubleFault = false;
  /** How often it was asked by the time that a tool may have run. */
  askedWhenActing: number | undefined;
  readonly #parts: SceneParts;
  /** Redis has lost the log, and nobody has written since. */
  #isLogGone = false;
  readonly #conversation: string;
  readonly #replicas: Replica[] = [];
  readonly #waiting = new Set<Flushable>();
  #owners = 0;
  #time = 0;

  constructor(id: string, parts: SceneParts) {
    this.runId = `run_${id}`;
    this.#conversation = `con_${id}`;
    this.#parts = parts;
    this.readers = [0, 1].map(() => ({ shown: new ShownRun(), connection: undefined }));
  }

  async open(): Promise<void> {
    for (const place of [0, 1]) this.#replicas[place] = this.#start();
    const { storage } = this.#at(0);
    await storage.createConversation({ id: this.#conversation, visitorId: VISITOR, site: 'default', createdAt: 0 });
    const accepted = await storage.acceptQuestion({
      ...{ conversationId: this.#conversation, visitorId: VISITOR, text: 'hi', idempotencyKey: 'k', bodyHash: 'h' },
      ...{ runId: this.runId, userMessageId: `q_${this.runId}`, messageId: `a_${this.runId}` },
      ...{ createdAt: 0, day: '2026-11-30', limits: [] },
      hasSharedLog: this.#parts.redis !== undefined,
    });
    if (accepted.kind !== 'accepted') throw new Error(accepted.kind);
    this.#begin(this.#at(0), accepted.run);
    await this.#settle();
  }

  /** Open WebUI says something. */
  say(text: string): void {
    const run = this.#writer()?.run;
    if (!run || run.isEnding) return;
    this.said[this.said.length - 1] += text;
    run.onText(text);
  }

  /** What was said is passed on, as it is every 30 ms. */
  async flush(): Promise<void> {
    // What is written brings the log back, unless it is not known to have come.
    this.#isLogGone &&= this.#waiting.size === 0 || this.#writer()?.redis?.losesAnswer === true;
    for (const run of [...this.#waiting]) run.flush();
    this.#waiting.clear();
    await this.#settle();
  }

  async checkpoint(): Promise<void> {
    const writer = this.#writer();
    if (writer?.run && !writer.run.isEnding) await writer.storage.checkpointRuns([writer.run.checkpoint()]);
  }

  async complete(): Promise<void> {
    const run = this.#writer()?.run;
    if (!run || run.isEnding) return;
    run.onEnd({ kind: 'complete', finish: 'stop' });
    await this.#settle();
  }

  /** A visitor stops it, at the replica they are connected to. */
  async stop(place: number): Promise<void> {
    const replica = this.#alive(place);
    const { run } = replica;
    if (run && !run.isEnding) run.stop();
    else {
      await replica.storage.askToStop(this.runId);
      replica.shared?.stop(this.runId);
    }
    await this.#settle();
  }

  /** A tool may run from now on. */
  async act(): Promise<void> {
    const run = this.#writer()?.run;
    if (!run || run.isEnding) return;
    await run.willAct();
    this.askedWhenActing ??= this.said.length;
  }

  /** @param cutAfter characters after which the connection is lost */
  async connect(which: number, place: number, cutAfter: number): Promise<void> {
    const reader = this.#reader(which);
    if (reader.shown.end !== undefined) return;
    this.cut(which);
    const replica = this.#alive(place);
    reader.shown.connect();
    const after = readLastEventId(reader.shown.lastEventId);
    const found = await this.#find(replica, after);
    const connection = await this.#parts.connect(reader, cutAfter);
    reader.connection = connection;
    try {
      const response = streamRun(this.#context(connection.response), found, after, this.#streamParts(replica));
      if (found.kind === 'stored') connection.response.end(await response.text());
    } catch {
      // The place is not known: all of it is read again.
      reader.shown.readAgain();
      this.cut(which);
    }
    await connection.arrived();
  }

  cut(which: number): void {
    const reader = this.#reader(which);
    reader.connection?.cut();
    reader.connection = undefined;
  }

  /** The process that writes it is killed, and with it its connections; another one takes its place. */
  async die(): Promise<void> {
    const writer = this.#writer() ?? this.#at(0);
    writer.isDead = true;
    if (this.#replicas.some(({ redis }) => redis?.isAway) || this.#isLogGone) this.hasDoubleFault = true;
    if (!this.#parts.redis) this.hasDoubleFault = true;
    for (const which of [0, 1]) this.cut(which);
    const place = this.#replicas.indexOf(writer);
    this.#replicas[place] = this.#start();
    await this.#takeOver(this.#at(this.#parts.redis ? 1 - place : place));
  }

  /** Others take its writer for dead while it lives, hangs, and wakes up again. */
  async supersede(): Promise<void> {
    const writer = this.#writer();
    if (!writer || !this.#parts.redis) return;
    if (this.#replicas.some(({ redis }) => redis?.isAway) || this.#isLogGone) this.hasDoubleFault = true;
    const { run } = writer;
    await this.#takeOver(this.#at(1 - this.#replicas.indexOf(writer)));
    // It wakes up and goes on: nobody may ever read a word of it.
    run?.onText('ZOMBIE');
    run?.flush();
    await this.#settle();
    const mine = await writer.storage.renewLeases(this.#time);
    if (run && mine.length === 0 && !run.isEnding) run.lose();
    await this.#settle();
  }

  /** A process leaves in good order. */
  async leave(): Promise<void> {
    const writer = this.#writer();
    if (!writer?.run || !this.#parts.redis || !writer.run.handOver()) return;
    await writer.run.settled();
    await writer.storage.handOver([this.runId]);
    await this.#takeOver(this.#at(1 - this.#replicas.indexOf(writer)));
  }

  /** The next command reaches Redis, but its answer does not come back. */
  loseAnswer(): void {
    const redis = this.#writer()?.redis;
    if (redis) redis.losesAnswer = true;
  }

  loseRing(): void {
    const redis = this.#writer()?.redis;
    if (redis) redis.losesRing = true;
  }

  /** When it is back, what was missed there is sent before anything else happens: until then one fault is still there. */
  async setAway(place: number, isAway: boolean): Promise<void> {
    const { redis } = this.#at(place);
    redis?.setAway(isAway);
    if (!isAway) await this.#settle();
  }

  /** Redis has lost the log: its memory was full, or nobody wrote for long. */
  async expire(): Promise<void> {
    if (!this.#parts.redis) return;
    this.#isLogGone = true;
    await this.#at(0)
      .shared?.logs.forget(this.runId)
      .catch(() => undefined);
  }

  /** Everything that can come comes; every reader reads to the end. @returns the run as it is stored */
  async finish(): Promise<StoredRun> {
    for (const place of [0, 1]) await this.setAway(place, false);
    await this.flush();
    await this.#obeyStop();
    await this.complete();
    for (const replica of this.#replicas) await replica.run?.ended;
    for (const which of [0, 1]) {
      for (let attempt = 0; this.#reader(which).shown.end === undefined; attempt++) {
        if (attempt > 8) throw new Error(`reader ${which} never gets to the end`);
        for (const { shared } of this.#replicas) await shared?.mirrors.lookAtStored();
        await this.#reader(which).connection?.arrived();
        if (this.#reader(which).shown.end !== undefined) break;
        await this.connect(which, attempt % 2, Number.POSITIVE_INFINITY);
      }
      this.cut(which);
    }
    const stored = await this.#at(0).storage.readRun(this.runId, VISITOR);
    if (!stored) throw new Error('It is gone.');
    return stored;
  }

  async close(): Promise<void> {
    for (const { shared, redis } of this.#replicas) {
      shared?.mirrors.dismissReaders();
      redis?.end();
    }
    await this.#at(0)
      .shared?.logs.forget(this.runId)
      .catch(() => undefined);
    await this.#at(0).storage.deleteConversation(this.#conversation, VISITOR);
  }

  /** What the visitors stopped elsewhere is heard of at the next sign of life at the latest. */
  async #obeyStop(): Promise<void> {
    const writer = this.#writer();
    const [mine] = (await writer?.storage.renewLeases(this.#time)) ?? [];
    if (mine?.stopAsked) writer?.run?.stop();
  }

  #start(): Replica {
    const storage = createSqlStorage(this.#parts.database, {
      clock: GIVEN_TIME,
      owner: `srv_${this.runId}_${this.#owners++}`,
    });
    const redis = this.#parts.redis && new FlakyRedis(this.#parts.redis);
    const replica: Replica = {
      storage,
      redis,
      shared: undefined,
      run: undefined,
      isDead: false,
      readers: new ReaderCount(),
    };
    replica.shared =
      redis &&
      new SharedRuns({
        redis,
        storage,
        replay: (run) => this.#replay(run),
        onStop: (runId) => runId === this.runId && replica.run?.stop(),
        onForget: () => undefined,
        onHandedOver: () => undefined,
        onRegained: () => replica.run?.catchUp(),
        onFailure: (error) => {
          throw error;
        },
        steady: () => this.#time,
        logLimits: this.#parts.limits,
      });
    return replica;
  }

  #begin(replica: Replica, stored: StoredRun): void {
    this.said.push('');
    const nothing = () => undefined;
    replica.run = new AnswerRun(stored, {
      clock: new SteppedClock(this.#waiting) as never,
      checkpointer: { changed: nothing, forget: nothing } as never,
      storeEnd: (end) => replica.storage.endRun(end),
      problem: (code, ref) => toProblem(code, 'en', { ref }),
      newReference: () => 'AAAA-BBBB',
      onFailure: nothing,
      showActivity: nothing as never,
      showAttachment: nothing as never,
      storeFile: async () => undefined,
      onFirstText: nothing,
      excerpts: () => false,
      onEnded: nothing,
      share: replica.shared?.share(stored),
      logLimits: this.#parts.limits,
      now: () => this.#time,
    });
    replica.run.start((): RunningAnswer => ({ abort: nothing }) as never);
  }

  async #takeOver(replica: Replica): Promise<void> {
    this.#time += 2 * RUN_LEASE_MS;
    for (const claimed of await replica.storage.claimOrphans(this.#time)) {
      await takeOverRun(claimed, {
        logs: replica.shared?.logs,
        storeEnd: (end) => replica.storage.endRun(end),
        askAnew: (run) => {
          this.#begin(replica, run);
          return true;
        },
        replay: (run) => this.#replay(run),
        logger: { info: () => undefined },
        now: () => this.#time,
      });
    }
    await this.#settle();
  }

  #replay(run: StoredRun): ChatEvent[] {
    const words: ReplayWords = {
      problem: (code, ref) => toProblem(code, 'en', { ref }),
      showActivity: (activity) => toShownActivity(activity, 'en'),
      showAttachment: (attachment) => toShownAttachment(attachment, 'en'),
      excerpts: false,
    };
    return replayStoredRun(run, words);
  }

  async #find({ run, storage, shared }: Replica, after: ReturnType<typeof readLastEventId>): Promise<FoundRun> {
    if (run && !run.isLost) return { kind: 'live', run };
    const stored = await storage.readRun(this.runId, VISITOR);
    if (!stored) throw new Error('It is gone.');
    const live = await shared?.read(stored, after);
    return live ? { kind: 'live', run: live } : { kind: 'stored', run: stored };
  }

  #context(outgoing: ServerResponse): Parameters<typeof streamRun>[0] {
    const values: Record<string, unknown> = { crossOrigin: {}, locale: 'en', site: { showToolArguments: false } };
    return { env: { outgoing }, get: (name: string) => values[name] } as never;
  }

  #streamParts({ readers }: Replica): Parameters<typeof streamRun>[3] {
    return {
      answering: { readers, heartbeat: HEARTBEAT } as never,
      metrics: { slowReaders: { inc: () => undefined } } as never,
      showsExcerpts: () => false,
      limits: { settings: PLENTY } as never,
    };
  }

  #writer(): Replica | undefined {
    return this.#replicas.find(({ run, isDead }) => run && !run.isLost && !isDead);
  }

  #at(place: number): Replica {
    return this.#replicas[place] as Replica;
  }

  /** In memory there is one, and another one only after it died. */
  #alive(place: number): Replica {
    return this.#parts.redis ? this.#at(place) : (this.#writer() ?? this.#at(0));
  }

  #reader(which: number): SceneReader {
    return this.readers[which] as SceneReader;
  }

  /** Until everything that was begun is through. */
  async #settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    for (const { run } of this.#replicas) await run?.settled();
    await new Promise((resolve) => setImmediate(resolve));
    for (const { connection } of this.readers) await connection?.arrived();
  }
}

/** Passes on when it is told to. */
class SteppedClock {
  readonly #waiting: Set<Flushable>;

  constructor(waiting: Set<Flushable>) {
    this.#waiting = waiting;
  }

  schedule(run: Flushable): void {
    this.#waiting.add(run);
  }

  forget(run: Flushable): void {
    this.#waiting.delete(run);
  }
}

/** A Redis that loses answers and rings, and is away, when it is told to. */
class FlakyRedis implements SharedRedis {
  losesAnswer = false;
  losesRing = false;
  readonly #real: SharedRedis;
  readonly #regained = new Set<() => void>();
  readonly #unhear = new Set<() => void>();
  #isAway = false;

  constructor(real: SharedRedis) {
    this.#real = real;
  }

  get place(): string {
    return this.#real.place;
  }

  get isAway(): boolean {
    return this.#isAway;
  }

  get lost(): string | undefined {
    return this.#isAway ? 'away' : this.#real.lost;
  }

  get opened(): Promise<void> {
    return this.#real.opened;
  }

  setAway(isAway: boolean): void {
    const isBack = this.#isAway && !isAway;
    this.#isAway = isAway;
    if (isBack) for (const listener of this.#regained) listener();
  }

  async ask<Answer>(question: Parameters<SharedRedis['ask']>[0]): Promise<Answer> {
    if (this.#isAway) throw new RedisLost('away');
    if (!this.losesAnswer) return (await this.#real.ask(question)) as Answer;
    this.losesAnswer = false;
    await this.#real.ask(question).catch((error: unknown) => {
      if (!(error instanceof ErrorReply)) throw error;
    });
    throw new RedisLost('no answer');
  }

  hear(name: string, listener: (message: string) => void): () => void {
    const end = this.#real.hear(name, (message) => {
      if (!this.#isAway) listener(message);
    });
    this.#unhear.add(end);
    return () => {
      this.#unhear.delete(end);
      end();
    };
  }

  async ring(name: string, message?: string): Promise<number> {
    if (this.#isAway || this.losesRing) {
      this.losesRing = false;
      return 0;
    }
    return this.#real.ring(name, message);
  }

  onRegained(listener: () => void): void {
    this.#regained.add(listener);
  }

  /** Stops hearing; the connection is shared with other scenes. */
  end(): void {
    for (const end of this.#unhear) end();
  }

  dedicated(): never {
    throw new Error('Not used here.');
  }

  onLost(): void {}

  async close(): Promise<void> {}
}
