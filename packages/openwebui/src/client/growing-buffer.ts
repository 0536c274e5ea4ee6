/**
 * Bytes one after the other in one piece of memory. A list of the pieces as they came would cost a hundred bytes for each,
 * and whoever sends them decides how small they are.
 */
export interface GrowingBuffer {
  readonly length: number;
  add(bytes: Buffer): void;
  /** All of it; valid until the next call. */
  bytes(): Buffer;
  clear(): void;
}

const FIRST_BYTES = 4 * 1024;
/** Once read, more than this is given back. */
const KEPT_BYTES = 64 * 1024;

export function createGrowingBuffer(): GrowingBuffer {
  let memory = Buffer.alloc(0);
  let length = 0;
  return {
    get length() {
      return length;
    },
    add(bytes) {
      const needed = length + bytes.length;
      if (needed > memory.length) {
        // Doubling copies each byte twice at most.
        const larger = Buffer.allocUnsafe(Math.max(needed, memory.length * 2, FIRST_BYTES));
        memory.copy(larger, 0, 0, length);
        memory = larger;
      }
      bytes.copy(memory, length);
      length = needed;
    },
    bytes: () => memory.subarray(0, length),
    clear() {
      length = 0;
      if (memory.length > KEPT_BYTES) memory = Buffer.alloc(0);
    },
  };
}
