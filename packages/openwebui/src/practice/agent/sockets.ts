/**
 * Open WebUI's socket, as far as a run needs it: who joined, events to everybody of an account, questions to one socket.
 * Socket.IO's own frames (protocol 5 over engine.io 4) are written by hand: the practice server stays small, and answers
 * of the real one are what its tests compare.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { isObject, type JsonObject, text } from '../http/read-body.ts';
import { callerBySession } from '../identity/caller.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

const PATH = '/ws/socket.io/';
const PING_MS = 25_000;
/**
 * Without a heartbeat for so long the server knows a socket no more: its run goes on, and cannot be stopped. The real one
 * looks every two minutes, so there it takes two to four.
 */
export const FORGOTTEN_MS = 120_000;
/** From 0.12 on a socket is closed this long after its session has ended. */
const SESSION_GRACE_MS = 29_000;
const SESSION_LOOK_MS = 250;

interface Joined {
  id: string;
  accountId: string;
  connection: WebSocket;
  heardAt: number;
  /** Questions that wait for an answer, by their number. */
  waiting: Map<number, (answer: unknown) => void>;
}

export class Sockets {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #joined = new Map<string, Joined>();
  #asked = 0;

  /** @returns whether the request was for the socket */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer, world: World): boolean {
    if (!request.url?.startsWith(PATH)) return false;
    this.#server.handleUpgrade(request, stream, head, (connection) => this.#open(connection, world));
    return true;
  }

  /** Whether a socket of this account is known under this id. */
  isKnown(id: string, accountId: string, world: World): boolean {
    const socket = this.#joined.get(id);
    return socket?.accountId === accountId && !isForgotten(socket, world);
  }

  /** To every socket of an account, whichever run it is for. */
  tell(accountId: string, event: JsonObject): void {
    const frame = `42${JSON.stringify(['events', event])}`;
    for (const socket of this.#joined.values()) if (socket.accountId === accountId) socket.connection.send(frame);
  }

  /** Asks the socket that began a run. One that is not there answers at once; one that is may never answer. */
  ask(id: string, event: JsonObject): Promise<unknown> {
    const socket = this.#joined.get(id);
    if (!socket) return Promise.resolve({ error: 'Client is not connected' });
    const number = ++this.#asked;
    socket.connection.send(`42${number}${JSON.stringify(['events', event])}`);
    return new Promise((resolve) => socket.waiting.set(number, resolve));
  }

  /** How many an account has open. */
  countOf(accountId: string): number {
    return [...this.#joined.values()].filter((socket) => socket.accountId === accountId).length;
  }

  close(): void {
    for (const connection of this.#server.clients) connection.terminate();
    this.#server.close();
  }

  #open(connection: WebSocket, world: World): void {
    const id = randomBytes(15).toString('base64url');
    const timers = new Set<NodeJS.Timeout>();
    const keep = (timer: NodeJS.Timeout) => timers.add(timer.unref());
    const hello = {
      sid: randomBytes(15).toString('base64url'),
      upgrades: [],
      pingInterval: PING_MS,
      pingTimeout: 20_000,
    };
    connection.send(`0${JSON.stringify({ ...hello, maxPayload: 1_000_000 })}`);
    keep(setInterval(() => connection.send('2'), PING_MS));

    const join = (token: unknown): JsonObject | undefined => {
      const session = sessionOf(text(token) ?? '', world);
      if (!session) return undefined;
      const { account } = session;
      const known = this.#joined.get(id);
      if (known) known.heardAt = world.now();
      else {
        this.#joined.set(id, { id, accountId: account.id, connection, heardAt: world.now(), waiting: new Map() });
        const { endsAt } = session;
        if (endsAt !== undefined && world.has('sessionStamp')) {
          const isOver = () => world.now() >= endsAt * 1_000 + SESSION_GRACE_MS;
          keep(setInterval(() => isOver() && connection.close(), SESSION_LOOK_MS));
        }
      }
      return { id: account.id, name: account.name };
    };

    const events: Record<string, (data: unknown) => unknown> = {
      'user-join': (data) => join(isObject(data) && isObject(data.auth) ? data.auth.token : undefined),
      heartbeat: () => {
        const joined = this.#joined.get(id);
        // Before, one that is forgotten has to join again.
        const isHeard = joined && (world.has('heartbeatMakesKnown') || !isForgotten(joined, world));
        if (isHeard) joined.heardAt = world.now();
      },
    };

    connection.on('message', (raw: RawData) => {
      const frame = raw.toString();
      if (frame.startsWith('40')) {
        join(parsed(frame.slice(2))?.token);
        connection.send(`40${JSON.stringify({ sid: id })}`);
        return;
      }
      const match = /^4([23])(\d*)(\[.*)$/s.exec(frame);
      if (!match) return;
      const [, kind, number = '', list = '[]'] = match;
      const content = JSON.parse(list) as unknown[];
      if (kind === '3') {
        const { waiting } = this.#joined.get(id) ?? {};
        waiting?.get(Number(number))?.(content[0]);
        waiting?.delete(Number(number));
        return;
      }
      const answer = events[String(content[0])]?.(content[1]);
      if (number !== '') connection.send(`43${number}${JSON.stringify(answer === undefined ? [] : [answer])}`);
    });
    connection.on('close', () => {
      for (const timer of timers) clearTimeout(timer);
      const { waiting } = this.#joined.get(id) ?? {};
      for (const resolve of waiting?.values() ?? []) resolve({ error: 'Client is not connected' });
      this.#joined.delete(id);
    });
    connection.on('error', () => connection.terminate());
  }
}

function isForgotten({ heardAt }: Joined, world: World): boolean {
  return world.now() - heardAt >= FORGOTTEN_MS;
}

/** A session that is taken. An API key connects and never joins. */
function sessionOf(token: string, world: World) {
  if (token.startsWith('sk-')) return undefined;
  try {
    const { account, session } = callerBySession(token, world);
    return account.role === 'pending' ? undefined : { account, endsAt: session?.exp };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function parsed(json: string): JsonObject | undefined {
  if (json === '') return undefined;
  const value: unknown = JSON.parse(json);
  return isObject(value) ? value : undefined;
}
