/** `POST /v1/conversations/{id}/messages`: a question in, its answer as a stream out. */

import { cleanPageContext } from '@guichet/contract/clean-page-context';
import { MAX_MESSAGE_CHARS } from '@guichet/contract/limits';
import { MessageRequestSchema } from '@guichet/contract/visitor-api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import { isIntroduced, isOptional } from '../sites/introduction.ts';
import type { SiteContext } from '../sites/site-context.ts';
import type { Storage } from '../storage/storage.ts';
import { ProblemError } from './problem-response.ts';
import { readJsonBody } from './read-json-body.ts';
import type { AppEnvironment } from './request-context.ts';
import { problems, RUN_STREAM, VISITOR_TOKEN } from './route-docs.ts';
import { type RunStreamParts, readLastEventId, streamRun } from './run-stream.ts';
import { describedBase, describedParams, type VisitorBase } from './visitor-paths.ts';

/** Ours are shorter. */
const MAX_FILE_ID_CHARS = 100;

/** Anything a client may think of as a name; it is compared, never interpreted. */
const IDEMPOTENCY_KEY = /^[!-~]{1,200}$/;

export interface MessageRouteParts extends RunStreamParts {
  storage: Pick<Storage, 'readVisitor'>;
}

export function messageRoutes(app: OpenAPIHono<AppEnvironment>, parts: MessageRouteParts, base: VisitorBase): void {
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: `${describedBase(base)}/conversations/{id}/messages`,
    summary: 'Send a question',
    description: 'A lost connection does not stop the answer. Resume it at `/v1/runs/{run}/events`.',
    security: VISITOR_TOKEN,
    request: {
      params: describedParams(base, 'id'),
      headers: z.object({ 'Idempotency-Key': z.string().regex(IDEMPOTENCY_KEY) }),
      body: { required: true, content: { 'application/json': { schema: MessageRequestSchema } } },
    },
    responses: {
      200: RUN_STREAM,
      ...problems({
        400: 'Text, JSON or Idempotency-Key missing or invalid',
        401: 'Token missing, invalid or expired',
        403: 'The site asks visitors something first, and this one has not answered',
        404: 'Unknown conversation, or not this visitor’s',
        413: 'Text or body too long',
        415: 'Not JSON',
        422: 'Idempotency-Key used for another body',
        429: 'Too many messages or runs, or a daily limit reached',
        503: 'Shutting down, or the storage is unavailable',
      }),
    },
  });
  app.post(`${base}/conversations/:id/messages`, async (context) => {
    const { visitorId } = context.get('visitor');
    const body = await readJsonBody(context, MessageRequestSchema);
    const attachments = checkedAttachments(body.attachments ?? [], context.get('site'));
    const text = checkedText(body.text);
    const idempotencyKey = context.req.header('idempotency-key');
    if (!idempotencyKey) throw new ProblemError('idempotency-key-missing');
    if (!IDEMPOTENCY_KEY.test(idempotencyKey)) throw new ProblemError('idempotency-key-malformed');
    const after = readLastEventId(context.req.header('last-event-id'));
    await checkIntroduced(context.get('site'), visitorId, parts.storage);
    const asked = await parts.answering.ask({
      site: context.get('site'),
      visitorId,
      conversationId: context.req.param('id'),
      text,
      attachments,
      pageContext: context.get('site').pageContext ? cleanPageContext(body.context) : undefined,
      replaces: body.replaces,
      idempotencyKey,
      networks: context.get('client').networks,
      locale: context.get('visitorLocale'),
      after,
    });
    if (!asked.ok)
      throw new ProblemError(asked.code, asked.retryAfter === undefined ? {} : { retryAfter: asked.retryAfter });
    return streamRun(context, asked.run, after, parts);
  });
}

/** @throws ProblemError for a visitor who has not said what the site wants to know first */
async function checkIntroduced(site: SiteContext, visitorId: string, storage: Pick<Storage, 'readVisitor'>) {
  if (isOptional(site)) return;
  const visitor = await storage.readVisitor(visitorId);
  if (!visitor) throw new ProblemError('token-invalid');
  if (!isIntroduced(site, visitor)) throw new ProblemError('introduction-missing');
}

/** Whose they are is for the storage to say, in the transaction that takes the question. */
function checkedAttachments(given: readonly unknown[], { files }: SiteContext): string[] {
  if (given.length > 0 && files.kinds.length === 0) throw new ProblemError('attachments-unsupported');
  const ids = new Set(given.filter((id): id is string => typeof id === 'string' && id.length <= MAX_FILE_ID_CHARS));
  if (ids.size < given.length) throw new ProblemError('file-unknown');
  return [...ids];
}

/** NUL is no text: PostgreSQL refuses it and nobody types it. Lone surrogates would not survive UTF-8 either. */
function checkedText(text: string): string {
  const clean = text.replaceAll('\0', '').toWellFormed();
  if (clean.trim() === '') throw new ProblemError('text-missing');
  if (clean.length > MAX_MESSAGE_CHARS) throw new ProblemError('text-too-long');
  return clean;
}
