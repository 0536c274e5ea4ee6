import { describe, expect, it } from 'vitest';
import { EvenPace, MAX_LAG_MS } from './even-pace.ts';

interface Frame {
  at: number;
  shown: number;
  arrived: number;
  lagging: number;
}

/** What each frame shows of these arrivals; `lagging`: what arrived longer ago than is allowed when the next frame comes. */
function play(arrivals: readonly { at: number; length: number }[], frameMs = 1000 / 60, until = 3_000): Frame[] {
  const pace = new EvenPace();
  const waiting = [...arrivals];
  const frames: Frame[] = [];
  let arrived = 0;
  for (let at = 0; at < until; at += frameMs) {
    for (; waiting[0] && waiting[0].at <= at; waiting.shift()) {
      arrived += waiting[0].length;
      pace.arrived(arrived, waiting[0].at);
    }
    const shown = pace.shownAt(at);
    const due = arrivals
      .filter((one) => one.at <= at + frameMs - MAX_LAG_MS)
      .reduce((sum, { length }) => sum + length, 0);
    frames.push({ at, shown, arrived, lagging: due - shown });
  }
  return frames;
}

const stepsOf = (frames: readonly Frame[]) => frames.map(({ shown }, at) => shown - (frames[at - 1]?.shown ?? 0));

const BURSTS = [100, 900, 950, 1_700].map((at) => ({ at, length: 2_000 }));
const TRICKLE = Array.from({ length: 60 }, (_, at) => ({ at: at * 33, length: 4 }));

describe('an even pace', () => {
  it.each([
    ['bursts of 2,000 characters', BURSTS],
    ['a trickle', TRICKLE],
    ['a trickle with a burst in it', [...TRICKLE, { at: 700, length: 2_000 }].sort((a, b) => a.at - b.at)],
    ['words between pauses', [0, 40, 1_200, 1_210, 2_400].map((at) => ({ at, length: 30 }))],
  ])('never lags longer than allowed, goes never back and never ahead: %s', (_, arrivals) => {
    for (const frameMs of [1000 / 144, 1000 / 60, 1000 / 30, 1000 / 20]) {
      const frames = play(arrivals, frameMs);
      for (const { lagging, shown, arrived } of frames) {
        expect(lagging).toBeLessThanOrEqual(0);
        expect(shown).toBeLessThanOrEqual(arrived);
      }
      for (const step of stepsOf(frames)) expect(step).toBeGreaterThanOrEqual(0);
      expect(frames.at(-1)?.shown).toBe(frames.at(-1)?.arrived);
    }
  });

  it('shows a burst in equal steps', () => {
    const frames = play([{ at: 100, length: 2_000 }]);
    const steps = stepsOf(frames).filter((step) => step > 0);
    expect(steps.length).toBeGreaterThanOrEqual(8);
    // The first and the last one are parts of a frame.
    const inner = steps.slice(1, -1);
    expect(Math.max(...inner) - Math.min(...inner)).toBeLessThanOrEqual(1);
  });

  it('goes no faster for a trickle than it comes', () => {
    const steps = stepsOf(play(TRICKLE));
    expect(Math.max(...steps)).toBeLessThanOrEqual(4);
  });

  it('begins slowly again after a pause, however long it was', () => {
    const frames = play([0, 2_000].map((at) => ({ at, length: 2_000 })));
    const afterPause = frames.filter(({ at }) => at >= 2_000 && at < 2_050);
    for (const { shown } of afterPause) expect(shown).toBeLessThan(3_000);
    expect(afterPause.length).toBeGreaterThan(1);
  });

  it('shows what is due at once in a frame that comes late', () => {
    const pace = new EvenPace();
    pace.arrived(2_000, 0);
    pace.arrived(2_400, 900);
    const shown = pace.shownAt(1_000);
    expect(shown).toBeGreaterThanOrEqual(2_000);
    expect(shown).toBeLessThanOrEqual(2_400);
    expect(pace.shownAt(1_000 + MAX_LAG_MS)).toBe(2_400);
  });

  it('has nothing left to show after an end in the middle of a burst, and goes on from there', () => {
    const pace = new EvenPace();
    pace.arrived(2_000, 0);
    expect(pace.shownAt(30)).toBeLessThan(2_000);
    expect(pace.isBehind).toBe(true);
    pace.catchUp(2_000);
    expect(pace.isBehind).toBe(false);
    expect(pace.shownAt(40)).toBe(2_000);
    pace.arrived(4_000, 1_000);
    expect(pace.shownAt(1_010)).toBeLessThan(3_000);
  });

  it('stays where it is in a frame that began before the text arrived', () => {
    const pace = new EvenPace();
    pace.arrived(100, 50);
    expect(pace.shownAt(40)).toBe(0);
    expect(pace.shownAt(50 + MAX_LAG_MS)).toBe(100);
  });
});
