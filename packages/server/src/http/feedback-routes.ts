/** `/v1/messages/{id}/feedback`: what a visitor thinks of an answer, for the operator to read. */
import { FeedbackSchema } from '@guichet/contract/visitor-api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { RatingPasser } from '../ratings/rating-passer.ts';
import type { Storage } from '../storage/storage.ts';
import { ProblemError } from './problem-response.ts';
import { readJsonBody } from './read-json-body.ts';
import type { AppEnvironment } from './request-context.ts';
import { problems, VISITOR_TOKEN } from './route-docs.ts';
import { describedBase, describedParams, type VisitorBase } from './visitor-paths.ts';

export interface FeedbackRouteParts {
  storage: Pick<Storage, 'rateAnswer'>;
  ratings: Pick<RatingPasser, 'rated' | 'withdrawn'>;
  now: () => number;
}

export function feedbackRoutes(
  app: OpenAPIHono<AppEnvironment>,
  { storage, ratings, now }: FeedbackRouteParts,
  base: VisitorBase,
): void {
  const path = `${describedBase(base)}/messages/{id}/feedback`;
  const unknown = problems({ 401: 'Token missing, invalid or expired', 404: 'Unknown, or not this visitor’s answer' });
  app.openAPIRegistry.registerPath({
    method: 'put',
    path,
    summary: 'Rate an answer',
    description: 'Repeatable: the last rating counts. Operators read it with the answers.',
    security: VISITOR_TOKEN,
    request: {
      params: describedParams(base, 'id'),
      body: { required: true, content: { 'application/json': { schema: FeedbackSchema } } },
    },
    responses: {
      204: { description: 'Stored.' },
      ...unknown,
      ...problems({ 400: 'Not a rating', 415: 'Not JSON' }),
    },
  });
  app.put(`${base}/messages/:id/feedback`, async (context) => {
    const feedback = await readJsonBody(context, FeedbackSchema);
    const { visitorId } = context.get('visitor');
    const clean = { ...feedback, ...withoutNul(feedback), at: now() };
    const id = context.req.param('id');
    if (!(await storage.rateAnswer(id, visitorId, clean))) throw new ProblemError('not-found');
    await ratings.rated(id, context.get('site'));
    return context.body(null, 204);
  });

  app.openAPIRegistry.registerPath({
    method: 'delete',
    path,
    summary: 'Withdraw a rating',
    security: VISITOR_TOKEN,
    request: { params: describedParams(base, 'id') },
    responses: { 204: { description: 'The answer is not rated.' }, ...unknown },
  });
  app.delete(`${base}/messages/:id/feedback`, async (context) => {
    const { visitorId } = context.get('visitor');
    const id = context.req.param('id');
    if (!(await storage.rateAnswer(id, visitorId, undefined))) throw new ProblemError('not-found');
    await ratings.withdrawn(id);
    return context.body(null, 204);
  });
}

function withoutNul({ reason, comment }: { reason?: string | undefined; comment?: string | undefined }) {
  return {
    ...(reason !== undefined && { reason: storable(reason) }),
    ...(comment !== undefined && { comment: storable(comment) }),
  };
}

/** NUL is no text: PostgreSQL refuses it. Lone surrogates would not survive UTF-8 either. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
