/**
 * The connections that are open, in the order in which they may have to make room for a newcomer.
 *
 * Where as many are open as may be, each newcomer costs one of them its place. A crowd that comes at once is let in
 * within one turn of the thread, so that finding that one must not mean looking at all of them.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** A newcomer may take the place of a connection that has not finished its request for this long. */
export const UNFINISHED_REQUEST_MS = 2_000;

/**
 * The latest of those on which nothing is being answered are spared while others can go: what they ask is on its way. Of
 * a crowd that asks much, the one that is about to ask for a health check would else be the only one that is idle.
 */
export const SPARED_NEWCOMERS = 16;

export interface Exchange {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
}

export interface Connection {
  readonly socket: Socket;
  readonly address: string;
  /** The request being answered. */
  current: Exchange | undefined;
  readonly ahead: Exchange[];
  /** Monotonic, in milliseconds: since when nothing is being answered, or since the current request began. */
  since: number;
  /** Bytes the network had taken when progress was last enough, and when that was. */
  progress: { taken: number; at: number } | undefined;
  /** What it had taken at the last look, and since when it is that much. */
  last: { taken: number; at: number };
}

export class OpenConnections {
  readonly #bySocket = new Map<Socket, Connection>();
  /** On which nothing is being answered, the one that is so for longest first. */
  readonly #idle = new Set<Connection>();
  /** The others, the one whose request began first in front. */
  readonly #answering = new Set<Connection>();
  /** The connections of each address, in the order of their coming. */
  readonly #byAddress = new Map<string, Set<Connection>>();

  get size(): number {
    return this.#bySocket.size;
  }

  sockets(): Iterable<Socket> {
    return this.#bySocket.keys();
  }

  all(): Connection[] {
    return [...this.#bySocket.values()];
  }

  of(socket: Socket): Connection | undefined {
    return this.#bySocket.get(socket);
  }

  add(socket: Socket): Connection {
    const now = performance.now();
    const address = socket.remoteAddress ?? '';
    const connection: Connection = {
      socket,
      address,
      current: undefined,
      ahead: [],
      since: now,
      progress: undefined,
      last: { taken: 0, at: now },
    };
    this.#bySocket.set(socket, connection);
    this.#idle.add(connection);
    const neighbours = this.#byAddress.get(address);
    if (neighbours) neighbours.add(connection);
    else this.#byAddress.set(address, new Set([connection]));
    return connection;
  }

  /** @returns false where it had left before */
  remove(connection: Connection): boolean {
    if (!this.#bySocket.delete(connection.socket)) return false;
    this.#idle.delete(connection);
    this.#answering.delete(connection);
    const neighbours = this.#byAddress.get(connection.address);
    neighbours?.delete(connection);
    if (neighbours?.size === 0) this.#byAddress.delete(connection.address);
    return true;
  }

  /** From now on this request is answered, or waits for its turn. */
  begin(connection: Connection, exchange: Exchange): void {
    connection.current = exchange;
    this.#moveToEnd(connection, this.#answering);
  }

  /** From now on nothing is being answered. */
  rest(connection: Connection): void {
    connection.current = undefined;
    this.#moveToEnd(connection, this.#idle);
  }

  /**
   * Which one makes room. One on which nothing is being answered goes first, the oldest of them; a request that is long
   * in coming counts as nothing. Where there is none besides the latest, the address that has most of them loses its
   * oldest: an answer is read on over another connection.
   */
  nextToLeave(): Connection | undefined {
    const [idle] = this.#idle.size > SPARED_NEWCOMERS ? this.#idle : [];
    const unfinished = this.#oldestUnfinished();
    if (idle && unfinished) return idle.since <= unfinished.since ? idle : unfinished;
    return idle ?? unfinished ?? this.#oldestOfBusiestAddress();
  }

  #moveToEnd(connection: Connection, order: Set<Connection>): void {
    connection.since = performance.now();
    this.#idle.delete(connection);
    this.#answering.delete(connection);
    // Who has left meanwhile must not come back into an order.
    if (this.#bySocket.get(connection.socket) === connection) order.add(connection);
  }

  #oldestUnfinished(): Connection | undefined {
    const longAgo = performance.now() - UNFINISHED_REQUEST_MS;
    for (const connection of this.#answering) {
      if (connection.since >= longAgo) return undefined;
      if (connection.current && !connection.current.incoming.complete) return connection;
    }
    return undefined;
  }

  #oldestOfBusiestAddress(): Connection | undefined {
    let busiest = new Set<Connection>();
    for (const neighbours of this.#byAddress.values()) if (neighbours.size > busiest.size) busiest = neighbours;
    let oldest: Connection | undefined;
    for (const each of busiest) if (!oldest || each.since < oldest.since) oldest = each;
    return oldest;
  }
}
