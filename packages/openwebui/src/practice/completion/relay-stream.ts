import { frameJson } from '../http/frame-json.ts';
import type { Plugin } from '../plugins/plugins.ts';
import { runOutlets, writtenFilter } from '../plugins/run-filters.ts';
import { ConnectionBroken } from '../provider/provider-types.ts';
import type { World } from '../world.ts';
import type { Source } from './find-sources.ts';

/**
 * A provider's stream on its way to the caller: passages first, then the provider's own frames untouched. When the
 * provider drops the connection, old versions just end; 0.11.4 and later say so, and then say [DONE] all the same.
 */
export async function* relayStream(
  frames: AsyncIterable<string>,
  sources: Source[],
  gone: AbortSignal,
  world: World,
  filters: readonly Plugin[] = [],
): AsyncGenerator<string> {
  if (sources.length > 0) yield `data: ${frameJson({ sources }, world)}\n\n`;
  const written = writtenFilter(filters);
  // Up to 0.11.0 such a filter is handed bytes where it expects a dictionary. Its exception ends the answer, and on
  // 0.11.0 it breaks the connection.
  if (written && !world.has('streamFilterGetsFrames')) {
    if (world.has('brokenStreamBreaks')) throw new ConnectionBroken();
    return;
  }
  try {
    if (written) yield* filtered(frames, written);
    else yield* frames;
    runOutlets(filters, world);
  } catch (error) {
    if (gone.aborted) return;
    if (!(error instanceof ConnectionBroken)) throw error;
    if (!world.has('brokenStreamBreaks')) return;
    if (!world.has('brokenStreamIsTold')) throw error;
    yield `\n\ndata: ${frameJson({ error: { message: 'Chat completion stream failed' } }, world)}\n\n`;
    yield 'data: [DONE]\n\n';
  }
}

/** Each frame's text as the filters leave it. */
async function* filtered(frames: AsyncIterable<string>, written: (text: string) => string): AsyncGenerator<string> {
  for await (const frame of frames) {
    yield frame.replace(/"content":("(?:[^"\\]|\\.)*")/g, (_whole, content: string) => {
      return `"content":${JSON.stringify(written(JSON.parse(content) as string))}`;
    });
  }
}
