/**
 * Bytes to text, always up to the end of a line: no character is ever cut, because a line end is one byte and no part
 * of a longer character. What follows the last line end waits for the next bytes.
 */
import { SseTooLong } from '@guichet/contract/sse';
import { createGrowingBuffer } from './growing-buffer.ts';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

export interface LineAlignedDecoder {
  /** @returns whole lines, with their ends; empty while a line is still coming in. @throws SseTooLong */
  decode(chunk: Buffer): string;
  /** The rest, which no line end closed. */
  end(): string;
}

export function createLineAlignedDecoder(maxLineBytes: number): LineAlignedDecoder {
  /** What waits is copied, so that a few bytes do not hold on to the socket's whole buffer. */
  const waiting = createGrowingBuffer();

  function decode(chunk: Buffer): string {
    const end = lastLineEnd(chunk) + 1;
    if (end === 0) {
      keep(chunk);
      return '';
    }
    let text: string;
    if (waiting.length === 0) {
      text = chunk.toString('utf8', 0, end);
    } else {
      waiting.add(chunk.subarray(0, end));
      text = takeWaiting();
    }
    if (end < chunk.length) keep(chunk.subarray(end));
    return text;
  }

  function keep(bytes: Buffer): void {
    if (waiting.length + bytes.length > maxLineBytes) {
      throw new SseTooLong(`a line of more than ${maxLineBytes} bytes`);
    }
    waiting.add(bytes);
  }

  function takeWaiting(): string {
    const text = waiting.bytes().toString('utf8');
    waiting.clear();
    return text;
  }

  return { decode, end: takeWaiting };
}

function lastLineEnd(chunk: Buffer): number {
  const last = chunk[chunk.length - 1];
  if (last === LINE_FEED || last === CARRIAGE_RETURN) return chunk.length - 1;
  return Math.max(chunk.lastIndexOf(LINE_FEED), chunk.lastIndexOf(CARRIAGE_RETURN));
}
