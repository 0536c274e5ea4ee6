/** The widget's files, read once at start: the loader under its short-lived address, everything else for ever. */
import { createHash } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { type BuiltFile, readBuiltFiles } from './read-built-files.ts';
import type { AppEnvironment } from './request-context.ts';

/** Loaders are replaced by an update; a page keeps the old one for this long at most. */
const LOADER_SECONDS = 300;

/** Widgets run on other people's pages, so any origin may load them. */
const HEADERS = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

export function widgetRoutes(app: OpenAPIHono<AppEnvironment>, distFolder: string): void {
  const files = readBuiltFiles(distFolder);
  const loader = files.get('guichet.js');
  const etag = loader && etagOf(loader);

  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/guichet.js',
    summary: 'The loader',
    responses: {
      200: { description: 'The script for a page.', content: { 'text/javascript': { schema: { type: 'string' } } } },
    },
  });
  app.get('/guichet.js', (context) => {
    if (!loader || !etag) return context.text('The widget has not been built; run: npm run build', 503);
    const headers = { ...HEADERS, 'Cache-Control': `public, max-age=${LOADER_SECONDS}`, ETag: etag };
    if (context.req.header('if-none-match') === etag) return context.body(null, 304, headers);
    return context.body(loader.body, 200, { ...headers, 'Content-Type': loader.contentType });
  });

  app.get('/w/*', (context) => {
    const file = files.get(context.req.path.slice(1));
    if (!file) return context.notFound();
    return context.body(file.body, 200, {
      ...HEADERS,
      'Content-Type': file.contentType,
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
}

function etagOf({ body }: BuiltFile): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}
