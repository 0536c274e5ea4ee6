/** `/v1/files/{id}`: pictures that answers brought along, to the visitor whose answer it was and to nobody else. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Storage } from '../storage/storage.ts';
import { ProblemError } from './problem-response.ts';
import type { AppEnvironment } from './request-context.ts';
import { problems, VISITOR_TOKEN } from './route-docs.ts';
import { describedBase, describedParams, type VisitorBase } from './visitor-paths.ts';

/** Whatever the bytes are, no browser may take them for a page of this server. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Content-Disposition': 'inline',
  // A file never changes; only the visitor's own browser may keep it.
  'Cache-Control': 'private, max-age=31536000, immutable',
};

export function fileRoutes(
  app: OpenAPIHono<AppEnvironment>,
  { storage }: { storage: Storage },
  base: VisitorBase,
): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: `${describedBase(base)}/files/{id}`,
    request: { params: describedParams(base, 'id') },
    summary: 'Get a picture of an answer',
    security: VISITOR_TOKEN,
    responses: {
      200: { description: 'The picture.', content: { 'image/*': { schema: { type: 'string', format: 'binary' } } } },
      ...problems({ 401: 'Token missing, invalid or expired', 404: 'Unknown, or not this visitor’s' }),
    },
  });
  app.get(`${base}/files/:id`, async (context) => {
    const file = await storage.readFile(context.req.param('id'), context.get('visitor').visitorId);
    if (!file) throw new ProblemError('not-found');
    return context.body(Uint8Array.from(file.bytes), 200, { ...HEADERS, 'Content-Type': file.contentType });
  });
}
