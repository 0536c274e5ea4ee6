/** `/v1/conversations`: a visitor's own conversations. Another visitor's answer the same as ones that never were. */
import { MAX_PAGE_MESSAGES } from '@guichet/contract/limits';
import {
  type Conversation,
  ConversationListQuerySchema,
  ConversationListSchema,
  ConversationPageSchema,
  ConversationSchema,
  ConversationSummarySchema,
  RenameRequestSchema,
} from '@guichet/contract/visitor-api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AnswerRun } from '../answer/answer-run.ts';
import type { Answering } from '../answer/answering.ts';
import {
  budgetDay,
  conversationLimitsOfDay,
  secondsUntilTomorrow,
  type VisitorLimits,
} from '../limits/visitor-limits.ts';
import { newId } from '../new-id.ts';
import { MAX_PAGE_CHARS } from '../storage/sql-conversations.ts';
import type { Storage, StoredMessage } from '../storage/storage.ts';
import { storable } from './feedback-routes.ts';
import { ProblemError } from './problem-response.ts';
import { readJsonBody } from './read-json-body.ts';
import type { AppEnvironment } from './request-context.ts';
import { jsonAnswer, problems, VISITOR_TOKEN } from './route-docs.ts';
import { toShownMessage } from './shown-message.ts';
import { describedBase, describedParams, type VisitorBase } from './visitor-paths.ts';

export interface ConversationRouteParts {
  storage: Storage;
  answering: Answering;
  limits: VisitorLimits;
  /** Whether visitors of a site get excerpts of the documents its answers are based on. */
  showsExcerpts: (site: string) => boolean;
  now: () => number;
}

const NO_STORE = { 'Cache-Control': 'no-store' };

export function conversationRoutes(
  app: OpenAPIHono<AppEnvironment>,
  parts: ConversationRouteParts,
  base: VisitorBase,
): void {
  describeConversationRoutes(app, base);

  app.get(`${base}/conversations`, async (context) => {
    const query = ConversationListQuerySchema.safeParse(context.req.query());
    if (!query.success) throw new ProblemError('bad-request', { cause: query.error });
    const { search } = query.data;
    if (search !== undefined) {
      const verdict = await parts.limits.search(context.get('client').networks);
      if (!verdict.ok) throw new ProblemError('too-many-requests', { retryAfter: verdict.retryAfter });
    }
    const { visitorId } = context.get('visitor');
    const wish = search === undefined ? {} : { search: storable(search) };
    const conversations = await parts.storage.listConversations(visitorId, wish);
    return context.json(conversations, 200, NO_STORE);
  });

  app.post(`${base}/conversations`, async (context) => {
    const { visitorId, site } = context.get('visitor');
    const verdict = await parts.limits.conversation(visitorId);
    if (!verdict.ok) throw new ProblemError('too-many-messages', { retryAfter: verdict.retryAfter });
    const { settings } = parts.limits;
    const createdAt = parts.now();
    const made = await parts.storage.createConversation(
      { id: newId('con'), visitorId, site, createdAt },
      {
        atMost: settings.visitorConversations,
        day: budgetDay(createdAt),
        limits: conversationLimitsOfDay(context.get('client').networks, settings),
      },
    );
    switch (made.kind) {
      case 'made':
        return context.json(made.conversation, 201, NO_STORE);
      // The signature was good, but the visitor is gone: erased, or from a data directory that was replaced.
      case 'visitor-unknown':
        throw new ProblemError('token-invalid');
      case 'too-many':
        throw new ProblemError('too-many-conversations');
      case 'limit-reached':
        throw new ProblemError('address-limit-reached', { retryAfter: secondsUntilTomorrow(createdAt) });
      default:
        return made satisfies never;
    }
  });

  app.get(`${base}/conversations/:id`, async (context) => {
    const { visitorId, site } = context.get('visitor');
    const page = ConversationPageSchema.safeParse(context.req.query());
    if (!page.success) throw new ProblemError('bad-request', { cause: page.error });
    const { before, limit } = page.data;
    const conversation = await parts.storage.readConversation(context.req.param('id'), visitorId, {
      ...(before !== undefined && { before: Number(before) }),
      messages: Math.min(Number(limit ?? MAX_PAGE_MESSAGES), MAX_PAGE_MESSAGES),
      chars: MAX_PAGE_CHARS,
    });
    if (!conversation) throw new ProblemError('not-found');
    const excerpts = parts.showsExcerpts(site);
    const shownTo = { locale: context.get('visitorLocale'), site: context.get('site'), excerpts };
    const messages = conversation.messages.map((message) => {
      const isRunning = message.status === 'streaming' && message.runId !== undefined;
      const live = isRunning ? parts.answering.registry.find(message.runId ?? '', visitorId) : undefined;
      return toShownMessage(live ? aheadOfCheckpoint(message, live) : message, shownTo);
    });
    const shown: Conversation = { ...conversation, messages };
    return context.json(shown, 200, NO_STORE);
  });

  app.patch(`${base}/conversations/:id`, async (context) => {
    const { title } = await readJsonBody(context, RenameRequestSchema);
    const { visitorId } = context.get('visitor');
    if (!(await parts.storage.renameConversation(context.req.param('id'), visitorId, storable(title))))
      throw new ProblemError('not-found');
    return context.body(null, 204);
  });

  app.delete(`${base}/conversations/:id`, async (context) => {
    const { visitorId } = context.get('visitor');
    const deleted = await parts.storage.deleteConversation(context.req.param('id'), visitorId);
    if (!deleted) throw new ProblemError('not-found');
    parts.answering.forget(deleted.runIds);
    return context.body(null, 204);
  });
}

/** Memory is ahead of the last checkpoint. */
function aheadOfCheckpoint(message: StoredMessage, live: AnswerRun): StoredMessage {
  const { text, reasoning, activities, outline } = live;
  const attachments = [...live.attachments];
  return { ...message, text, activities, attachments, outline, ...(reasoning !== '' && { reasoning }) };
}

function describeConversationRoutes(app: OpenAPIHono<AppEnvironment>, base: VisitorBase): void {
  const register = app.openAPIRegistry.registerPath.bind(app.openAPIRegistry);
  const unknown = problems({ 401: 'Token missing, invalid or expired', 404: 'Unknown, or not this visitor’s' });
  register({
    method: 'get',
    path: `${describedBase(base)}/conversations`,
    request: { params: describedParams(base), query: ConversationListQuerySchema },
    summary: 'List the visitor’s conversations',
    security: VISITOR_TOKEN,
    responses: {
      200: jsonAnswer('Newest first, at most 100.', ConversationListSchema),
      ...problems({ 400: 'Search too long', 401: 'Token', 429: 'Too many searches' }),
    },
  });
  register({
    method: 'post',
    path: `${describedBase(base)}/conversations`,
    request: { params: describedParams(base) },
    summary: 'Start a conversation',
    security: VISITOR_TOKEN,
    responses: {
      201: jsonAnswer('The new conversation.', ConversationSummarySchema),
      ...problems({ 401: 'Token', 429: 'Too many conversations for this visitor, or today for this network' }),
    },
  });
  register({
    method: 'get',
    path: `${describedBase(base)}/conversations/{id}`,
    request: { params: describedParams(base, 'id'), query: ConversationPageSchema },
    summary: 'Get a conversation',
    description: 'Returns the newest messages. For older ones, ask again with `before` set to the returned `earlier`.',
    security: VISITOR_TOKEN,
    responses: { 200: jsonAnswer('The conversation with its newest messages.', ConversationSchema), ...unknown },
  });
  register({
    method: 'patch',
    path: `${describedBase(base)}/conversations/{id}`,
    request: {
      params: describedParams(base, 'id'),
      body: { required: true, content: { 'application/json': { schema: RenameRequestSchema } } },
    },
    summary: 'Rename a conversation',
    security: VISITOR_TOKEN,
    responses: { 204: { description: 'Renamed.' }, ...unknown, ...problems({ 400: 'No title', 415: 'Not JSON' }) },
  });
  register({
    method: 'delete',
    path: `${describedBase(base)}/conversations/{id}`,
    request: { params: describedParams(base, 'id') },
    summary: 'Delete a conversation',
    security: VISITOR_TOKEN,
    responses: { 204: { description: 'Deleted. A running answer is stopped.' }, ...unknown },
  });
}
