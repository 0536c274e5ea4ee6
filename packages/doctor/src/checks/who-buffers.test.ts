import { expect, it } from 'vitest';
import type { BrowserTicksEvidence, TicksEvidence } from '../evidence/evidence-map.ts';
import { rhythmOf, spreadOf, whoBuffers } from './who-buffers.ts';

const EVEN = Array.from({ length: 10 }, (_, place) => 30 + place * 100);
const AT_ONCE = EVEN.map(() => 940);
const STALLED = EVEN.map(() => 5);

function outside(
  arrivals: readonly number[],
  more: Partial<Extract<TicksEvidence, { kind: 'seen' }>> = {},
): TicksEvidence {
  return { kind: 'seen', arrivals, sent: EVEN, whole: true, proxies: [], ...more };
}
const inBrowser = (arrivals: readonly number[], encoding?: string): BrowserTicksEvidence => ({
  kind: 'seen',
  arrivals,
  ...(encoding && { encoding }),
});
const NONE = { kind: 'none' } as const;

it.each([
  ['nobody', 'unknown', outside(EVEN), NONE],
  ['nobody', 'unknown', outside(EVEN), inBrowser(EVEN)],
  ['proxy', 'probable', outside(AT_ONCE), NONE],
  ['proxy', 'certain', outside(AT_ONCE), inBrowser(AT_ONCE)],
  ['roundabout', 'probable', outside(AT_ONCE), inBrowser(EVEN)],
  ['street', 'probable', outside(EVEN), inBrowser(AT_ONCE)],
  ['somewhere', 'probable', NONE, inBrowser(AT_ONCE)],
  ['somewhere', 'probable', outside(AT_ONCE, { sent: STALLED }), inBrowser(AT_ONCE)],
  ['untold', 'unknown', outside(AT_ONCE, { sent: STALLED }), NONE],
  ['untold', 'unknown', NONE, NONE],
  ['nobody', 'unknown', NONE, inBrowser(EVEN)],
] as const)('says %s, %s', (hop, confidence, ticks, browser) => {
  expect(whoBuffers(ticks, browser)).toMatchObject({ hop, confidence });
});

it('names packing only where it is what holds back', () => {
  expect(whoBuffers(outside(AT_ONCE, { encoding: 'gzip' }), NONE).encoding).toBe('gzip');
  expect(whoBuffers(NONE, inBrowser(AT_ONCE, 'br')).encoding).toBe('br');
  expect(whoBuffers(outside(EVEN, { encoding: 'gzip' }), NONE)).not.toHaveProperty('encoding');
  expect(whoBuffers(outside(AT_ONCE), NONE)).not.toHaveProperty('encoding');
});

it('tells nothing from too little', () => {
  expect(rhythmOf([])).toBe('untold');
  expect(spreadOf([])).toBe(0);
  expect(rhythmOf([20, 900])).toBe('untold');
  // A browser that was handed all in one piece.
  expect(rhythmOf([940])).toBe('lumped');
  // All at once and at once: nothing was sent over time.
  expect(rhythmOf([3, 4, 5, 6, 7, 8])).toBe('untold');
});
