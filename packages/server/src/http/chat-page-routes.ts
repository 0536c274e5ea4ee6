/**
 * `GET /chat/{site}`: a site's chat as a page of its own, which works without the loader. Other pages may frame it where
 * the site allows their origin; with `?from=` an origin, it is the panel of the chat on that origin's page (the sealed
 * wall), and nobody else may frame it.
 */
import { createHash } from 'node:crypto';
import { pickVisitorLocale, VISITOR_TEXTS, type VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { ReadPublicSite } from '../sites/public-site.ts';
import type { SiteContext } from '../sites/site-context.ts';
import { allowsOrigin, type OriginRules } from './origin-guard.ts';
import { ProblemError } from './problem-response.ts';
import { readWidgetFiles } from './read-widget-files.ts';
import type { AppEnvironment } from './request-context.ts';

export interface ChatPageParts {
  rules: OriginRules;
  readPublicSite: ReadPublicSite;
  widgetFolder: string;
  /** What was refused, for the operator. @returns its reference */
  onRefused: (error: ProblemError, context: Context<AppEnvironment>, origin: string | undefined) => string;
}

const STYLE =
  ':root{color-scheme:light dark}html,body{margin:0;height:100%}body{font:16px/25px system-ui,sans-serif}p{margin:24px}';

const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** Only our own scripts, only our own API, pictures of these hosts, no page in it, and framed by these alone. */
const policyOf = (ancestors: string, pictureHosts: readonly string[]) =>
  `default-src 'none'; script-src 'self'; style-src ${STYLE_HASH}; connect-src 'self'; img-src ${["'self' data: blob:", ...pictureHosts.map((host) => `https://${host}`)].join(' ')}; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors}; require-trusted-types-for 'script'; trusted-types 'none'`;

const headersWith = (ancestors: string, pictureHosts: readonly string[] = []) => ({
  'Content-Security-Policy': policyOf(ancestors, pictureHosts),
  'Cache-Control': 'no-store',
  // A page that opens this one in a window gets no handle on it.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'microphone=(self), camera=(), geolocation=(), payment=(), usb=(), display-capture=()',
  'Origin-Agent-Cluster': '?1',
});

/** No origin is longer. */
const MAX_FROM_CHARS = 270;

export function chatPageRoutes(app: OpenAPIHono<AppEnvironment>, parts: ChatPageParts): void {
  const { rules, readPublicSite } = parts;
  const widget = readWidgetFiles(parts.widgetFolder);

  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/chat/{site}',
    summary: 'Get a site’s chat as a page',
    request: {
      params: z.object({ site: z.string() }),
      query: z.object({ from: z.string().optional(), locale: z.string().optional() }),
    },
    responses: Object.fromEntries(
      Object.entries({
        200: 'The page.',
        403: 'May not be framed by `from`, as a page.',
        404: 'No such site, as a page.',
      }).map(([status, description]) => [
        status,
        { description, content: { 'text/html': { schema: { type: 'string' } } } },
      ]),
    ),
  });
  app.get('/chat/:site', async (context) => {
    const { from, locale: wished } = context.req.query();
    const locale = pickVisitorLocale(wished === undefined ? undefined : [wished], context.get('visitorLocale'));
    const site = rules.siteOf(context);
    // Unknown, paused and not allowed are one answer to a page that frames.
    if (from !== undefined && !(site && mayFrame(context, site, from)))
      return refuse(context, 'origin-not-allowed', locale, from);
    if (!site) return refuse(context, 'not-found', locale);
    if (!widget) return context.text('The widget has not been built; run: npm run build', 503);
    const { name } = await readPublicSite(site, locale);
    const ancestors = from ?? ["'self'", ...site.origins].join(' ');
    return context.html(page({ name, site: site.id, locale, from, widget, ofElement: wished }), 200, {
      ...headersWith(ancestors, site.pictureHosts),
      'Content-Language': locale,
    });
  });

  function mayFrame(context: Context<AppEnvironment>, site: SiteContext, from: string): boolean {
    if (from.length > MAX_FROM_CHARS || URL.parse(from)?.origin !== from) return false;
    return allowsOrigin(rules, context, site, from);
  }

  function refuse(
    context: Context<AppEnvironment>,
    code: 'origin-not-allowed' | 'not-found',
    locale: VisitorLocale,
    from?: string,
  ) {
    const error = new ProblemError(code);
    const ref = parts.onRefused(error, context, from);
    const sentence = VISITOR_TEXTS[locale].problems[code];
    const body = html`<main><p>${sentence}</p><p><code>${ref}</code></p></main>`;
    return context.html(documentOf(locale, sentence, body), code === 'not-found' ? 404 : 403, headersWith("'none'"));
  }
}

interface PageWish {
  name: string;
  site: string;
  locale: VisitorLocale;
  from: string | undefined;
  widget: NonNullable<ReturnType<typeof readWidgetFiles>>;
  /** The language that the address asks for. */
  ofElement: string | undefined;
}

function page({ name, site, locale, from, widget: { app, framed }, ofElement }: PageWish) {
  // Relative, so that it holds below any path that a proxy puts before it.
  const script = html`<script type="module" src="..${app.path}" integrity="${app.integrity}" crossorigin></script>`;
  if (from === undefined) {
    const language = ofElement === undefined ? '' : html` locale="${locale}"`;
    return documentOf(locale, name, html`<guichet-chat mode="page" site="${site}"${language}></guichet-chat>${script}`);
  }
  const early = html`<link rel="modulepreload" href="..${framed.path}" integrity="${framed.integrity}" crossorigin>`;
  return documentOf(
    locale,
    name,
    html`<meta name="guichet-from" content="${from}" data-site="${site}">${early}${script}`,
  );
}

function documentOf(locale: VisitorLocale, title: string, body: unknown) {
  return html`<!doctype html>
<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(STYLE)}</style>
</head>
<body>${body}</body>
</html>`;
}
