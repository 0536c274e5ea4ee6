import { expect, it } from 'vitest';
import { measureBrowserTicks } from './browser-ticks.ts';

const EVENT_STREAM = { 'Content-Type': 'text/event-stream; charset=utf-8' };

/** A stream that gives one piece each time it is asked for more, while the clock goes on by a tenth of a second. */
function partsOf(pieces: readonly string[], headers: Record<string, string> = EVENT_STREAM, status = 200) {
  let clock = 0;
  const rest = [...pieces];
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        clock += 100;
        const piece = rest.shift();
        if (piece === 'broken') controller.error(new TypeError('network'));
        else if (piece === undefined) controller.close();
        else controller.enqueue(new TextEncoder().encode(piece));
      },
    },
    { highWaterMark: 0 },
  );
  const asked: string[] = [];
  const fetched: typeof fetch = async (place) => {
    asked.push(String(place));
    return new Response(body, { status, headers });
  };
  return { parts: { fetch: fetched, now: () => clock }, asked };
}

it('notes when each tick arrives', async () => {
  const { parts, asked } = partsOf(['data: 0\n\n', 'id: 1\ndata: 1\n\n', ': ping\n\n', 'data: 2\n\n']);
  const view = await measureBrowserTicks(parts);
  expect(asked).toEqual(['/v1/ticks']);
  expect(view?.arrivals).toHaveLength(3);
  const [first = 0, second = 0, third = 0] = view?.arrivals ?? [];
  expect([second - first, third - second]).toEqual([100, 200]);
});

it('gives ticks that came in one lump the same time, and tells the compression', async () => {
  const { parts } = partsOf(['data: 0\n\ndata: 1\n\ndata: 2\n\n'], { ...EVENT_STREAM, 'Content-Encoding': 'zstd' });
  const view = await measureBrowserTicks(parts);
  expect(new Set(view?.arrivals).size).toBe(1);
  expect([view?.arrivals.length, view?.encoding]).toEqual([3, 'zstd']);
});

it('keeps what came before it broke off', async () => {
  const { parts } = partsOf(['data: 0\n\n', 'broken']);
  expect((await measureBrowserTicks(parts))?.arrivals).toHaveLength(1);
});

it.each([
  ['a server that knows no ticks', partsOf(['x'], { 'Content-Type': 'application/problem+json' }, 404)],
  ['a page instead', partsOf(['<html>'], { 'Content-Type': 'text/html' })],
  ['an empty stream', partsOf([])],
])('goes without for %s', async (_, { parts }) => {
  expect(await measureBrowserTicks(parts)).toBeUndefined();
});

it('goes without when nothing answers', async () => {
  const away = async (): Promise<never> => {
    throw new TypeError('Failed to fetch');
  };
  expect(await measureBrowserTicks({ fetch: away, now: () => 0 })).toBeUndefined();
});
