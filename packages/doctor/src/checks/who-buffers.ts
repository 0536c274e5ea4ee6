/** Which hop holds answers back, from the rhythm of the measured stream at two places. Pure. */
import type { BrowserTicksEvidence, TicksEvidence } from '../evidence/evidence-map.ts';
import type { Confidence } from '../verdict.ts';

/**
 * `nobody`; `proxy`: what stands in front of Guichet; `street`: something between the public address and the browser;
 * `somewhere`: on the way to the browser, no nearer; `roundabout`: only on Guichet's own way to itself; `untold`.
 */
export type Hop = 'nobody' | 'proxy' | 'street' | 'somewhere' | 'roundabout' | 'untold';

export interface Judgement {
  hop: Hop;
  confidence: Confidence;
  /** Somebody compresses where it is held back. */
  encoding?: string;
}

/** Fewer ticks than this show nothing. */
const MIN_TICKS = 5;
/** Ten ticks, one each tenth of a second. */
const SENT_OVER_MS = 900;
/** Of that time, what must be left between the first and the last that arrived. */
const LUMPED_RATIO = 0.5;

export type Rhythm = 'even' | 'lumped' | 'untold';

/** @param sent when they were sent: a server that stalled sends in lumps by itself */
export function rhythmOf(arrivals: readonly number[], sent?: readonly number[]): Rhythm {
  if (spreadOf(arrivals) >= SENT_OVER_MS * LUMPED_RATIO) return arrivals.length < MIN_TICKS ? 'untold' : 'even';
  if (sent && spreadOf(sent) < SENT_OVER_MS * LUMPED_RATIO) return 'untold';
  // A browser may be handed all of it in one piece. Then only the time tells that it was not sent in one.
  const waited = (arrivals[0] ?? 0) >= SENT_OVER_MS * LUMPED_RATIO;
  return waited ? 'lumped' : 'untold';
}

export function spreadOf(times: readonly number[]): number {
  return times.length === 0 ? 0 : Math.max(...times) - Math.min(...times);
}

export function whoBuffers(ticks: TicksEvidence, browser: BrowserTicksEvidence): Judgement {
  const outside = ticks.kind === 'seen' ? rhythmOf(ticks.arrivals, ticks.sent) : 'untold';
  const inBrowser = browser.kind === 'seen' ? rhythmOf(browser.arrivals) : 'untold';
  const own = ticks.kind === 'seen' ? ticks.encoding : undefined;
  const theirs = browser.kind === 'seen' ? browser.encoding : undefined;
  if (outside === 'lumped') {
    // Both ways lead through it. One alone may be a network that stuttered for a second.
    if (inBrowser === 'lumped') return judged('proxy', 'certain', own ?? theirs);
    return inBrowser === 'even' ? judged('roundabout', 'probable', own) : judged('proxy', 'probable', own);
  }
  if (inBrowser === 'lumped') return judged(outside === 'even' ? 'street' : 'somewhere', 'probable', theirs);
  return { hop: outside === 'even' || inBrowser === 'even' ? 'nobody' : 'untold', confidence: 'unknown' };
}

function judged(hop: Hop, confidence: Confidence, encoding: string | undefined): Judgement {
  return { hop, confidence, ...(encoding !== undefined && { encoding }) };
}
