/** `/v1/runs/{run}`: reading on after a lost connection, and stopping. */
import { parseEventId } from '@guichet/contract/event-id';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import { ProblemError } from './problem-response.ts';
import type { AppEnvironment } from './request-context.ts';
import { problems, RUN_STREAM, VISITOR_TOKEN } from './route-docs.ts';
import { type RunStreamParts, readLastEventId, streamRun } from './run-stream.ts';
import { describedBase, describedParams, type VisitorBase } from './visitor-paths.ts';

export function runRoutes(app: OpenAPIHono<AppEnvironment>, parts: RunStreamParts, base: VisitorBase): void {
  const register = app.openAPIRegistry.registerPath.bind(app.openAPIRegistry);
  register({
    method: 'get',
    path: `${describedBase(base)}/runs/{run}/events`,
    summary: 'Resume reading an answer',
    security: VISITOR_TOKEN,
    request: { params: describedParams(base, 'run'), headers: z.object({ 'Last-Event-ID': z.string().optional() }) },
    responses: {
      200: RUN_STREAM,
      204: { description: 'The run has ended, and everything has been read.' },
      ...problems({ 400: 'Last-Event-ID unknown', 401: 'Token', 404: 'Unknown run, or not this visitor’s' }),
    },
  });
  app.get(`${base}/runs/:run/events`, async (context) => {
    // Hono answers HEAD by GET; a stream has no head of its own to tell.
    if (context.req.method === 'HEAD') throw new ProblemError('method-not-allowed');
    const lastEventId = context.req.header('last-event-id');
    const { visitorId } = context.get('visitor');
    const found = await parts.answering.find(context.req.param('run'), visitorId, parseEventId(lastEventId ?? ''));
    if (!found) throw new ProblemError('not-found');
    return streamRun(context, found, readLastEventId(lastEventId), parts);
  });

  register({
    method: 'post',
    path: `${describedBase(base)}/runs/{run}/stop`,
    summary: 'Stop an answer',
    security: VISITOR_TOKEN,
    request: { params: describedParams(base, 'run') },
    responses: {
      202: { description: 'Stopping or already ended. The text so far is kept.' },
      ...problems({ 401: 'Token', 404: 'Unknown run, or not this visitor’s' }),
    },
  });
  app.post(`${base}/runs/:run/stop`, async (context) => {
    const found = await parts.answering.find(context.req.param('run'), context.get('visitor').visitorId);
    if (!found) throw new ProblemError('not-found');
    await parts.answering.stop(found);
    return context.body(null, 202, { 'Cache-Control': 'no-store' });
  });
}
