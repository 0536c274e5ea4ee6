import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPatience } from '../patience.ts';
import type { UpstreamFailure } from '../upstream-failure.ts';
import { createRunClock } from './run-clock.ts';

const STEP_MS = 10;
const TIMEOUTS = { firstByteMs: 1_000, silenceMs: 200, totalMs: 20_000, wordlessMs: 5_000 };
const LIMITS = { toolMs: 3_000, toolsMs: 4_000 };
const TOOL = new Map([['call', 'slow_tool']]);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'performance'] }));
afterEach(() => void vi.useRealTimers());

function startClock() {
  const failures: UpstreamFailure[] = [];
  const clock = createRunClock({ patience: createPatience(STEP_MS), timeouts: TIMEOUTS, agentLimits: LIMITS }, (one) =>
    failures.push(one),
  );
  return { clock, failures };
}

it('waits long for the first word, and says that it was the first', () => {
  const { clock, failures } = startClock();
  vi.advanceTimersByTime(5_000);
  expect(failures).toEqual([]);
  clock.begin();
  clock.begin();
  vi.advanceTimersByTime(990);
  expect(failures).toEqual([]);
  vi.advanceTimersByTime(20);
  expect(failures).toMatchObject([{ code: 'assistant-timeout', phase: 'first-byte' }]);
  vi.advanceTimersByTime(60_000);
  expect(failures).toHaveLength(1);
});

it('waits less between words, and says that there were some', () => {
  const { clock, failures } = startClock();
  clock.begin();
  expect(clock.hasSpoken()).toBe(false);
  clock.hear();
  clock.speak();
  expect(clock.hasSpoken()).toBe(true);
  vi.advanceTimersByTime(190);
  expect(failures).toEqual([]);
  vi.advanceTimersByTime(40);
  expect(failures).toMatchObject([{ phase: 'stream', raw: expect.stringContaining('silent for 200 ms') }]);
});

it('lets a tool take its time, and names the one that takes too long', () => {
  const { clock, failures } = startClock();
  clock.begin();
  clock.hear();
  clock.speak();
  clock.setTools(TOOL);
  vi.advanceTimersByTime(2_900);
  expect(failures).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(failures).toMatchObject([{ cause: 'timeout', raw: expect.stringContaining('slow_tool') }]);
});

it('waits for the model as at the beginning once a tool is done', () => {
  const { clock, failures } = startClock();
  clock.begin();
  clock.speak();
  clock.setTools(TOOL);
  clock.setTools(new Map());
  clock.hear();
  vi.advanceTimersByTime(900);
  expect(failures).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(failures).toHaveLength(1);
});

it('holds no tool to its time while nothing is heard of it, and waits as long as one may take', () => {
  const { clock, failures } = startClock();
  clock.begin();
  clock.speak();
  clock.setTools(TOOL);
  vi.advanceTimersByTime(2_000);
  clock.hear();
  clock.lose();
  vi.advanceTimersByTime(2_900);
  expect(failures).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(failures).toMatchObject([{ raw: expect.stringContaining('silent for 3000 ms') }]);
});

it('says nothing after it was stopped, whatever is begun then', () => {
  const { clock, failures } = startClock();
  clock.begin();
  clock.stop();
  clock.begin();
  clock.setTools(TOOL);
  vi.advanceTimersByTime(60_000);
  expect(failures).toEqual([]);
});
