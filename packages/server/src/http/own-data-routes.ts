/** `/v1/visitors/me`: what Guichet keeps about a visitor, theirs to read, to take along and to erase. */
import { AI_WRITTEN } from '@guichet/contract/digital-source-type';
import { MAX_PAGE_MESSAGES } from '@guichet/contract/limits';
import { IntroductionSchema, VisitorExportSchema, VisitorSchema } from '@guichet/contract/visitor-api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Answering } from '../answer/answering.ts';
import type { VisitorLimits } from '../limits/visitor-limits.ts';
import { MAX_PAGE_CHARS } from '../storage/sql-conversations.ts';
import type { Storage, StoredMessage } from '../storage/storage.ts';
import type { StoredVisitor } from '../storage/visitor-data.ts';
import { storable } from './feedback-routes.ts';
import { ProblemError } from './problem-response.ts';
import { readJsonBody } from './read-json-body.ts';
import type { AppEnvironment } from './request-context.ts';
import { jsonAnswer, problems, VISITOR_TOKEN } from './route-docs.ts';
import { type ShownTo, toShownMessage } from './shown-message.ts';
import { describedBase, describedParams, type VisitorBase } from './visitor-paths.ts';

export interface OwnDataRouteParts {
  storage: Storage;
  answering: Pick<Answering, 'forget'>;
  limits: Pick<VisitorLimits, 'export' | 'settings'>;
  showsExcerpts: (site: string) => boolean;
  now: () => number;
}

const NO_STORE = { 'Cache-Control': 'no-store' };

export function ownDataRoutes(app: OpenAPIHono<AppEnvironment>, parts: OwnDataRouteParts, base: VisitorBase): void {
  const { storage, answering, limits, showsExcerpts, now } = parts;
  const path = `${describedBase(base)}/visitors/me`;
  const request = { params: describedParams(base) };
  const token = problems({ 401: 'Token missing, invalid or expired, or the visitor was erased' });
  const register = app.openAPIRegistry.registerPath.bind(app.openAPIRegistry);

  const whole = {
    ...request,
    body: { required: true, content: { 'application/json': { schema: IntroductionSchema } } },
  };
  register({
    method: 'get',
    path,
    summary: 'Get what is kept about the visitor',
    security: VISITOR_TOKEN,
    request,
    responses: { 200: jsonAnswer('The visitor, without conversations.', VisitorSchema), ...token },
  });
  app.get(`${base}/visitors/me`, async (context) => {
    const visitor = await known(storage.readVisitor(context.get('visitor').visitorId));
    return context.json(shownVisitor(visitor), 200, NO_STORE);
  });

  register({
    method: 'put',
    path,
    summary: 'Keep what the visitor said before the chat',
    description: 'Name, email and consent, where the site asks for them. What is not given stays as it is.',
    security: VISITOR_TOKEN,
    request: whole,
    responses: { 204: { description: 'Kept.' }, ...token, ...problems({ 400: 'Not as described', 415: 'Not JSON' }) },
  });
  app.put(`${base}/visitors/me`, async (context) => {
    const { name, email, consent } = await readJsonBody(context, IntroductionSchema);
    const introduction = {
      ...(name !== undefined && { name: storable(name) }),
      ...(email !== undefined && { email: storable(email) }),
      ...(consent && { consent: { version: storable(consent.version), text: storable(consent.text) } }),
    };
    if (!(await storage.introduceVisitor(context.get('visitor').visitorId, introduction, now())))
      throw new ProblemError('token-invalid');
    return context.body(null, 204);
  });

  register({
    method: 'delete',
    path,
    summary: 'Erase the visitor',
    description:
      'All conversations, answers, pictures, ratings and what the visitor said. The token is invalid at once.',
    security: VISITOR_TOKEN,
    request,
    responses: { 204: { description: 'Erased. Running answers are stopped.' }, ...token },
  });
  app.delete(`${base}/visitors/me`, async (context) => {
    const { runIds } = await known(storage.eraseVisitor(context.get('visitor').visitorId));
    answering.forget(runIds);
    return context.body(null, 204);
  });

  register({
    method: 'get',
    path: `${path}/export`,
    summary: 'Export everything about the visitor',
    security: VISITOR_TOKEN,
    request,
    responses: {
      200: jsonAnswer('Everything, newest conversation first.', VisitorExportSchema),
      ...token,
      ...problems({ 429: 'Too many exports in a minute' }),
    },
  });
  app.get(`${base}/visitors/me/export`, async (context) => {
    const { visitorId, site } = context.get('visitor');
    const verdict = await limits.export(visitorId);
    if (!verdict.ok) throw new ProblemError('too-many-requests', { retryAfter: verdict.retryAfter });
    const visitor = await known(storage.readVisitor(visitorId));
    const shownTo = { locale: context.get('visitorLocale'), site: context.get('site'), excerpts: showsExcerpts(site) };
    const pieces = exportPieces(storage, visitor, shownTo, limits.settings.visitorConversations, now());
    return context.body(streamOf(pieces), 200, {
      ...NO_STORE,
      'Content-Type': 'application/json',
      'Content-Disposition': 'attachment; filename="conversations.json"',
    });
  });
}

/** The signature was good, but the visitor is gone. */
async function known<Found>(finding: Promise<Found | undefined>): Promise<Found> {
  const found = await finding;
  if (found === undefined) throw new ProblemError('token-invalid');
  return found;
}

function shownVisitor({ createdAt, consent, ...visitor }: StoredVisitor) {
  return {
    ...visitor,
    createdAt: new Date(createdAt).toISOString(),
    ...(consent && { consent: { ...consent, at: new Date(consent.at).toISOString() } }),
  };
}

/** Piece by piece, so that two hundred long conversations never stand in memory together. */
async function* exportPieces(
  storage: Storage,
  visitor: StoredVisitor,
  shownTo: ShownTo,
  atMost: number,
  now: number,
): AsyncGenerator<string> {
  const head = {
    exportedAt: new Date(now).toISOString(),
    digitalSourceType: AI_WRITTEN,
    visitor: shownVisitor(visitor),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"conversations":[`;
  let comma = '';
  for (const summary of await storage.listConversations(visitor.id, { atMost })) {
    yield `${comma}${JSON.stringify(summary).slice(0, -1)},"messages":[`;
    comma = '';
    for await (const page of pagesFromFirst(storage, summary.id, visitor.id)) {
      for (const message of page) {
        yield `${comma}${JSON.stringify(toShownMessage(message, shownTo))}`;
        comma = ',';
      }
    }
    yield ']}';
    comma = ',';
  }
  yield ']}';
}

/** Pages are found from the newest to the oldest, and read again the other way round. */
async function* pagesFromFirst(storage: Storage, id: string, visitorId: string): AsyncGenerator<StoredMessage[]> {
  const read = (before: number | undefined) =>
    storage.readConversation(id, visitorId, {
      ...(before !== undefined && { before }),
      messages: MAX_PAGE_MESSAGES,
      chars: MAX_PAGE_CHARS,
    });
  const places: (number | undefined)[] = [undefined];
  for (let page = await read(undefined); page?.earlier !== undefined; page = await read(places.at(-1)))
    places.push(Number(page.earlier));
  for (const before of places.reverse()) yield (await read(before))?.messages ?? [];
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
