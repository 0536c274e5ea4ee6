/** One reading for all: it goes on where the one before it stopped, and is not ended by whoever stops. */
export function piecesOf(body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = body.getReader();
  async function next(): Promise<IteratorResult<Uint8Array>> {
    const { done, value } = await reader.read();
    return done ? { done: true, value: undefined } : { done: false, value };
  }
  return { [Symbol.asyncIterator]: () => ({ next }) };
}
