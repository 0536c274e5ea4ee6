import { describe, expect, test } from 'vitest';
import { findSecrets } from '../find-secrets.ts';
import { recognise } from '../recognise.ts';
import { createScrubber } from '../scrub.ts';
import { hostileTexts } from './hostile-texts.ts';

const SMALL = 25_000;
const LARGE = 100_000;
/** Four times the text: 4 when linear, 16 when quadratic. The room is for a machine that does other things too. */
const MAX_RATIO = 10;
/** Below this the clock says more about the machine than about the code. */
const MEASURABLE_MS = 2;

const scrubber = createScrubber({ secrets: ['a'.repeat(40), 'a0a0a0a0a0', 'Bearer Bearer '] });
const FUNCTIONS = { recognise: (text: string) => recognise(text, { salt: 's' }), findSecrets, scrubber };

describe('100 kB of hostile text', () => {
  const small = hostileTexts(SMALL);
  const large = hostileTexts(LARGE);

  test.each(Object.entries(FUNCTIONS))(
    'time grows with the length of the text: %s',
    (_name, run) => {
      const tooSlow = large.filter((text, index) => {
        const ratio = (times: number) =>
          bestMs(run, text, times) / Math.max(MEASURABLE_MS, bestMs(run, small[index] ?? '', times));
        return ratio(1) > MAX_RATIO && ratio(5) > MAX_RATIO;
      });
      expect(tooSlow.map((text) => text.slice(0, 40))).toEqual([]);
    },
    300_000,
  );
});

function bestMs(run: (text: string) => unknown, text: string, times: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let count = 0; count < times; count += 1) {
    // Of this process alone: what else the machine does is not counted.
    const start = process.cpuUsage();
    run(text);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
}
