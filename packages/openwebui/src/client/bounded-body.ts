import { createGrowingBuffer } from './growing-buffer.ts';

/** Collects a reply's body up to a size. */
export interface BoundedBody {
  /** @returns false when the body became too large; what came before stays readable */
  add(chunk: Buffer): boolean;
  text(): string;
  bytes(): Buffer;
}

export function createBoundedBody(maxBytes: number): BoundedBody {
  const kept = createGrowingBuffer();
  return {
    add(chunk) {
      const room = maxBytes - kept.length;
      kept.add(chunk.length > room ? chunk.subarray(0, room) : chunk);
      return chunk.length <= room;
    },
    text: () => kept.bytes().toString('utf8'),
    bytes: () => Buffer.from(kept.bytes()),
  };
}
