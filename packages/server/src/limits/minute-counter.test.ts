import { expect, it } from 'vitest';
import { type Limit, networkLimits, visitorLimit } from './limit.ts';
import { MinuteCounter } from './minute-counter.ts';

const networks = [
  { key: 'narrow', times: 1 },
  { key: 'wide', times: 4 },
] as const;

it('counts apart what differs in any field, and together what differs in none', async () => {
  const counter = new MinuteCounter();
  const limit: Limit = { kind: 'visitor', subject: 'a', unit: 'messages', window: 'minute', limit: 1 };
  const others: Limit[] = [
    { ...limit, kind: 'browser' },
    { ...limit, subject: 'b' },
    { ...limit, unit: 'requests' },
  ];
  for (const one of [limit, ...others]) expect(await counter.consume([one])).toEqual({ ok: true });
  for (const one of [limit, ...others]) expect(await counter.consume([{ ...one }])).toMatchObject({ ok: false });
});

it('allows the wider network as many times more, and leaves uncounted what comes after a refusal', async () => {
  const counter = new MinuteCounter();
  const three = { unit: 'visitors', window: 'minute', limit: 3 } as const;
  const tries = await Promise.all(Array.from({ length: 5 }, () => counter.consume(networkLimits(networks, three))));
  expect(tries.filter(({ ok }) => ok)).toHaveLength(3);
  // The wide one has 12 places, and the two refused tries took none of them.
  const beside = [networks[1]];
  const more = await Promise.all(Array.from({ length: 12 }, () => counter.consume(networkLimits(beside, three))));
  expect(more.filter(({ ok }) => ok)).toHaveLength(9);
});

it('says after how many seconds there is room again', async () => {
  const counter = new MinuteCounter();
  const one = [visitorLimit('a', { unit: 'messages', window: 'minute', limit: 1 })];
  await counter.consume(one);
  const refused = await counter.consume(one);
  expect(refused).toMatchObject({ ok: false, retryAfter: expect.any(Number) });
  if (!refused.ok) expect([refused.retryAfter >= 1, refused.retryAfter <= 60]).toEqual([true, true]);
});
