/** The widget's files, read once at start: the loader under its short-lived address, everything else for ever. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { KeptDocuments } from './kept-documents.ts';
import { readBuiltFiles } from './read-built-files.ts';
import type { AppEnvironment } from './request-context.ts';

/** Loaders are replaced by an update; a page keeps the old one for this long at most. */
const LOADER_SECONDS = 300;

/** Widgets run on other people's pages, so any origin may load them. */
const HEADERS = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

export function widgetRoutes(
  app: OpenAPIHono<AppEnvironment>,
  { widgetFolder, documents }: { widgetFolder: string; documents: KeptDocuments },
): void {
  const files = readBuiltFiles(widgetFolder);
  const loader = files.get('guichet.js');

  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/guichet.js',
    summary: 'Get the loader',
    responses: {
      200: {
        description: 'The script to embed in a page.',
        content: { 'text/javascript': { schema: { type: 'string' } } },
      },
    },
  });
  app.get('/guichet.js', async (context) => {
    if (!loader) return context.text('The widget has not been built; run: npm run build', 503);
    const headers = { ...HEADERS, 'Cache-Control': `public, max-age=${LOADER_SECONDS}` };
    return documents.answer(context, '/guichet.js', () => ({ ...loader, headers }));
  });

  app.get('/w/*', async (context) => {
    const name = context.req.path.slice(1);
    const file = files.get(name);
    if (!file) return context.notFound();
    const headers = { ...HEADERS, 'Cache-Control': 'public, max-age=31536000, immutable' };
    return documents.answer(context, `/${name}`, () => ({ ...file, headers }));
  });
}
