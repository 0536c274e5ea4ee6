import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createToolClock } from './tool-clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the clock of tools', () => {
  it('names the one that takes too long', () => {
    const heard: string[] = [];
    const clock = createToolClock({ toolMs: 100, toolsMs: 1_000 }, (what) => heard.push(what));
    clock.set(
      new Map([
        ['a', 'quick'],
        ['b', 'slow'],
      ]),
    );
    vi.advanceTimersByTime(60);
    clock.set(new Map([['b', 'slow']]));
    vi.advanceTimersByTime(60);
    expect(heard).toEqual(['the tool slow was not done in 100 ms']);
    clock.stop();
  });

  it('adds up all tools of an answer, and not the time between them', () => {
    const heard: string[] = [];
    const clock = createToolClock({ toolMs: 100, toolsMs: 150 }, (what) => heard.push(what));
    for (const key of ['a', 'b']) {
      clock.set(new Map([[key, key]]));
      vi.advanceTimersByTime(70);
      clock.set(new Map());
      vi.advanceTimersByTime(500);
    }
    expect(heard).toEqual([]);
    clock.set(new Map([['c', 'c']]));
    vi.advanceTimersByTime(20);
    expect(heard).toEqual(['tools took more than 150 ms together']);
    clock.stop();
    vi.advanceTimersByTime(1_000);
    expect(heard).toHaveLength(1);
  });
});
