/** `POST /v1/sites/{site}/visitors`: lets a visitor in. */
import { VisitorRequestSchema, type VisitorSession, VisitorSessionSchema } from '@guichet/contract/visitor-api';
import { pickVisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  budgetDay,
  newVisitorLimitsOfDay,
  secondsUntilTomorrow,
  type VisitorLimits,
} from '../limits/visitor-limits.ts';
import { newId } from '../new-id.ts';
import type { VisitorTokens } from '../safe/visitor-token.ts';
import type { Storage } from '../storage/storage.ts';
import { ProblemError } from './problem-response.ts';
import { readJsonBody } from './read-json-body.ts';
import type { AppEnvironment } from './request-context.ts';
import { jsonAnswer, problems } from './route-docs.ts';

export interface VisitorRouteParts {
  storage: Storage;
  tokens: VisitorTokens;
  limits: VisitorLimits;
  now: () => number;
}

export function visitorRoutes(app: OpenAPIHono<AppEnvironment>, parts: VisitorRouteParts): void {
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/v1/sites/{site}/visitors',
    summary: 'Get a visitor token',
    request: {
      params: z.object({ site: z.string() }),
      body: { content: { 'application/json': { schema: VisitorRequestSchema } } },
    },
    responses: {
      201: jsonAnswer('The visitor’s token, good for 30 days.', VisitorSessionSchema),
      ...problems({ 403: 'Origin missing or not allowed, or no such site', 429: 'Too many new visitors' }),
    },
  });
  app.post('/v1/sites/:site/visitors', async (context) => {
    const { id: site } = context.get('site');
    const body = await readJsonBody(context, VisitorRequestSchema, { emptyAllowed: true });
    const { networks } = context.get('client');
    const verdict = await parts.limits.newVisitor(networks);
    if (!verdict.ok) throw new ProblemError('too-many-visitors', { retryAfter: verdict.retryAfter });
    const visitorId = newId('vis');
    const locale = pickVisitorLocale(body.locale ? [body.locale] : undefined, context.get('visitorLocale'));
    const createdAt = parts.now();
    const made = await parts.storage.createVisitor(
      { id: visitorId, site, locale, createdAt },
      {
        day: budgetDay(createdAt),
        limits: newVisitorLimitsOfDay(networks, parts.limits.settings),
      },
    );
    if (!made) throw new ProblemError('address-limit-reached', { retryAfter: secondsUntilTomorrow(createdAt) });
    const { token, expiresAt } = await parts.tokens.issue({ visitorId, site });
    const session: VisitorSession = { token, expiresAt: expiresAt.toISOString(), visitor: { id: visitorId } };
    return context.json(session, 201, { 'Cache-Control': 'no-store' });
  });
}
