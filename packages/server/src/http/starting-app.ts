/** What is answered while the start still waits for its database: alive, not ready, and why. */
import { pickVisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { problemResponse, toProblem } from './problem-response.ts';

const RETRY_AFTER_SECONDS = 5;

/** @param why in the language of the log; asked each time */
export function createStartingApp(why: () => string): { fetch: (request: Request) => Response } {
  return {
    fetch(request) {
      const { pathname } = new URL(request.url);
      const headers = { 'Cache-Control': 'no-store' };
      if (pathname === '/healthz') return Response.json({ status: 'ok' }, { headers });
      if (pathname === '/readyz') {
        const reasons = [{ code: 'storage-unavailable', detail: why() }];
        return Response.json({ ready: false, reasons }, { status: 503, headers });
      }
      const locale = pickVisitorLocale(request.headers.get('accept-language') ?? '');
      return problemResponse(toProblem('storage-unavailable', locale, { retryAfter: RETRY_AFTER_SECONDS }), {
        'Retry-After': String(RETRY_AFTER_SECONDS),
      });
    },
  };
}
