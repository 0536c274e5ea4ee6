import type { AskParts } from './ask.ts';
import { LineReader } from './line-reader.ts';
import type { Outcome } from './outcome.ts';
import { readFailure } from './read-failure.ts';

/** One request to `/admin/api` that is answered line by line while the server works. Never throws. */
export type AskLines = <Line>(
  place: string,
  body: unknown,
  onLine: (line: Line) => void,
) => Promise<Outcome<undefined>>;

/** Between two lines: one step asks Open WebUI several things, and the last waits for a model's answer. */
const PATIENCE_MS = 180_000;

export function createAskLines({ fetch, locale, onSignedOut }: AskParts): AskLines {
  return async function askLines<Line>(place: string, body: unknown, onLine: (line: Line) => void) {
    const patience = new AbortController();
    let timer = setTimeout(() => patience.abort(), PATIENCE_MS);
    try {
      const response = await fetch(`/admin/api${place}`, {
        method: 'POST',
        headers: { 'Accept-Language': locale(), 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        signal: patience.signal,
      });
      if (!response.ok || !response.body) {
        const failure = await readFailure(response);
        if (failure.code === 'sign-in-needed') onSignedOut();
        return { ok: false, failure };
      }
      const lines = new LineReader();
      const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
        clearTimeout(timer);
        timer = setTimeout(() => patience.abort(), PATIENCE_MS);
        // Our own server's lines, of the contract's shape.
        for (const line of lines.take(piece.value)) onLine(JSON.parse(line) as Line);
      }
      return { ok: true, value: undefined };
    } catch (error) {
      if (error instanceof SyntaxError) return { ok: false, failure: { code: 'unexpected-answer' } };
      return { ok: false, failure: { code: patience.signal.aborted ? 'too-slow' : 'unreachable' } };
    } finally {
      clearTimeout(timer);
    }
  };
}
