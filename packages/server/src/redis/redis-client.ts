/** The client library with the options that every connection of ours has. */
import { createClient } from '@redis/client';
import type { RedisAddress } from './redis-address.ts';

/** A server that does not take a connection by then is away. */
const CONNECT_TIMEOUT_MS = 2_000;

/** So long without a byte, and the connection is dead: a `PING` goes out every second. */
const SILENCE_TIMEOUT_MS = 5_000;

const PING_EVERY_MS = 1_000;

/** Commands that have not been answered yet. Beyond: refused at once, instead of memory without end. */
const MAX_UNANSWERED = 20_000;

export interface RedisClientSettings {
  address: RedisAddress;
  /** Before every key that a command names. Channels of pub/sub get none by themselves. */
  prefix: string;
  /** Milliseconds until the next attempt, or the error to give up with. */
  retry: (attempt: number, cause: Error) => number | Error;
}

/** Not connected yet. Its errors go to `onError`: one without a listener would end the process. */
export function makeRedisClient(
  { address, prefix, retry }: RedisClientSettings,
  onError: (error: Error) => void = () => undefined,
) {
  const client = createClient({
    url: address.url,
    keyPrefix: prefix,
    // What cannot be sent now is not kept for later: the one who asked goes on alone at once.
    disableOfflineQueue: true,
    commandsQueueMaxLength: MAX_UNANSWERED,
    pingInterval: PING_EVERY_MS,
    // Redis Enterprise's own; others answer it with an error.
    maintNotifications: 'disabled',
    name: 'guichet',
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: SILENCE_TIMEOUT_MS,
      reconnectStrategy: retry,
    },
  });
  client.on('error', onError);
  return client;
}

export type RedisClient = ReturnType<typeof makeRedisClient>;
