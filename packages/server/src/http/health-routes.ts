/** What load balancers, panels and Prometheus ask. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Metrics } from '../observe/metrics.ts';
import type { Readiness } from '../observe/readiness.ts';
import type { AppEnvironment } from './request-context.ts';
import { jsonAnswer } from './route-docs.ts';

/** Some 2 ms of work; nobody reads them as often, and whoever does gets the same ones again. */
const METRICS_KEPT_MS = 1_000;

const ReadinessSchema = z
  .object({ ready: z.boolean(), reasons: z.array(z.object({ code: z.string(), detail: z.string() })) })
  .openapi('Readiness');

export function healthRoutes(
  app: OpenAPIHono<AppEnvironment>,
  parts: { readiness: Readiness; metrics: Metrics },
): void {
  const register = app.openAPIRegistry.registerPath.bind(app.openAPIRegistry);
  const noStore = { 'Cache-Control': 'no-store' };

  register({
    method: 'get',
    path: '/healthz',
    summary: 'Check that the process is alive',
    responses: { 200: jsonAnswer('The process is alive.', z.object({ status: z.literal('ok') })) },
  });
  app.get('/healthz', (context) => context.json({ status: 'ok' }, 200, noStore));

  register({
    method: 'get',
    path: '/readyz',
    summary: 'Check that it can serve visitors',
    responses: {
      200: jsonAnswer('It can serve visitors.', ReadinessSchema),
      503: jsonAnswer('It cannot serve, and why.', ReadinessSchema),
    },
  });
  app.get('/readyz', async (context) => {
    const state = await parts.readiness.state();
    return context.json(state, state.ready ? 200 : 503, noStore);
  });

  register({
    method: 'get',
    path: '/metrics',
    summary: 'Get metrics for Prometheus',
    responses: {
      200: { description: 'Prometheus text format.', content: { 'text/plain': { schema: { type: 'string' } } } },
    },
  });
  let figures: { text: ReturnType<Metrics['text']>; until: number } | undefined;
  app.get('/metrics', async (context) => {
    if (!figures || figures.until <= performance.now()) {
      figures = { text: parts.metrics.text(), until: performance.now() + METRICS_KEPT_MS };
    }
    const { contentType, body } = await figures.text;
    return context.body(body, 200, { ...noStore, 'Content-Type': contentType });
  });
}
