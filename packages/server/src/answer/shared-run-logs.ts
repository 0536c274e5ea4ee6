/**
 * The logs of runs where every replica reads them: in Redis or Valkey, one stream a run, whose ids are those of the events
 * (`<epoch>-<seq>`). Redis takes no id that is not above the last one. So whoever claimed a run closes its log with one
 * entry of a higher epoch, and the one taken for dead cannot write into it any more; what is sent twice is there once.
 */
import type { ChatEvent } from '@guichet/contract/chat-event';
import { type EventId, parseEventId } from '@guichet/contract/event-id';
import { isTerminal } from '@guichet/contract/terminal-event';
import { ErrorReply } from '@redis/client';
import { RedisLost, type SharedRedis } from '../redis/open-redis.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { type DroppedEvents, type LoggedEvent, RunLog } from './run-log.ts';
import { ENDED_RUN_KEPT_MS } from './run-registry.ts';
import type { RunShare } from './run-writer.ts';

/** A log to which nothing is added for so long is gone: twice the time that a whole answer may take. */
const SHARED_LOG_KEPT_MS = 30 * 60 * 1000;

/** Its life is prolonged at most so often. */
const PROLONGED_EVERY_MS = 60_000;

/** Only a Redis that accepts nothing, for example because it is full, refuses this often. */
const CATCH_UP_TRIES = 3;

/** One answer may be lost; whoever claimed a run should not end it for that. */
const FENCE_TRIES = 2;

/** An event with all of its place. */
export interface SharedEvent extends LoggedEvent {
  epoch: number;
}

/** A log, or what of it comes after a place. Empty where nothing does, and where it is gone. */
export interface LogPart {
  /** Stands for what was dropped at the old end; only with a whole log. */
  dropped?: DroppedEvents & { epoch: number };
  events: SharedEvent[];
}

export interface SharedRunLogsParts {
  redis: SharedRedis;
  /**
   * What this process shows from now on is in its memory alone; settles when that is written down.
   * @returns the runs that are still this process's
   */
  onAlone: () => Promise<ReadonlySet<string>>;
  /** Monotonic milliseconds. */
  steady: () => number;
}

export class SharedRunLogs {
  readonly #parts: SharedRunLogsParts;

  constructor(parts: SharedRunLogsParts) {
    this.#parts = parts;
  }

  get isReachable(): boolean {
    return this.#parts.redis.lost === undefined;
  }

  /** For the process that writes the run in this epoch. */
  share(runId: string, epoch: number): RunShare {
    return new SharedLogWriter(runId, epoch, this.#parts);
  }

  /** @throws RedisLost */
  async read(runId: string, after?: EventId): Promise<LogPart> {
    const { redis } = this.#parts;
    if (after) {
      const events = await redis.ask((client) => client.xRange(streamOf(runId), `(${idOf(after)}`, '+'));
      return { events: (events ?? []).flatMap(eventFrom) };
    }
    return redis.ask(async (client) =>
      wholeFrom(await client.multi().get(droppedOf(runId)).xRange(streamOf(runId), '-', '+').exec()),
    );
  }

  /**
   * Closes the log for everybody who wrote it in an earlier epoch. Only one process claims a run for an epoch, so an entry
   * that is there already is its own, whose answer was lost.
   * @returns all of it; undefined when it was written in this epoch, or cannot be had
   */
  async fence(runId: string, epoch: number): Promise<(LogPart & { mayHaveActed: boolean }) | undefined> {
    const { redis } = this.#parts;
    const id = idOf({ epoch, seq: 0 });
    for (let attempt = 1; ; attempt++) {
      try {
        return await redis.ask(async (client) => {
          const [newest] = (await client.xRevRange(streamOf(runId), '+', '-', { COUNT: 1 })) ?? [];
          const multi = client.multi();
          if (newest?.id !== id) multi.xAdd(streamOf(runId), id, { type: 'fence', data: '' });
          const replies = (await multi
            .exists(actedOf(runId))
            .get(droppedOf(runId))
            .xRange(streamOf(runId), '-', '+')
            .pExpire(streamOf(runId), SHARED_LOG_KEPT_MS)
            .exec()) as unknown[];
          const [acted, ...whole] = replies.slice(newest?.id === id ? 0 : 1);
          return { ...wholeFrom(whole), mayHaveActed: acted === 1 };
        });
      } catch (error) {
        if (error instanceof RedisLost && redis.lost === undefined && attempt < FENCE_TRIES) continue;
        if (error instanceof ErrorReply || error instanceof RedisLost) return undefined;
        throw error;
      }
    }
  }

  /** Tells the end of a run whose log this process closed for others. Never fails: readers look at the database as well. */
  async tellEnd(runId: string, epoch: number, events: readonly LoggedEvent[]): Promise<void> {
    await this.share(runId, epoch).publish(events, new RunLog(epoch));
  }

  /** @throws RedisLost */
  async forget(runId: string): Promise<void> {
    await this.#parts.redis.ask((client) => client.del([streamOf(runId), droppedOf(runId), actedOf(runId)]));
  }

  /** Calls `listener` when there is more to read; not each time, because a ring may be lost. @returns ends it */
  hear(runId: string, listener: () => void): () => void {
    return this.#parts.redis.hear(streamOf(runId), listener);
  }
}

/** Writes one run's log, and the rest of it later when it could not be written at the time. */
class SharedLogWriter implements RunShare {
  readonly #runId: string;
  readonly #epoch: number;
  readonly #parts: SharedRunLogsParts;
  /** Whether something is shown here that may not be in the shared log. */
  #isBehind = false;
  /** Whether it is written down that something was shown here alone. It stays so. */
  #isAlone = false;
  #mayAct = false;
  #droppedUpTo = 0;
  #prolongedAt = Number.NEGATIVE_INFINITY;

  constructor(runId: string, epoch: number, parts: SharedRunLogsParts) {
    this.#runId = runId;
    this.#epoch = epoch;
    this.#parts = parts;
  }

  async publish(events: readonly LoggedEvent[], log: RunLog): Promise<boolean> {
    if (this.#isBehind) return this.catchUp(events, log);
    try {
      const isThere = await this.#parts.redis.ask((client) => this.#add(client, events, log));
      // It has lost the log: its memory was full, or it was started again.
      if (!isThere) return this.catchUp(events, log);
      this.#ring();
      return true;
    } catch (error) {
      // Refused as old: another process goes on with this run, or it is there already and only the answer was lost.
      if (error instanceof ErrorReply) return this.catchUp(events, log);
      if (error instanceof RedisLost) return this.#goOnAlone();
      throw error;
    }
  }

  async catchUp(events: readonly LoggedEvent[], log: RunLog): Promise<boolean> {
    this.#isBehind = true;
    for (let attempt = 1; ; attempt++) {
      try {
        const isMine = await this.#parts.redis.ask((client) => this.#addMissing(client, events, log));
        this.#isBehind = !isMine;
        this.#ring();
        return isMine;
      } catch (error) {
        if (!(error instanceof RedisLost || error instanceof ErrorReply)) throw error;
        // Refused between the look and the writing: it was closed for us just now, which a second look shows.
        if (error instanceof RedisLost || attempt === CATCH_UP_TRIES) return this.#goOnAlone();
      }
    }
  }

  async willAct(): Promise<void> {
    this.#mayAct = true;
    try {
      const expiration = { type: 'PX', value: SHARED_LOG_KEPT_MS } as const;
      await this.#parts.redis.ask((client) => client.set(actedOf(this.#runId), '1', { expiration }));
    } catch (error) {
      if (!(error instanceof RedisLost || error instanceof ErrorReply)) throw error;
      await this.#goOnAlone();
    }
  }

  #ring(): void {
    void this.#parts.redis.ring(streamOf(this.#runId));
  }

  /** Known before it is shown: whoever takes this run over must not believe that nobody has seen it. */
  async #goOnAlone(): Promise<boolean> {
    this.#isBehind = true;
    // While Redis is known to be away, the lease says whose it is; one answer that was lost may have said it is another's.
    if (this.#isAlone && this.#parts.redis.lost !== undefined) return true;
    let mine = await this.#parts.onAlone();
    // It may have been under way for others before this run began.
    if (!mine.has(this.#runId)) mine = await this.#parts.onAlone();
    this.#isAlone = true;
    return mine.has(this.#runId);
  }

  /** @returns false when another process writes this run */
  async #addMissing(client: RedisClient, events: readonly LoggedEvent[], log: RunLog): Promise<boolean> {
    const newest = await client.xRevRange(streamOf(this.#runId), '+', '-', { COUNT: 1 });
    const place = parseEventId(newest?.[0]?.id ?? '');
    if (place && place.epoch > this.#epoch) return false;
    const from = place?.epoch === this.#epoch ? place.seq : 0;
    if (from === 0) {
      this.#droppedUpTo = 0;
      this.#prolongedAt = Number.NEGATIVE_INFINITY;
      if (this.#mayAct) await this.willAct();
    }
    const missing = [...log.eventsAfter(from), ...events].filter(({ seq }) => seq > from);
    if (missing.length > 0) await this.#add(client, missing, log, { mayBegin: true });
    return true;
  }

  /** @returns false when the log that these follow is gone */
  async #add(
    client: RedisClient,
    events: readonly LoggedEvent[],
    log: RunLog,
    { mayBegin = events[0]?.seq === 1 } = {},
  ): Promise<boolean> {
    const stream = streamOf(this.#runId);
    const { steady } = this.#parts;
    const multi = client.multi();
    for (const { seq, event, json } of events) {
      const id = idOf({ epoch: this.#epoch, seq });
      const entry = { type: event.type, data: json };
      if (mayBegin) multi.xAdd(stream, id, entry);
      else multi.xAddNoMkStream(stream, id, entry);
    }
    const { dropped } = log;
    const isShorter = dropped && dropped.upTo > this.#droppedUpTo;
    if (isShorter) {
      multi.set(droppedOf(this.#runId), JSON.stringify({ ...dropped, epoch: this.#epoch }));
      multi.xTrim(stream, 'MINID', idOf({ epoch: this.#epoch, seq: dropped.upTo + 1 }) as never);
    }
    const last = events.at(-1);
    const hasEnded = last !== undefined && isTerminal(last.event.type);
    const isDue = steady() - this.#prolongedAt >= PROLONGED_EVERY_MS;
    if (hasEnded || isDue || isShorter) {
      const kept = hasEnded ? ENDED_RUN_KEPT_MS : SHARED_LOG_KEPT_MS;
      for (const key of [stream, droppedOf(this.#runId)]) multi.pExpire(key, kept);
    }
    const [first] = (await multi.exec()) as unknown[];
    if (first === null) return false;
    if (isDue) this.#prolongedAt = steady();
    if (isShorter) this.#droppedUpTo = dropped.upTo;
    return true;
  }
}

function streamOf(runId: string): string {
  return `run:${runId}`;
}

/** What the dropped events said. */
function droppedOf(runId: string): string {
  return `run:${runId}:dropped`;
}

/** There once Open WebUI was asked in a way in which tools may run. */
function actedOf(runId: string): string {
  return `run:${runId}:acted`;
}

function idOf({ epoch, seq }: EventId): string {
  return `${epoch}-${seq}`;
}

function wholeFrom(replies: readonly unknown[]): LogPart {
  const [dropped, events] = replies as [string | null, StreamEntry[]];
  return {
    ...(dropped !== null && { dropped: JSON.parse(dropped) as NonNullable<LogPart['dropped']> }),
    events: events.flatMap(eventFrom),
  };
}

interface StreamEntry {
  id: string;
  message: Record<string, string>;
}

/** An entry that closed the log for others is no event. */
function eventFrom({ id, message }: StreamEntry): SharedEvent[] {
  const place = parseEventId(id);
  const { type, data } = message;
  // Of a server that writes its log in another way, while one version follows another: its end is read from the database.
  if (!place || place.seq === 0 || type === undefined || data === undefined) return [];
  return [{ ...place, event: { type, data: JSON.parse(data) } as ChatEvent, json: data }];
}
