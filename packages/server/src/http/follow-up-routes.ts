/** `/v1/messages/{id}/follow-ups`: questions to ask next, where the site proposes some. */
import { FollowUpsSchema } from '@guichet/contract/visitor-api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { FollowUps } from '../answer/follow-ups.ts';
import { ProblemError } from './problem-response.ts';
import type { AppEnvironment } from './request-context.ts';
import { jsonAnswer, problems, VISITOR_TOKEN } from './route-docs.ts';
import { describedBase, describedParams, type VisitorBase } from './visitor-paths.ts';

export function followUpRoutes(
  app: OpenAPIHono<AppEnvironment>,
  { followUps }: { followUps: FollowUps },
  base: VisitorBase,
): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: `${describedBase(base)}/messages/{id}/follow-ups`,
    request: { params: describedParams(base, 'id') },
    summary: 'Get follow-up questions',
    description:
      'Empty if the site suggests none. The first request for each answer asks the model and can take seconds.',
    security: VISITOR_TOKEN,
    responses: {
      200: jsonAnswer('At most three.', FollowUpsSchema),
      ...problems({ 401: 'Token missing, invalid or expired', 404: 'Unknown, or not this visitor’s answer' }),
    },
  });
  app.get(`${base}/messages/:id/follow-ups`, async (context) => {
    const { visitorId } = context.get('visitor');
    const questions = await followUps.questionsAfter(context.req.param('id'), visitorId, context.get('site'));
    if (!questions) throw new ProblemError('not-found');
    return context.json({ questions }, 200, { 'Cache-Control': 'no-store' });
  });
}
