/**
 * Server-sent events, both ways: an encoder for our own streams and a parser that takes text cut anywhere.
 * Pure: no stream, no timer, no platform. Rules: HTML standard, section 9.2.6 ("event stream interpretation"),
 * but for `retry`: how long to wait is decided by whoever reads.
 */

/** One event as lines on the wire. `data` must hold no line break; JSON never does. */
export function encodeSseEvent(event: string, data: string, id?: string): string {
  return id === undefined ? `event: ${event}\ndata: ${data}\n\n` : `id: ${id}\nevent: ${event}\ndata: ${data}\n\n`;
}

/** Keeps a connection alive; readers skip it. */
export const SSE_PING = ': ping\n\n';

export interface SseMessage {
  /** The `event` field; empty when the stream gave none. */
  event: string;
  data: string;
  /** The last id seen so far in the stream; ids stay until replaced. */
  id: string;
}

export interface SseParserOptions {
  onMessage: (message: SseMessage) => void;
  onComment?: (text: string) => void;
  /** Every line, before anything else is done with it; what it throws ends the reading. */
  onLine?: (line: string) => void;
  /** Longest line, in characters. Beyond: `SseTooLong` is thrown, because nothing after it can be trusted. */
  maxLineChars?: number;
  /** Most data of one event, in characters. */
  maxEventChars?: number;
}

export class SseTooLong extends Error {
  override name = 'SseTooLong';
}

export interface SseParser {
  /** Takes the next piece of decoded text, however it is cut. */
  feed(text: string): void;
  /**
   * The stream is over. By the standard an event without its closing blank line is dropped; `flush: true` delivers it,
   * for servers (Open WebUI's pipes) that leave the last blank line out.
   */
  end(options?: { flush: boolean }): void;
}

const LINE_FEED = 10;

export function createSseParser(options: SseParserOptions): SseParser {
  const { onMessage, onComment, onLine } = options;
  const maxLineChars = options.maxLineChars ?? Number.POSITIVE_INFINITY;
  const maxEventChars = options.maxEventChars ?? Number.POSITIVE_INFINITY;

  /** The unfinished last line, in the pieces it came in: joined once, so that a long line costs linear time. */
  let pieces: string[] = [];
  let piecesLength = 0;
  let atStart = true;
  let skipLineFeed = false;

  let event = '';
  let data = '';
  let hasData = false;
  let lastId = '';

  function dispatch(): void {
    if (hasData) onMessage({ event, data, id: lastId });
    event = '';
    data = '';
    hasData = false;
  }

  function field(name: string, value: string): void {
    if (name === 'data') {
      data = hasData ? `${data}\n${value}` : value;
      hasData = true;
      if (data.length > maxEventChars) throw new SseTooLong(`an event of more than ${maxEventChars} characters`);
    } else if (name === 'event') {
      event = value;
    } else if (name === 'id') {
      if (!value.includes('\0')) lastId = value;
    }
  }

  function line(text: string): void {
    onLine?.(text);
    if (text === '') {
      dispatch();
      return;
    }
    const colon = text.indexOf(':');
    if (colon === 0) {
      onComment?.(text.slice(1));
      return;
    }
    if (colon === -1) {
      field(text, '');
      return;
    }
    const start = text.charCodeAt(colon + 1) === 32 ? colon + 2 : colon + 1;
    field(text.slice(0, colon), text.slice(start));
  }

  function keep(rest: string): void {
    if (rest === '') return;
    pieces.push(rest);
    piecesLength += rest.length;
    if (piecesLength > maxLineChars) throw new SseTooLong(`a line of more than ${maxLineChars} characters`);
  }

  function takeLine(end: string): string {
    if (piecesLength === 0) return end;
    pieces.push(end);
    const whole = pieces.join('');
    pieces = [];
    piecesLength = 0;
    return whole;
  }

  function feed(text: string): void {
    let from = 0;
    if (text === '') return;
    if (atStart) {
      atStart = false;
      if (text.charCodeAt(0) === 0xfeff) from = 1;
    }
    if (skipLineFeed && from < text.length) {
      skipLineFeed = false;
      if (text.charCodeAt(from) === LINE_FEED) from++;
    }
    // Both are found by the platform's own search; a loop over characters costs several times as much.
    let lineFeed = text.indexOf('\n', from);
    let carriageReturn = text.indexOf('\r', from);
    for (;;) {
      if (lineFeed !== -1 && lineFeed < from) lineFeed = text.indexOf('\n', from);
      if (carriageReturn !== -1 && carriageReturn < from) carriageReturn = text.indexOf('\r', from);
      if (lineFeed === -1 && carriageReturn === -1) break;
      const endsWithReturn = carriageReturn !== -1 && (lineFeed === -1 || carriageReturn < lineFeed);
      const end = endsWithReturn ? carriageReturn : lineFeed;
      const whole = takeLine(text.slice(from, end));
      if (whole.length > maxLineChars) throw new SseTooLong(`a line of more than ${maxLineChars} characters`);
      from = end + 1;
      if (endsWithReturn) {
        if (from === text.length) skipLineFeed = true;
        else if (lineFeed === from) from++;
      }
      line(whole);
    }
    keep(text.slice(from));
  }

  function end({ flush } = { flush: false }): void {
    if (!flush) return;
    const rest = takeLine('');
    if (rest !== '') line(rest);
    dispatch();
  }

  return { feed, end };
}
