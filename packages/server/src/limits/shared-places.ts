/**
 * Places that are taken for a while and given back, counted for all replicas together: a visitor's answers at a time. Each
 * is held on a lease, so that the places of a replica that died are free again after half a minute.
 *
 * Each replica also counts its own (`answer/run-registry.ts`), and while Redis is away that is all there is.
 */
import { randomUUID } from 'node:crypto';
import type { SharedRedis } from '../redis/open-redis.ts';
import { type Limit, limitKey } from './limit.ts';

/** How long a place outlives its replica. */
export const PLACE_LEASE_MS = 30_000;

/** Between two signs of life: two may get lost. */
const RENEW_EVERY_MS = 9_000;

/** A place that was taken; `id` is what it is given back by. */
export interface Place {
  id: string;
  limits: readonly Limit[];
}

export type PlaceVerdict = { ok: true; place: Place } | { ok: false; reached: Limit };

/**
 * KEYS: one sorted set for each limit, of places by when their lease ends. ARGV: the place, the lease in ms, then how many
 * each may hold. Answers 0, or which limit is reached. By the clock of Redis, which all replicas share.
 */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for at, key in ipairs(KEYS) do
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now)
  if redis.call('ZCARD', key) >= tonumber(ARGV[2 + at]) then return at end
end
for _, key in ipairs(KEYS) do
  redis.call('ZADD', key, now + ARGV[2], ARGV[1])
  redis.call('PEXPIRE', key, ARGV[2])
end
return 0`;

/** The same without asking whether there is room: what is held already stays held, also by a Redis that forgot it. */
const KEEP = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for _, key in ipairs(KEYS) do
  redis.call('ZADD', key, now + ARGV[2], ARGV[1])
  redis.call('PEXPIRE', key, ARGV[2])
end`;

const GIVE_BACK = `for _, key in ipairs(KEYS) do redis.call('ZREM', key, ARGV[1]) end`;

export class SharedPlaces {
  readonly #redis: Pick<SharedRedis, 'ask' | 'onRegained'>;
  readonly #held = new Map<string, Place>();
  #timer: NodeJS.Timeout | undefined;

  constructor(redis: Pick<SharedRedis, 'ask' | 'onRegained'>) {
    this.#redis = redis;
    redis.onRegained(() => void this.keep());
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.keep(), RENEW_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** A place for each of them or none. While Redis is away there always is one. */
  async take(limits: readonly Limit[]): Promise<PlaceVerdict> {
    const place: Place = { id: randomUUID(), limits };
    const most = limits.map(({ limit }) => String(limit));
    // Away or full: each replica has its own count.
    const reached = await this.#run(TAKE, place, most).catch(() => 0);
    const limit = typeof reached === 'number' ? limits[reached - 1] : undefined;
    if (limit) return { ok: false, reached: limit };
    this.#held.set(place.id, place);
    return { ok: true, place };
  }

  /** Repeatable. */
  async giveBack(place: Place): Promise<void> {
    if (!this.#held.delete(place.id)) return;
    // Else the lease ends by itself.
    await this.#run(GIVE_BACK, place).catch(() => undefined);
  }

  /** Says once more what is held here. Called by the clock, and when Redis is there again. */
  async keep(): Promise<void> {
    await Promise.all([...this.#held.values()].map((place) => this.#run(KEEP, place).catch(() => undefined)));
  }

  #run(script: string, { id, limits }: Place, more: readonly string[] = []): Promise<unknown> {
    const keys = limits.map((limit) => `places:${limitKey(limit)}`);
    const args = [id, String(PLACE_LEASE_MS), ...more];
    return this.#redis.ask((client) => client.eval(script, { keys, arguments: args }));
  }
}
