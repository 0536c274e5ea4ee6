import { expect, it } from 'vitest';
import { DoorTime } from './door-time.ts';

it('gives a crowd its time at once, and no more', () => {
  const door = new DoorTime(100, 0.2, 0);
  expect(door.take(60, 0)).toBe(true);
  // What is left is never too short for a round that has been.
  expect(door.take(60, 0)).toBe(true);
  expect(door.take(1, 0)).toBe(false);
});

it('gives a crowd that never ends a share of all time', () => {
  const door = new DoorTime(100, 0.2, 0);
  let given = 0;
  for (let now = 0; now < 10_000; now += 10) if (door.take(10, now)) given += 10;
  expect(given / 10_000).toBeGreaterThan(0.2);
  expect(given / 10_000).toBeLessThan(0.22);
});

it('saves no more than a crowd may have', () => {
  const door = new DoorTime(100, 0.2, 0);
  expect(door.take(100, 60_000)).toBe(true);
  expect(door.take(1, 60_000)).toBe(false);
});
