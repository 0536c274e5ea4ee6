/**
 * What the replicas of one Guichet share besides their database: Redis or Valkey, by `REDIS_URL`. It makes them quick to
 * hear of each other and lets them count together; it never holds what must not be lost. So whoever uses it has two ways:
 *
 *     try {
 *       await redis.ask((client) => client.xAdd(key, id, entry));
 *     } catch (error) {
 *       if (!(error instanceof RedisLost)) throw error;
 *       // go on alone, and catch up in `redis.onRegained`
 *     }
 *
 * - `ask` is for every command that answers at once. It has an answer, or fails as `RedisLost`, within `ANSWER_TIMEOUT_MS`:
 *   nothing waits for a server that is away, nothing is kept for later. What Redis itself refuses (a stream's id that is not
 *   greater than its last, for example) is thrown as the library's `ErrorReply`. Keys get the prefix by themselves.
 * - `dedicated` gives a connection of its own, for reads that block (`XREAD BLOCK`). Ask to wait 2 s at most: a longer
 *   silence is taken for a dead connection. It reconnects by itself; a read that fails is simply begun again after a pause.
 * - `hear` and `ring` are the doorbell: at most once, to all replicas, the ringing one included. What is rung is a hint to
 *   look at once; whoever listens must also look from time to time, because a ring may be lost.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { ErrorReply } from '@redis/client';
import { lookAtRedis, type RedisVerdict } from './check-redis.ts';
import type { RedisAddress } from './redis-address.ts';
import { makeRedisClient, type RedisClient } from './redis-client.ts';

/** One command; they take less than a millisecond of Redis' time. Beyond: `RedisLost`, and the connection is made anew. */
export const ANSWER_TIMEOUT_MS = 1_000;

/** How often it is asked whether it is there, when nobody else asks. */
const BEAT_MS = 1_000;

/** Between two attempts to get the connection back: doubled each time, up to the second one, a quarter of it at random. */
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 2_000;

/** After a failover or a restart, with its memory or its disk full: whatever else is asked would be refused as well. */
const SERVES_NOBODY = /^(?:READONLY|MOVED|CLUSTERDOWN|LOADING|MASTERDOWN|NOREPLICAS|OOM|MISCONF)/;

/** Redis is away, or did not answer in time. The command may have been carried out. */
export class RedisLost extends Error {
  override name = 'RedisLost';
}

export interface SharedRedis {
  /** For people, without user and password. */
  readonly place: string;
  /** Why it cannot be used now; undefined while it can. */
  readonly lost: string | undefined;
  /** @throws RedisLost, or what Redis answered */
  ask<Answer>(question: (client: RedisClient) => Promise<Answer>): Promise<Answer>;
  /** A connection of its own, for one who reads blockingly. Closed with the rest, or by its `destroy`. */
  dedicated(): RedisClient;
  /** Calls `listener` for each ring of this name. @returns ends it */
  hear(name: string, listener: (message: string) => void): () => void;
  /** Rings at all replicas. Never fails: who cannot ring now is heard of at their next look. @returns at how many */
  ring(name: string, message?: string): Promise<number>;
  onLost(listener: (why: string) => void): void;
  /** Told after the first connection as well, and when the doorbell hears again: look for what was missed. */
  onRegained(listener: () => void): void;
  /** Settles when the first attempt is through, whatever it came to. */
  readonly opened: Promise<void>;
  close(): Promise<void>;
}

export interface OpenRedisOptions {
  address: RedisAddress;
  /** Of this instance: several may share one Redis. Ends with a colon. */
  prefix: string;
}

export function openRedis(options: OpenRedisOptions): SharedRedis {
  return new OpenedRedis(options);
}

class OpenedRedis implements SharedRedis {
  readonly place: string;
  readonly opened: Promise<void>;
  readonly #options: OpenRedisOptions;
  readonly #lostListeners = new Set<(why: string) => void>();
  readonly #regainedListeners = new Set<() => void>();
  readonly #hearers = new Map<string, Set<(message: string) => void>>();
  readonly #leaving = new Map<string, Promise<unknown>>();
  readonly #dedicated = new Set<RedisClient>();
  readonly #beat: NodeJS.Timeout;
  readonly #doorbell: RedisClient;
  #commands: RedisClient;
  #lost: string | undefined = 'not connected yet';
  #told: 'lost' | 'regained' | undefined;
  #isClosed = false;

  constructor(options: OpenRedisOptions) {
    this.#options = options;
    this.place = options.address.place;
    this.#commands = this.#connect((error) => this.#lose(error.message));
    this.#doorbell = this.#connect(() => undefined);
    this.#doorbell.on('ready', () => {
      // It may have been away for longer than the other connection knows of.
      if (this.#lost === undefined) this.#tellRegained();
    });
    const first = Promise.withResolvers<void>();
    this.opened = first.promise;
    this.#openCommands(this.#commands, first.resolve);
    this.#doorbell.connect().catch(() => undefined);
    this.#beat = setInterval(() => void this.#look(), BEAT_MS).unref();
  }

  get lost(): string | undefined {
    return this.#lost;
  }

  async ask<Answer>(question: (client: RedisClient) => Promise<Answer>): Promise<Answer> {
    if (this.#lost !== undefined) throw new RedisLost(this.#lost);
    return this.#within(this.#commands, question);
  }

  dedicated(): RedisClient {
    const client = this.#connect(() => undefined);
    this.#dedicated.add(client);
    client.connect().catch(() => undefined);
    return client;
  }

  hear(name: string, listener: (message: string) => void): () => void {
    const channel = this.#channel(name);
    const hearers = this.#hearers.get(channel) ?? new Set();
    hearers.add(listener);
    if (!this.#hearers.has(channel)) {
      this.#hearers.set(channel, hearers);
      void this.#subscribe(channel);
    }
    return () => {
      hearers.delete(listener);
      if (hearers.size === 0 && this.#hearers.get(channel) === hearers) this.#unsubscribe(channel);
    };
  }

  async ring(name: string, message = ''): Promise<number> {
    return this.ask((client) => client.publish(this.#channel(name), message)).catch(() => 0);
  }

  onLost(listener: (why: string) => void): void {
    this.#lostListeners.add(listener);
  }

  onRegained(listener: () => void): void {
    this.#regainedListeners.add(listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#beat);
    for (const client of [this.#commands, this.#doorbell, ...this.#dedicated]) client.destroy();
  }

  #connect(onError: (error: Error) => void): RedisClient {
    const { address, prefix } = this.#options;
    const retry = (attempt: number) => {
      const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempt, 10));
      return Math.round(wait * (0.75 + Math.random() / 4));
    };
    return makeRedisClient({ address, prefix, retry }, (error) => {
      if (!this.#isClosed) onError(error);
    });
  }

  #openCommands(client: RedisClient, onFirst: () => void = () => undefined): void {
    client.on('ready', () => void this.#judge(client).finally(onFirst));
    client.once('error', onFirst);
    client.connect().catch(() => undefined);
  }

  /** A connection is there; whether what is behind it can be used is another question. */
  async #judge(client: RedisClient): Promise<void> {
    let verdict: RedisVerdict;
    try {
      verdict = await this.#within(client, lookAtRedis);
    } catch (error) {
      this.#lose(error instanceof Error ? error.message : String(error));
      return;
    }
    if (client !== this.#commands || this.#isClosed) return;
    if (verdict.kind !== 'usable') this.#lose(verdict.reason);
    else this.#regain();
  }

  /** Once a second: a server that hangs takes what is written and answers nothing; one that was promoted is usable again. */
  async #look(): Promise<void> {
    const client = this.#commands;
    if (!client.isReady) return;
    if (this.#lost !== undefined) await this.#judge(client);
    else await this.#within(client, (asked) => asked.ping()).catch(() => undefined);
  }

  async #within<Answer>(client: RedisClient, question: (client: RedisClient) => Promise<Answer>): Promise<Answer> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => late.reject(new RedisLost(`no answer within ${ANSWER_TIMEOUT_MS} ms`)),
      ANSWER_TIMEOUT_MS,
    );
    try {
      return await Promise.race([question(client), late.promise]);
    } catch (error) {
      if (error instanceof RedisLost) this.#replace(client, error.message);
      if (isReply(error)) {
        if (SERVES_NOBODY.test(error.message)) this.#lose(error.message);
        throw error;
      }
      // A mistake of ours, and no news of Redis.
      if (error instanceof TypeError) throw error;
      throw new RedisLost(error instanceof Error ? error.message : String(error), { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  /** What hangs on a connection that does not answer fails with it, and the next one begins with a clean queue. */
  #replace(client: RedisClient, why: string): void {
    this.#lose(why);
    if (client !== this.#commands || this.#isClosed) return;
    this.#commands = this.#connect((error) => this.#lose(error.message));
    this.#openCommands(this.#commands);
    client.destroy();
  }

  async #subscribe(channel: string): Promise<void> {
    const pass = (message: string) => {
      for (const listener of this.#hearers.get(channel) ?? []) listener(message);
    };
    while (!this.#isClosed && this.#hearers.has(channel)) {
      try {
        await this.#leaving.get(channel);
        // Once it is in, the library subscribes again after each reconnection.
        await this.#doorbell.subscribe(channel, pass);
        // Nobody waits for it any more, and nobody did so while it was on its way.
        if (!this.#hearers.has(channel)) this.#unsubscribe(channel);
        return;
      } catch {
        await pause(BEAT_MS, undefined, { ref: false });
      }
    }
  }

  /** Nobody listens here any more. A connection that is away subscribes to nothing when it is back. */
  #unsubscribe(channel: string): void {
    this.#hearers.delete(channel);
    const left = this.#doorbell.unsubscribe(channel).catch(() => undefined);
    // Whoever wants to hear it again meanwhile would be taken off with it.
    this.#leaving.set(channel, left);
    void left.then(() => {
      if (this.#leaving.get(channel) === left) this.#leaving.delete(channel);
    });
  }

  #channel(name: string): string {
    return `${this.#options.prefix}${name}`;
  }

  #lose(why: string): void {
    if (this.#isClosed) return;
    this.#lost = why;
    if (this.#told === 'lost') return;
    this.#told = 'lost';
    for (const listener of this.#lostListeners) listener(why);
  }

  #regain(): void {
    this.#lost = undefined;
    if (this.#told === 'regained') return;
    this.#told = 'regained';
    this.#tellRegained();
  }

  #tellRegained(): void {
    for (const listener of this.#regainedListeners) listener();
  }
}

function isReply(error: unknown): error is Error {
  return error instanceof ErrorReply;
}
