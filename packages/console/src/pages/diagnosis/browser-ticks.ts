/** How a numbered stream of Guichet's arrives in this very browser: whoever holds it back on the way shows in the times. */
import type { BrowserTicksView } from '@guichet/contract/diagnosis-api';
import { LineReader } from '../../admin-api/line-reader.ts';

export interface TickParts {
  fetch: typeof fetch;
  /** Milliseconds. */
  now: () => number;
}

/** The stream lasts a second. What takes longer than this is held back so badly that the doctor need not wait for it. */
const PATIENCE_MS = 4_000;

/** @returns undefined when there is nothing to measure; the doctor then does without */
export async function measureBrowserTicks({ fetch, now }: TickParts): Promise<BrowserTicksView | undefined> {
  const begun = now();
  const arrivals: number[] = [];
  let encoding: string | null = null;
  try {
    const response = await fetch('/v1/ticks', {
      headers: { Accept: 'text/event-stream' },
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok || !response.body || !isEventStream(response)) return undefined;
    encoding = response.headers.get('Content-Encoding');
    const lines = new LineReader();
    const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
      const at = Math.round(now() - begun);
      for (const line of lines.take(piece.value)) if (line.startsWith('data:')) arrivals.push(at);
    }
  } catch {
    // What came before it broke off tells as much.
  }
  return arrivals.length > 0 ? { arrivals, ...(encoding && { encoding }) } : undefined;
}

function isEventStream(response: Response): boolean {
  return response.headers.get('Content-Type')?.startsWith('text/event-stream') ?? false;
}
