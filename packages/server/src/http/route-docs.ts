/** Short forms for describing routes in the OpenAPI document, so that each route file stays about its route. */
import { ProblemSchema } from '@guichet/contract/problem';
import type { RouteConfig, z } from '@hono/zod-openapi';

type Responses = RouteConfig['responses'];

export function jsonAnswer(description: string, schema: z.ZodType): Responses[string] {
  return { description, content: { 'application/json': { schema } } };
}

/** @param codes the error codes that this route is likely to answer, told by status */
export function problems(codes: Readonly<Record<number, string>>): Responses {
  return Object.fromEntries(
    Object.entries(codes).map(([status, description]) => [
      status,
      { description, content: { 'application/problem+json': { schema: ProblemSchema } } },
    ]),
  );
}

export const RUN_STREAM: Responses[string] = {
  description:
    'The events of the run: `run`, then `delta`, `reasoning`, `sources`, `status`, `snapshot`, then exactly one `done` or `error`. Ids are `<epoch>-<seq>`.',
  content: { 'text/event-stream': { schema: { type: 'string' } } },
};

export const VISITOR_TOKEN = [{ visitor: [] }];
