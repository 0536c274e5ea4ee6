import { describe, expect, it } from 'vitest';
import { pause, pauseMs } from './pause.ts';

describe('pauseMs', () => {
  it('grows, stays within half and all of its length, and has an end', () => {
    expect([0, 1, 2, 3].map((attempt) => pauseMs(attempt, 1))).toEqual([400, 800, 1600, 3200]);
    expect(pauseMs(0, 0)).toBe(200);
    expect(pauseMs(1_000, 1)).toBe(15_000);
  });
});

describe('pause', () => {
  it('ends when nobody waits any more', async () => {
    const waiting = new AbortController();
    const ended = pause(60_000, waiting.signal);
    waiting.abort();
    await ended;
    await pause(60_000, waiting.signal);
  });
});
