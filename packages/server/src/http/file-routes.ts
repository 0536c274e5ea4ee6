/**
 * `/v1/files`: what visitors attach to a question, and `/v1/files/{id}`: that, and pictures that answers brought along, to the
 * visitor whose they are and to nobody else.
 */
import { VisitorFileSchema } from '@guichet/contract/visitor-api';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { UpstreamGate } from '../answer/upstream-gate.ts';
import { piecesOf } from '../files/pieces-of.ts';
import { readOn, receiveFile } from '../files/receive-file.ts';
import { siteFiles } from '../files/site-files.ts';
import { budgetDay, fileLimitsOfDay, secondsUntilTomorrow, type VisitorLimits } from '../limits/visitor-limits.ts';
import { newId } from '../new-id.ts';
import type { SiteContext } from '../sites/site-context.ts';
import type { Storage } from '../storage/storage.ts';
import { ProblemError, type TakenFiles } from './problem-response.ts';
import type { AppEnvironment } from './request-context.ts';
import { jsonAnswer, problems, VISITOR_TOKEN } from './route-docs.ts';
import { describedBase, describedParams, type VisitorBase } from './visitor-paths.ts';

export interface FileRouteParts {
  storage: Storage;
  limits: Pick<VisitorLimits, 'file' | 'settings'>;
  upstream: Pick<UpstreamGate, 'model'>;
  now: () => number;
}

/** Whatever the bytes are, no browser may take them for a page of this server. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  // A file never changes; only the visitor's own browser may keep it.
  'Cache-Control': 'private, max-age=31536000, immutable',
};

/** What a form puts around a file: its name, and lines that part it from the rest. */
const FORM_BYTES = 16 * 1024;

export function fileRoutes(app: OpenAPIHono<AppEnvironment>, parts: FileRouteParts, base: VisitorBase): void {
  const { storage, limits, upstream, now } = parts;
  const path = `${describedBase(base)}/files`;
  const register = app.openAPIRegistry.registerPath.bind(app.openAPIRegistry);
  const token = { 401: 'Token missing, invalid or expired' };
  const form = z.object({ file: z.any().meta({ type: 'string', format: 'binary' }) });

  register({
    method: 'post',
    path,
    summary: 'Upload a file for a question',
    description:
      'Where the site allows it; `files` of the site tells what. Name it in the `attachments` of one question within an hour.',
    security: VISITOR_TOKEN,
    request: {
      params: describedParams(base),
      body: { required: true, content: { 'multipart/form-data': { schema: form } } },
    },
    responses: {
      201: jsonAnswer('The file.', VisitorFileSchema),
      ...problems({
        400: 'No file in it, an empty one, or files are not allowed',
        ...token,
        413: 'Too large',
        415: 'Not of a kind that is taken, by its bytes',
        429: 'Too many files',
      }),
    },
  });
  app.post(`${base}/files`, async (context) => {
    const { visitorId } = context.get('visitor');
    const site = context.get('site');
    const taken = await takenOn(site, upstream);
    if (!taken) throw new ProblemError('attachments-unsupported');
    const verdict = await limits.file(visitorId);
    if (!verdict.ok) throw new ProblemError('file-limit-reached', { retryAfter: verdict.retryAfter });
    const takes: TakenFiles = { accepts: taken.types, maxBytes: taken.maxBytes };
    const { body, headers } = context.req.raw;
    if (!body) throw new ProblemError('file-missing');
    const pieces = piecesOf(body);
    if (Number(headers.get('content-length') ?? 0) > taken.maxBytes + FORM_BYTES) {
      await readOn(pieces, 2 * taken.maxBytes);
      throw new ProblemError('file-too-large', { takes });
    }
    const createdAt = now();
    const { networks } = context.get('client');
    const received = await receiveFile(storage, {
      ...{ id: newId('fil'), visitorId, createdAt, body: pieces },
      contentType: headers.get('content-type') ?? '',
      kinds: taken.kinds,
      maxBytes: taken.maxBytes,
      spending: { day: budgetDay(createdAt), limits: fileLimitsOfDay(visitorId, networks, limits.settings) },
    });
    if (received.ok) return context.json(received.file, 201, { 'Cache-Control': 'no-store' });
    const { code } = received;
    const retryAfter = secondsUntilTomorrow(createdAt);
    throw new ProblemError(code, code === 'file-limit-reached' ? { retryAfter } : { takes });
  });

  register({
    method: 'delete',
    path: `${path}/{id}`,
    request: { params: describedParams(base, 'id') },
    summary: 'Remove a file that was not asked about',
    security: VISITOR_TOKEN,
    responses: { 204: { description: 'Removed.' }, ...problems({ ...token, 404: 'Unknown, used, or another’s' }) },
  });
  app.delete(`${base}/files/:id`, async (context) => {
    const dropped = await storage.dropVisitorFile(context.req.param('id'), context.get('visitor').visitorId);
    if (!dropped) throw new ProblemError('not-found');
    return context.body(null, 204);
  });

  register({
    method: 'get',
    path: `${path}/{id}`,
    request: { params: describedParams(base, 'id') },
    summary: 'Get a picture of an answer, or an attached file',
    security: VISITOR_TOKEN,
    responses: {
      200: { description: 'The file.', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
      ...problems({ ...token, 404: 'Unknown, or not this visitor’s' }),
    },
  });
  app.get(`${base}/files/:id`, async (context) => {
    const id = context.req.param('id');
    const { visitorId } = context.get('visitor');
    const picture = await storage.readFile(id, visitorId);
    if (picture) {
      const inline = { ...HEADERS, 'Content-Disposition': 'inline', 'Content-Type': picture.contentType };
      return context.body(Uint8Array.from(picture.bytes), 200, inline);
    }
    const file = await storage.readVisitorFile(id, visitorId);
    if (!file) throw new ProblemError('not-found');
    return context.body(streamOf(storage.readFilePieces(id)), 200, {
      ...HEADERS,
      'Content-Type': file.contentType,
      'Content-Length': String(file.size),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
  });
}

/** What a model takes is asked for only where something may be attached at all. */
async function takenOn(site: SiteContext, upstream: Pick<UpstreamGate, 'model'>) {
  if (site.files.kinds.length === 0) return undefined;
  return siteFiles(site, (await upstream.model(site))?.equipment);
}

function streamOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const reading = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reading.next();
      if (done) controller.close();
      else controller.enqueue(Buffer.from(value, 'base64'));
    },
    async cancel() {
      await reading.return?.();
    },
  });
}
