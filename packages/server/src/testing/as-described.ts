/** What a server sends in tests is what the contract says: whatever a test asks, the answer is held against its schema. */
import { isDeepStrictEqual } from 'node:util';
import { ChatEventDataSchema } from '@guichet/contract/chat-event';
import { ProblemSchema } from '@guichet/contract/problem';
import { PublicSiteSchema } from '@guichet/contract/public-site';
import {
  ConversationListSchema,
  ConversationSchema,
  ConversationSummarySchema,
  FollowUpsSchema,
  VisitorSessionSchema,
} from '@guichet/contract/visitor-api';
import { z } from 'zod';
import { ADMIN_ROUTES } from '../admin/describe-admin-routes.ts';

type Described = readonly [method: string, path: RegExp, answer: z.ZodType];

/** With or without a site's own path before them. */
const VISITOR_ANSWERS: readonly Described[] = [
  ['GET', /^\/v1\/sites\/[^/]+$/, PublicSiteSchema],
  ['POST', /\/visitors$/, VisitorSessionSchema],
  ['GET', /\/conversations$/, ConversationListSchema],
  ['POST', /\/conversations$/, ConversationSummarySchema],
  ['GET', /\/conversations\/[^/]+$/, ConversationSchema],
  ['GET', /\/messages\/[^/]+\/follow-ups$/, FollowUpsSchema],
];

const OPERATOR_ANSWERS: readonly Described[] = ADMIN_ROUTES.flatMap(({ method, path, answer, lines }) =>
  answer && !lines
    ? [[method.toUpperCase(), new RegExp(`^/admin/api/${path.replace(/\{\w+\}/g, '[^/]+')}$`), answer] as const]
    : [],
);

/** @throws when an answer in JSON is another than its route's schema says, or has a field that no schema names */
export async function expectAsDescribed(method: string, address: string, response: Response): Promise<void> {
  const type = response.headers.get('content-type') ?? '';
  if (!/^application\/(problem\+)?json\b/.test(type)) return;
  const { pathname } = new URL(address);
  const value: unknown = await response.clone().json();
  if (type.startsWith('application/problem')) return expectOf(ProblemSchema, value, `a problem of ${pathname}`);
  if (!response.ok) return;
  const known = [...VISITOR_ANSWERS, ...OPERATOR_ANSWERS];
  const found = known.find(([its, path]) => its === method && path.test(pathname));
  if (found) expectOf(found[2], value, `${method} ${pathname}`);
}

/** The same for an event of a run. */
export function expectEventAsDescribed(event: string, data: string): void {
  const schema = (ChatEventDataSchema.shape as Record<string, z.ZodType>)[event];
  if (!schema) throw new Error(`The contract names no event ${event}.`);
  expectOf(schema, JSON.parse(data), `event ${event}`);
}

function expectOf(schema: z.ZodType, value: unknown, what: string): void {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Error(`${what} is not what its schema says:\n${z.prettifyError(parsed.error)}`);
  if (isDeepStrictEqual(parsed.data, value)) return;
  throw new Error(`${what} has fields that no schema names:\n${JSON.stringify(value)}\n${JSON.stringify(parsed.data)}`);
}
