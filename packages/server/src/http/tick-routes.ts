/** `GET /v1/ticks`: shows who holds answers back on their way. Public, because it is measured from anywhere. */
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { RunReader } from '../answer/run-reader.ts';
import { ProblemError } from './problem-response.ts';
import type { AppEnvironment } from './request-context.ts';
import { problems } from './route-docs.ts';
import { TICK_COUNT, TICK_EVERY_MS, TickLog } from './tick-stream.ts';

/** A page and the doctor measure at once, perhaps in two tabs. Beyond: 429 `too-many-measurements`. */
export const TICK_STREAMS_PER_ADDRESS = 4;

/** Each costs a connection and a timer for a second. Beyond: 503 `server-busy`. */
export const TICK_STREAMS_AT_A_TIME = 64;

export interface TickLimits {
  perAddress: number;
  atATime: number;
  everyMs: number;
}

const LIMITS: TickLimits = {
  perAddress: TICK_STREAMS_PER_ADDRESS,
  atATime: TICK_STREAMS_AT_A_TIME,
  everyMs: TICK_EVERY_MS,
};

export function tickRoutes(app: OpenAPIHono<AppEnvironment>, limits: TickLimits = LIMITS): void {
  const open = new Map<string, number>();
  let openCount = 0;

  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/v1/ticks',
    summary: 'Measure how answers arrive',
    description: `${TICK_COUNT} events, one every ${TICK_EVERY_MS} ms, with the headers of an answer: \`id: n\`, \`data: {"seq":n,"sentMs":…}\`, in milliseconds after the request. Their arrival times show what holds answers back.`,
    responses: {
      200: { description: 'The ticks.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
      ...problems({
        403: 'Origin not allowed',
        429: `More than ${TICK_STREAMS_PER_ADDRESS} at a time from one address`,
        503: `More than ${TICK_STREAMS_AT_A_TIME} at a time`,
      }),
    },
  });
  app.get('/v1/ticks', (context) => {
    // Hono answers HEAD by GET; a stream has no head of its own to tell.
    if (context.req.method === 'HEAD') throw new ProblemError('method-not-allowed');
    const block = context.get('client').networks[0].key;
    const ofAddress = open.get(block) ?? 0;
    if (ofAddress >= limits.perAddress) throw new ProblemError('too-many-measurements', { retryAfter: 2 });
    if (openCount >= limits.atATime) throw new ProblemError('server-busy', { retryAfter: 2 });

    const log = new TickLog(performance.now());
    log.tick(performance.now());
    let timer: NodeJS.Timeout | undefined;
    const reader = new RunReader(context.env.outgoing, log, undefined, context.get('crossOrigin'), () => {
      clearInterval(timer);
      openCount--;
      const left = (open.get(block) ?? 1) - 1;
      if (left > 0) open.set(block, left);
      else open.delete(block);
    });
    // Gone already: it will never be closed again.
    if (!reader.isOpen) return RESPONSE_ALREADY_SENT;
    openCount++;
    open.set(block, ofAddress + 1);
    timer = setInterval(() => {
      log.tick(performance.now());
      reader.advance();
      if (log.ended) reader.finish();
    }, limits.everyMs).unref();
    return RESPONSE_ALREADY_SENT;
  });
}
