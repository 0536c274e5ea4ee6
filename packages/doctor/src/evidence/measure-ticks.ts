/** The measured stream, through the public address: when each numbered tick came. */
import type { HeardReply } from './doctor-tools.ts';
import type { BrowserTicksEvidence, TicksEvidence } from './evidence-map.ts';
import { findProxies } from './find-proxies.ts';
import type { GatherContext, Gatherer } from './gather-context.ts';
import { isRecord } from './is-record.ts';
import { seenFailure } from './seen-failure.ts';

export const measureTicks: Gatherer<'ticks'> = async (context) => {
  const url = context.input.tickUrl ?? (await ownTicks(context));
  if (url === undefined) return { kind: 'none' };
  try {
    return readTicks(await context.tools.listen(url, context.limit('ownMs')));
  } catch (error) {
    return { kind: 'failed', failure: seenFailure(error) };
  }
};

/** Where nobody said where to measure, at the public address, once it is known that Guichet answers there. */
async function ownTicks(context: GatherContext): Promise<string | undefined> {
  const front = await context.evidence('publicAddress');
  const base = context.input.publicUrl?.trim().replace(/\/+$/, '');
  return front?.kind === 'seen' && front.isGuichet ? `${base}/v1/ticks` : undefined;
}

/** As the visitor's browser saw it; the page measures before it asks. */
export const takeBrowserTicks: Gatherer<'browserTicks'> = async ({ input }): Promise<BrowserTicksEvidence> => {
  const { browserTicks } = input;
  if (!browserTicks || browserTicks.arrivals.length === 0) return { kind: 'none' };
  const { arrivals, encoding } = browserTicks;
  return { kind: 'seen', arrivals: [...arrivals].sort((one, other) => one - other), ...encoded(encoding) };
};

function readTicks({ status, headers, pieces, whole }: HeardReply): TicksEvidence {
  const arrivals: number[] = [];
  const sent: number[] = [];
  let waiting = '';
  for (const { ms, text } of pieces) {
    const events = (waiting + text).split('\n\n');
    waiting = events.pop() ?? '';
    for (const event of events) {
      const tick = readTick(event);
      if (!tick) continue;
      arrivals.push(ms);
      sent.push(tick.sentMs);
    }
  }
  if (arrivals.length === 0) return { kind: 'failed', failure: { cause: 'unknown', confidence: 'unknown', status } };
  return {
    kind: 'seen',
    arrivals,
    sent,
    whole,
    proxies: findProxies(headers),
    ...encoded(headers['content-encoding']),
  };
}

function readTick(event: string): { sentMs: number } | undefined {
  const data = /^data: ?(.{1,200})$/m.exec(event)?.[1];
  try {
    const tick: unknown = JSON.parse(data ?? '');
    return isRecord(tick) && typeof tick.sentMs === 'number' ? { sentMs: tick.sentMs } : undefined;
  } catch {
    return undefined;
  }
}

function encoded(encoding: string | undefined): { encoding?: string } {
  return encoding && encoding !== 'identity' ? { encoding: encoding.slice(0, 20) } : {};
}
