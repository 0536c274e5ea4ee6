/**
 * One request at a time on a connection, nothing begun while what was written before is unread, and few worked on at the
 * same moment over all connections, so that a health check never waits for a crowd.
 *
 * Node parses every request that a client sent ahead and begins them all; only the answers queue. Without this, one
 * connection of a stranger makes as much work and holds as many answers as it likes.
 */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { DoorTime } from './door-time.ts';
import { type Connection, type Exchange, OpenConnections } from './open-connections.ts';

/** Requests sent ahead on one connection: nobody's browser or proxy does it. Beyond: the connection is closed. */
export const MAX_REQUESTS_AHEAD = 64;

/** The same over all connections, some 3 KB each. Beyond: the connection that sends one more ahead is closed. */
export const MAX_REQUESTS_AHEAD_IN_ALL = 1_000;

/** Requests worked on at the same moment. One thread does the work; more would only make everybody wait for all. */
export const MAX_AT_WORK = 2;

/** A request that is not answered by then waits for something other than our thread, and keeps nobody from their turn. */
export const AT_WORK_MS = 10;

/** So long at once, no work is begun while newcomers are let in, one after the other. A thousand take less. */
export const NEWCOMERS_FIRST_MS = 400;

/** The same of all time, where newcomers never cease: the rest belongs to those who are in. */
export const NEWCOMERS_SHARE = 0.2;

/** What is unread of an answer must move: by this much … */
export const MIN_PROGRESS_BYTES = 30 * 1024;

/** … within this time, a slow mobile network. Beyond: the connection is closed; an answer is read on after its last event. */
export const PROGRESS_WITHIN_MS = 30_000;

/** While memory is short, a connection that has taken nothing for this long is closed. */
export const STALLED_UNDER_PRESSURE_MS = 2_000;

/** Written and unread, over all connections. Beyond: 503 `server-busy` for what is no health check, until it is less. */
export const MAX_UNREAD_BYTES = 32 * 1024 * 1024;

/** How often unread bytes are looked at by the clock, and how old the sum may be that a new request is judged by. */
const LOOK_EVERY_MS = 1_000;
const SUM_KEPT_MS = 20;

export interface ConnectionLimits {
  /** All connections together. */
  connections: number;
  requestsAhead: number;
  requestsAheadInAll: number;
  unreadBytes: number;
  progressBytes: number;
  progressWithinMs: number;
}

export const CONNECTION_LIMITS: Omit<ConnectionLimits, 'connections'> = {
  requestsAhead: MAX_REQUESTS_AHEAD,
  requestsAheadInAll: MAX_REQUESTS_AHEAD_IN_ALL,
  unreadBytes: MAX_UNREAD_BYTES,
  progressBytes: MIN_PROGRESS_BYTES,
  progressWithinMs: PROGRESS_WITHIN_MS,
};

export class ConnectionGate {
  readonly #limits: ConnectionLimits;
  readonly #connections = new OpenConnections();
  /** Whose current request waits for its turn, in order. */
  readonly #queue = new Set<Connection>();
  #atWork = 0;
  readonly #door = new DoorTime(NEWCOMERS_FIRST_MS, NEWCOMERS_SHARE, performance.now());
  /** How many connections have come. */
  #arrivals = 0;
  #ahead = 0;
  #unread = { bytes: 0, at: Number.NEGATIVE_INFINITY };
  #clock: NodeJS.Timeout | undefined;
  #begin: RequestListener = () => undefined;

  constructor(limits: ConnectionLimits) {
    this.#limits = limits;
  }

  get openConnections(): number {
    return this.#connections.size;
  }

  /** Bytes that were written and that nobody has read yet. */
  get unreadBytes(): number {
    const now = performance.now();
    if (now - this.#unread.at > SUM_KEPT_MS) {
      let bytes = 0;
      for (const socket of this.#connections.sockets()) bytes += socket.writableLength;
      this.#unread = { bytes, at: now };
    }
    return this.#unread.bytes;
  }

  /** Whether so much is unread that nothing new should be written. */
  get isFull(): boolean {
    return this.unreadBytes > this.#limits.unreadBytes;
  }

  /** Stands before the server's own listener. @param isUrgent what is begun at once, whoever waits */
  listener(begin: RequestListener, isUrgent: (url: string) => boolean): RequestListener {
    this.#begin = begin;
    return (incoming, outgoing) => {
      const connection = this.#connections.of(incoming.socket);
      if (!connection || incoming.socket.destroyed) return;
      if (connection.current) this.#hold(connection, { incoming, outgoing });
      else if (isUrgent(incoming.url ?? '')) this.#work(connection, { incoming, outgoing });
      else this.#enqueue(connection, { incoming, outgoing });
    };
  }

  /** Counts the server's connections and closes those that stand still. */
  watch(server: Server): void {
    server.on('connection', (socket) => this.#arrive(socket));
    server.on('close', () => clearInterval(this.#clock));
    this.#clock = setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
  }

  #arrive(socket: Socket): void {
    this.#arrivals++;
    if (this.#connections.size >= this.#limits.connections) this.#makeRoom();
    const connection = this.#connections.add(socket);
    socket.once('close', () => this.#leave(connection));
  }

  #leave(connection: Connection): void {
    if (!this.#connections.remove(connection)) return;
    this.#queue.delete(connection);
    this.#ahead -= connection.ahead.length;
    connection.ahead.length = 0;
  }

  #close(connection: Connection): void {
    this.#leave(connection);
    connection.socket.destroy();
  }

  #makeRoom(): void {
    const leaving = this.#connections.nextToLeave();
    if (leaving) this.#close(leaving);
  }

  #hold(connection: Connection, waiting: Exchange): void {
    const tooMany =
      connection.ahead.length >= this.#limits.requestsAhead ||
      // One may always wait: between two requests of a client that does nothing wrong lies less than a turn.
      (connection.ahead.length > 0 && this.#ahead >= this.#limits.requestsAheadInAll);
    if (tooMany) {
      stopParsing(connection.socket);
      this.#close(connection);
      return;
    }
    connection.ahead.push(waiting);
    this.#ahead++;
    connection.socket.pause();
  }

  #enqueue(connection: Connection, waiting: Exchange): void {
    this.#connections.begin(connection, waiting);
    this.#queue.add(connection);
    this.#takeNext();
  }

  /** Each in a turn of its own, so that what came meanwhile is heard in between. */
  #takeNext(): void {
    if (this.#atWork >= MAX_AT_WORK || this.#queue.size === 0) return;
    this.#atWork++;
    this.#inNextRound(() => {
      const [next] = this.#queue;
      if (next?.current === undefined) {
        this.#workDone();
        return;
      }
      this.#queue.delete(next);
      onceAnswering(next.current, () => this.#workDone());
      this.#work(next, next.current);
    });
  }

  /** Once nobody is at the door, as far as there is time for that. */
  #inNextRound(work: () => void): void {
    const arrivals = this.#arrivals;
    const since = performance.now();
    setImmediate(() => {
      const now = performance.now();
      if (this.#arrivals !== arrivals && this.#door.take(now - since, now)) this.#inNextRound(work);
      else work();
    });
  }

  #workDone(): void {
    this.#atWork--;
    this.#takeNext();
  }

  #work(connection: Connection, waiting: Exchange): void {
    this.#connections.begin(connection, waiting);
    waiting.outgoing.once('close', () => this.#ended(connection));
    this.#begin(waiting.incoming, waiting.outgoing);
  }

  #ended(connection: Connection): void {
    const { socket } = connection;
    if (socket.destroyed || this.#connections.of(socket) !== connection) return;
    if (socket.writableLength > 0) {
      socket.write('', () => this.#ended(connection));
      return;
    }
    this.#connections.rest(connection);
    const next = connection.ahead.shift();
    if (!next) return;
    this.#ahead--;
    // Its body may not have come yet.
    if (connection.ahead.length === 0) socket.resume();
    this.#enqueue(connection, next);
  }

  #look(): void {
    const now = performance.now();
    const short = this.isFull;
    for (const connection of this.#connections.all()) {
      const { socket } = connection;
      if (socket.writableLength === 0) {
        connection.progress = undefined;
        continue;
      }
      const taken = takenBytes(socket);
      if (taken !== connection.last.taken) connection.last = { taken, at: now };
      if (!connection.progress || taken - connection.progress.taken >= this.#limits.progressBytes) {
        connection.progress = { taken, at: now };
      }
      const slow = now - connection.progress.at >= this.#limits.progressWithinMs;
      const stalled = short && now - connection.last.at >= STALLED_UNDER_PRESSURE_MS;
      if (slow || stalled) this.#close(connection);
    }
  }
}

/** Calls back once: when the answer begins, or when it is long enough in coming. */
function onceAnswering({ incoming, outgoing }: Exchange, answering: () => void): void {
  let isCalled = false;
  const tell = () => {
    if (isCalled) return;
    isCalled = true;
    clearTimeout(timer);
    answering();
  };
  // What is not here yet is waited for by nobody else.
  const timer = setTimeout(tell, incoming.complete || !mayHaveBody(incoming) ? AT_WORK_MS : 0);
  outgoing.once('close', tell);
  const { writeHead } = outgoing;
  // No event tells that headers are written; what follows them in the same turn is still work.
  outgoing.writeHead = function writeHeadAndTell(this: ServerResponse, ...args: unknown[]) {
    setImmediate(tell);
    return Reflect.apply(writeHead, this, args) as ServerResponse;
  } as typeof writeHead;
}

function mayHaveBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** Where Node's parser keeps what it calls for each request it has read the headers of. */
const ON_HEADERS_COMPLETE = 1;

/**
 * Lets the parser run over the rest of what it was given without calling anybody: it cannot be stopped in the middle,
 * and each request would still be made into objects. Parsers are used again, so this one is put right when it is free.
 */
function stopParsing(socket: Socket): void {
  const { parser } = socket as Socket & { parser?: Record<number, unknown> | null };
  const listener = parser?.[ON_HEADERS_COMPLETE];
  if (!parser || typeof listener !== 'function') return;
  parser[ON_HEADERS_COMPLETE] = undefined;
  socket.once('close', () => {
    parser[ON_HEADERS_COMPLETE] = listener;
  });
}

/** What the network has taken so far. A chunk under way counts as far as it has gone, which only the handle knows. */
function takenBytes(socket: Socket): number {
  const { _handle: handle } = socket as Socket & { _handle?: { bytesWritten?: number; writeQueueSize?: number } };
  return (handle?.bytesWritten ?? 0) - (handle?.writeQueueSize ?? 0);
}
