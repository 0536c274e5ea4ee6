/**
 * What a replica knows of the others: a doorbell, who leads, what was told already. A server on SQLite is alone: it leads,
 * and nobody hears it ring.
 */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { newId } from '../new-id.ts';
import type { Logger } from '../observe/logger.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { SharedRedis } from '../redis/open-redis.ts';
import { readRedisAddress } from '../redis/redis-address.ts';
import type { Settings } from '../settings/read-settings.ts';
import type { StartTexts } from '../start/start-texts.ts';
import type { Schema } from '../storage/schema.ts';
import { createSqlReplicaRecords } from '../storage/sql-replica-records.ts';
import { ALONE, Leader, type Leading } from './leader.ts';
import { type Tell, tellOnce } from './tell-once.ts';

/** What one replica tells the others. Each is a hint; who is told looks by itself, and would have looked later anyway. */
export type Ring =
  /** A setting or the key was changed in the console. */
  | 'settings'
  /** A site was added, changed or removed. */
  | 'sites'
  /** Open WebUI rejects the key. */
  | 'key-rejected'
  /** There is a whole diagnosis. */
  | 'diagnosed'
  /** Visitors' answers say something that the watch may not know. */
  | 'watch'
  /** A page was not let in; the message says which. */
  | 'refused-origin'
  /** An operator had a page looked at; the message says which. */
  | 'looked-at';

export interface Doorbell {
  /** To the other replicas. Never fails. */
  ring(ring: Ring, message?: string): void;
  /** What other replicas ring. */
  hear(ring: Ring, listener: (message: string) => void): void;
}

export interface Replicas extends Doorbell {
  /** Undefined without `REDIS_URL`. */
  redis: SharedRedis | undefined;
  leading: Leading;
  /** Whether other servers may work on the same database. */
  mayBeSeveral: boolean;
  /** Tells what another replica has not told. */
  once(tell: Tell): Tell;
  start(): Promise<void>;
  close(): Promise<void>;
}

export interface ReplicasParts {
  settings: Settings;
  database: Kysely<Schema>;
  /** Of this installation: what it names in Redis is its own. */
  salt: string;
  logger: Logger;
  metrics: Pick<Metrics, 'gauge'>;
  texts: () => StartTexts;
  now: () => number;
  steady: () => number;
}

/** Anybody who can read the keys' names learns nothing from them. */
function prefixOf(salt: string): string {
  return `guichet:${createHash('sha256').update(`redis ${salt}`).digest('base64url').slice(0, 12)}:`;
}

export async function openReplicas(parts: ReplicasParts): Promise<Replicas> {
  const { settings, logger, texts, now, steady, salt } = parts;
  const self = newId('srv');
  const mayBeSeveral = settings.databaseUrl.value !== undefined;
  const records = createSqlReplicaRecords(parts.database);
  const address = readRedisAddress(settings.redisUrl.value ?? '');
  // Most servers have none: the client is loaded where there is one.
  const redis = address && (await import('../redis/open-redis.ts')).openRedis({ address, prefix: prefixOf(salt) });
  const words = () => texts().server.start.redis;
  if (redis) {
    let isTold = false;
    redis.onLost((reason) => {
      isTold = true;
      logger.warn(words().away(redis.place, reason));
    });
    redis.onRegained(() => {
      if (isTold) logger.info(words().back(redis.place));
      isTold = false;
    });
    await redis.opened;
    if (!mayBeSeveral) logger.warn(words().alone);
    parts.metrics.gauge('guichet_redis_reachable', 'Whether Redis answers: 1 or 0.', () => Number(!redis.lost));
  }
  const leader = mayBeSeveral
    ? new Leader({
        records,
        onFailure: (error) => logger.error({ err: error }, 'Guichet could not ask which replica leads.'),
        now,
        steady,
      })
    : undefined;
  const leading = leader ?? ALONE;
  parts.metrics.gauge('guichet_leads', 'Whether this replica runs the background checks: 1 or 0.', () =>
    Number(leading.leads),
  );
  return {
    redis,
    leading,
    mayBeSeveral,
    ring: (ring, message = '') => void redis?.ring(ring, JSON.stringify([self, message])),
    hear(ring, listener) {
      redis?.hear(ring, (rung) => {
        const [by, message] = JSON.parse(rung) as [string, string];
        if (by !== self) listener(message);
      });
    },
    once: (tell) => (mayBeSeveral ? tellOnce({ tell, records, now }) : tell),
    start: async () => leader?.start(),
    async close() {
      await leader?.stop();
      await redis?.close();
    },
  };
}
