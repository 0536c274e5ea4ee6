import type { Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  type Connection,
  type Exchange,
  OpenConnections,
  SPARED_NEWCOMERS,
  UNFINISHED_REQUEST_MS,
} from './open-connections.ts';

const socketFrom = (remoteAddress: string) => ({ remoteAddress }) as Socket;
const whole = { incoming: { complete: true } } as Exchange;
const unfinished = { incoming: { complete: false } } as Exchange;

let now = 0;
beforeEach(() => {
  now = 1_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
});

function add(connections: OpenConnections, address = '192.0.2.1'): Connection {
  now += 1;
  return connections.add(socketFrom(address));
}

/** As many as are spared, after the others. */
function addLatest(connections: OpenConnections): void {
  for (let count = 0; count < SPARED_NEWCOMERS; count++) add(connections);
}

it('lets the one go first on which nothing is being answered for longest', () => {
  const connections = new OpenConnections();
  const [first, second, third] = [add(connections), add(connections), add(connections)];
  addLatest(connections);
  connections.begin(first, whole);
  expect(connections.nextToLeave()).toBe(second);
  now += 1;
  connections.begin(second, whole);
  now += 1;
  connections.rest(second);
  expect(connections.nextToLeave()).toBe(third);
});

it('spares the latest, whose request may be on its way, while an answer can be read on elsewhere', () => {
  const connections = new OpenConnections();
  const answering = [add(connections), add(connections)];
  for (const each of answering) connections.begin(each, whole);
  now += 1;
  addLatest(connections);
  expect(connections.nextToLeave()).toBe(answering[0]);
  const later = add(connections);
  const left = connections.nextToLeave();
  expect([answering[0], answering[1], later]).not.toContain(left);
});

it('takes a request that is long in coming for nothing, and one that is waited for not', () => {
  const connections = new OpenConnections();
  const [waited, slow] = [add(connections), add(connections)];
  connections.begin(waited, whole);
  now += 1;
  connections.begin(slow, unfinished);
  expect(connections.nextToLeave()).toBe(waited);
  now += UNFINISHED_REQUEST_MS + 1;
  expect(connections.nextToLeave()).toBe(slow);
  const idle = add(connections);
  addLatest(connections);
  expect(connections.nextToLeave()).toBe(slow);
  connections.remove(slow);
  expect(connections.nextToLeave()).toBe(idle);
});

it('lets the oldest of the address go that has most, where all are being answered', () => {
  const connections = new OpenConnections();
  const all = ['192.0.2.1', '192.0.2.7', '192.0.2.7', ''].map((address) => add(connections, address));
  for (const each of all.toReversed()) {
    now += 1;
    connections.begin(each, whole);
  }
  // It came later than its neighbour, and its request began before that one's.
  expect(connections.nextToLeave()).toBe(all[2]);
});

it('forgets who has left, also where its answer ends only then', () => {
  const connections = new OpenConnections();
  const [gone, stays] = [add(connections), add(connections)];
  connections.begin(gone, whole);
  expect(connections.remove(gone)).toBe(true);
  expect(connections.remove(gone)).toBe(false);
  connections.rest(gone);
  expect(connections.of(gone.socket)).toBeUndefined();
  expect(connections.all()).toEqual([stays]);
  expect(connections.nextToLeave()).toBe(stays);
  connections.remove(stays);
  expect(connections.nextToLeave()).toBeUndefined();
  expect(connections.size).toBe(0);
});

it('finds the one that leaves without a look at each of the others', () => {
  const connections = new OpenConnections();
  let looks = 0;
  for (let count = 0; count < 1_000; count++) {
    const connection = add(connections);
    let { since } = connection;
    Object.defineProperty(connection, 'since', {
      get: () => {
        looks++;
        return since;
      },
      set: (value: number) => {
        since = value;
      },
    });
    if (count % 2 === 0) connections.begin(connection, whole);
  }
  looks = 0;
  connections.nextToLeave();
  expect(looks).toBeLessThan(5);
});
