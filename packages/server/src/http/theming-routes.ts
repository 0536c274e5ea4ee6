/** `/theming`: the page that shows every custom property of the widget live, and writes the lines to paste. */
import { LOCALES } from '@guichet/contract/locale';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { KeptDocuments } from './kept-documents.ts';
import { readBuiltFiles } from './read-built-files.ts';
import type { AppEnvironment } from './request-context.ts';

/** Only our own script and style, in nobody's frame. Its chats ask nobody: the page answers them itself. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

const PREFIX = 'theming/';

export function themingRoutes(
  app: OpenAPIHono<AppEnvironment>,
  { widgetFolder, documents }: { widgetFolder: string; documents: KeptDocuments },
): void {
  const files = readBuiltFiles(widgetFolder);

  for (const route of ['/theming', '/theming/'])
    app.get(route, (context) => context.redirect(`/theming/${context.get('locale')}`));
  for (const locale of LOCALES) {
    app.get(`/theming/${locale}`, async (context) => {
      const page = files.get(`${PREFIX}${locale}.html`);
      if (!page) return context.text('The widget has not been built; run: npm run build', 503);
      const headers = { 'Cache-Control': 'no-cache', 'Content-Security-Policy': CONTENT_SECURITY_POLICY };
      return documents.answer(context, `/theming/${locale}`, () => ({ ...page, headers }));
    });
  }
  app.get('/theming/*', async (context) => {
    const file = files.get(context.req.path.slice(1));
    if (!file || context.req.path.endsWith('.html')) return context.notFound();
    const headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };
    return documents.answer(context, context.req.path, () => ({ ...file, headers }));
  });
}
