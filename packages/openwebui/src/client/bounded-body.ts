/** Collects a reply's body up to a size. */
export interface BoundedBody {
  /** @returns false when the body became too large; what came before stays readable */
  add(chunk: Buffer): boolean;
  text(): string;
}

export function createBoundedBody(maxBytes: number): BoundedBody {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return {
    add(chunk) {
      const room = maxBytes - bytes;
      chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
      bytes += chunk.length;
      return bytes <= maxBytes;
    },
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
}
