import type { Outcome } from './outcome.ts';
import { readFailure } from './read-failure.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One request to `/admin/api`. Never throws. */
export type Ask = <Value>(method: Method, place: string, body?: unknown) => Promise<Outcome<Value>>;

export interface AskParts {
  fetch: typeof fetch;
  /** The language the server's sentences should have. */
  locale: () => string;
  /** The session is over: everything but the sign-in is out of reach. */
  onSignedOut: () => void;
}

/** Setting up asks Open WebUI several things one after the other; beyond this nobody believes in an answer any more. */
const PATIENCE_MS = 90_000;

export function createAsk({ fetch, locale, onSignedOut }: AskParts): Ask {
  return async function ask<Value>(method: Method, place: string, body?: unknown): Promise<Outcome<Value>> {
    let response: Response;
    try {
      response = await fetch(`/admin/api${place}`, {
        method,
        headers: {
          'Accept-Language': locale(),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch (error) {
      const slow = error instanceof Error && error.name === 'TimeoutError';
      return { ok: false, failure: { code: slow ? 'too-slow' : 'unreachable' } };
    }
    if (!response.ok) {
      const failure = await readFailure(response);
      if (failure.code === 'sign-in-needed') onSignedOut();
      return { ok: false, failure };
    }
    try {
      const value: unknown = response.status === 204 ? undefined : await response.json();
      // Our own server's answer, of the contract's shape.
      return { ok: true, value: value as Value };
    } catch {
      return { ok: false, failure: { code: 'unexpected-answer' } };
    }
  };
}
