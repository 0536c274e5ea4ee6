/** `/console/` and `/diagnostic`: the operators' pages, read once at start. */
import path from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { KeptDocuments } from './kept-documents.ts';
import { readBuiltFiles } from './read-built-files.ts';
import type { AppEnvironment } from './request-context.ts';

/** Only our own script and style, only our own API, in nobody's frame. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/**
 * The console is one page that draws the place its address names, so every address below `/console/` without a file of
 * its own gets that page. Names of scripts and styles carry a hash and may be kept for ever.
 */
export function consoleRoutes(
  app: OpenAPIHono<AppEnvironment>,
  { consoleFolder, documents }: { consoleFolder: string; documents: KeptDocuments },
): void {
  const files = readBuiltFiles(consoleFolder);
  const page = files.get('index.html');

  app.get('/console', (context) => context.redirect('/console/'));
  app.get('/console/*', (context) => {
    const name = context.req.path.slice('/console/'.length);
    const file = files.get(name);
    if (file && name !== 'index.html') {
      const headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };
      return documents.answer(context, `/console/${name}`, () => ({ ...file, headers }));
    }
    if (page && path.extname(name) !== '' && name !== 'index.html') return context.notFound();
    return sendPage(context);
  });

  app.get('/diagnostic', sendPage);
  // What people type from memory; a reference in the address goes along.
  for (const other of ['/diagnostic/', '/doctor', '/doctor/']) {
    app.get(other, (context) => context.redirect(`/diagnostic${new URL(context.req.url).search}`));
  }

  function sendPage(context: Context<AppEnvironment>): Response | Promise<Response> {
    if (!page) return context.text('The console has not been built; run: npm run build', 503);
    const headers = { 'Cache-Control': 'no-store', 'Content-Security-Policy': CONTENT_SECURITY_POLICY };
    return documents.answer(context, '/console/', () => ({ ...page, headers }));
  }
}
