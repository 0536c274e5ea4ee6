/** The widget's files, read once at start: the loader under its short-lived address, everything else for ever. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnvironment } from './request-context.ts';

/** Loaders are replaced by an update; a page keeps the old one for this long at most. */
const LOADER_SECONDS = 300;

const CONTENT_TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

interface WidgetFile {
  body: Uint8Array<ArrayBuffer>;
  contentType: string;
  etag: string;
}

/** Widgets run on other people's pages, so any origin may load them. */
const HEADERS = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

export function widgetRoutes(app: OpenAPIHono<AppEnvironment>, distFolder: string): void {
  const files = readWidgetFiles(distFolder);

  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/guichet.js',
    summary: 'The loader',
    responses: {
      200: { description: 'The script for a page.', content: { 'text/javascript': { schema: { type: 'string' } } } },
    },
  });
  app.get('/guichet.js', (context) => {
    const loader = files.get('guichet.js');
    if (!loader) return context.text('The widget has not been built; run: npm run build', 503);
    const headers = { ...HEADERS, 'Cache-Control': `public, max-age=${LOADER_SECONDS}`, ETag: loader.etag };
    if (context.req.header('if-none-match') === loader.etag) return context.body(null, 304, headers);
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

function readWidgetFiles(folder: string): Map<string, WidgetFile> {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return new Map();
  }
  return new Map(
    names.flatMap((name) => {
      const contentType = CONTENT_TYPES[path.extname(name)];
      if (!contentType) return [];
      const body = new Uint8Array(readFileSync(path.join(folder, name)));
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      return [[name.split(path.sep).join('/'), { body, contentType, etag }] as const];
    }),
  );
}
