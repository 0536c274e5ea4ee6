import { frameJson } from '../http/frame-json.ts';
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
): AsyncGenerator<string> {
  if (sources.length > 0) yield `data: ${frameJson({ sources }, world)}\n\n`;
  try {
    yield* frames;
  } catch (error) {
    if (gone.aborted) return;
    if (!(error instanceof ConnectionBroken)) throw error;
    if (!world.has('brokenStreamIsTold')) return;
    yield `\n\ndata: ${frameJson({ error: { message: 'Chat completion stream failed' } }, world)}\n\n`;
    yield 'data: [DONE]\n\n';
  }
}
