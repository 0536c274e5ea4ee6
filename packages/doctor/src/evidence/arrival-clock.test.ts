import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createArrivalClock } from './arrival-clock.ts';

it('gives what was read together one time, however long the reading took', async () => {
  let nowMs = 100;
  const arrivedAt = createArrivalClock(() => nowMs);
  expect(arrivedAt()).toBe(100);
  nowMs = 140;
  expect(arrivedAt()).toBe(100);
  await nextTurn();
  expect(arrivedAt()).toBe(140);
});
