import { Secret } from '@guichet/openwebui/key-exchange';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRedis, type SharedRedis } from '../redis/open-redis.ts';
import { readRedisAddress } from '../redis/redis-address.ts';
import { lacksRedis, startTestRedis, type TestRedis } from '../redis/testing/test-redis.ts';
import type { MasterKeys } from '../safe/master-keys.ts';
import { SignInTickets, type Ticket } from './sign-in-tickets.ts';
import { TICKET_LIFETIME_MS, TicketBook } from './ticket-book.ts';

const SOON = { timeout: 15_000 };
const key = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill) });
const masterKeys: Pick<MasterKeys, 'keys'> = { keys: [key('main', 7)] };
const token = 'eyJhbGciOiJIUzI1NiJ9.lent.session';
const session: Ticket = {
  kind: 'session',
  session: new Secret(token),
  baseUrl: 'https://chat.example.com',
  role: 'admin',
  email: 'a@b.example',
};

it('in memory: found until it is over, taken once', async () => {
  let now = 0;
  const book = new TicketBook<{ a: number }>({ name: 'test', now: () => now });
  const id = await book.issue({ a: 1 });
  expect(await book.find(id)).toEqual({ a: 1 });
  expect(await Promise.all([book.take(id), book.take(id)])).toEqual([{ a: 1 }, undefined]);
  const late = await book.issue({ a: 2 });
  now = TICKET_LIFETIME_MS;
  expect(await book.find(late)).toBeUndefined();
});

describe.skipIf(lacksRedis)('two replicas with one Redis', () => {
  let server: TestRedis;
  let replicas: [SharedRedis, SharedRedis];
  beforeAll(async () => {
    server = await startTestRedis();
    const address = readRedisAddress(server.url);
    if (!address) throw new Error(server.url);
    const prefix = 'guichet:test:';
    replicas = [openRedis({ address, prefix }), openRedis({ address, prefix })];
    await Promise.all(replicas.map(({ opened }) => opened));
  });
  afterAll(async () => {
    await Promise.all(replicas.map((redis) => redis.close()));
    await server.remove();
  });

  const books = (keys = masterKeys) =>
    replicas.map((redis) => new SignInTickets(undefined, { redis, masterKeys: keys })) as [
      SignInTickets,
      SignInTickets,
    ];

  it('a ticket of one is good at the other, with its secret, and taken once', async () => {
    const [one, other] = books();
    const id = await one.issue(session);
    const found = await other.find(id);
    expect(found).toMatchObject({ kind: 'session', role: 'admin', email: 'a@b.example' });
    expect(found?.kind === 'session' && found.session.reveal()).toBe(token);
    const taken = await Promise.all([one.take(id), other.take(id), one.take(id), other.take(id)]);
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await one.find(id)).toBeUndefined();

    const challenge = { step: 'verify', token: new Secret(token), expiresAtMs: 5 } as const;
    const second = await one.issue({ kind: 'challenge', challenge, baseUrl: 'x', email: 'a@b.example' });
    const asked = await other.find(second);
    expect(asked?.kind === 'challenge' && [asked.challenge.token.reveal(), asked.challenge.expiresAtMs]).toEqual([
      token,
      5,
    ]);
  });

  it('Redis holds nothing readable, and nothing for ever', async () => {
    const [one] = books();
    const id = await one.issue(session);
    const kept = await replicas[0].ask((client) => client.get(`ticket:sign-in:${id}`));
    for (const form of [token, Buffer.from(token).toString('base64'), 'a@b.example']) expect(kept).not.toContain(form);
    const left = await replicas[0].ask((client) => client.pTTL(`ticket:sign-in:${id}`));
    expect(left > 0 && left <= TICKET_LIFETIME_MS).toBe(true);
  });

  it('is not opened under another name, nor with other keys; with an older key it is', async () => {
    const [one, other] = books();
    const id = await one.issue(session);
    await replicas[0].ask((client) => client.copy(`ticket:sign-in:${id}`, 'ticket:sign-in:planted'));
    expect(await other.find('planted')).toBeUndefined();
    const [foreign] = books({ keys: [key('main', 8)] });
    expect(await foreign.find(id)).toBeUndefined();
    const [rotated] = books({ keys: [key('next', 9), key('main', 7)] });
    expect(await rotated.find(id)).toBeDefined();
  });

  it('while Redis is away, a ticket is good where it was issued, also afterwards', async () => {
    const [one, other] = books();
    await server.kill();
    const id = await one.issue(session);
    expect(await one.find(id)).toBeDefined();
    expect(await other.find(id)).toBeUndefined();
    await server.start();
    await expect.poll(() => replicas.map(({ lost }) => lost), SOON).toEqual([undefined, undefined]);
    expect(await one.take(id)).toBeDefined();
    expect(await one.take(id)).toBeUndefined();
  }, 40_000);
});
