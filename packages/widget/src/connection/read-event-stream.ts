import { createSseParser, type SseMessage } from '@guichet/contract/sse';

/** How a stream ended. `closed`: by the other side, or by the network. `silent`: nothing came for too long. */
export type StreamEnd = 'closed' | 'silent' | 'left';

export interface ReadEventStreamOptions {
  /** Return false to leave the stream. */
  onMessage: (message: SseMessage) => boolean;
  /** Nothing at all for this long, not even a ping, and the connection is taken for dead. */
  silenceMs: number;
  signal: AbortSignal;
}

/** Longest line believed: an answer's snapshot is the longest thing sent, well below this many characters. */
const MAX_LINE_CHARS = 8_000_000;

/** Reads a stream of server-sent events to its end. Throws only what the network throws. */
export async function readEventStream(
  response: Response,
  { onMessage, silenceMs, signal }: ReadEventStreamOptions,
): Promise<StreamEnd> {
  let wanted = true;
  const parser = createSseParser({
    maxLineChars: MAX_LINE_CHARS,
    onMessage: (message) => {
      if (wanted) wanted = onMessage(message);
    },
  });
  const reading = readingOf(response);
  if (!reading) {
    // Some pages put a `fetch` of their own in the browser's place, which brings the whole answer at its end.
    parser.feed(await response.text());
    return 'closed';
  }
  const { reader, decoder } = reading;
  const leave = () => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', leave, { once: true });
  let silent = false;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  try {
    for (;;) {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => {
        silent = true;
        leave();
      }, silenceMs);
      const { done, value } = await reader.read();
      if (signal.aborted) return 'left';
      if (done) return silent ? 'silent' : 'closed';
      parser.feed(decoder.decode(value, { stream: true }));
      if (!wanted) return 'left';
    }
  } finally {
    clearTimeout(watchdog);
    signal.removeEventListener('abort', leave);
    leave();
  }
}

function readingOf({ body }: Response) {
  try {
    return body && { decoder: new TextDecoder(), reader: body.getReader() };
  } catch {
    return undefined;
  }
}
