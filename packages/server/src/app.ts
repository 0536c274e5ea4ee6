/** All routes over ready-made parts. Knows nothing of the environment, ports or files. */
import { pickLocale } from '@guichet/contract/locale';
import { pickVisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { DOCTORS_KNOCK } from '@guichet/doctor';
import type { GuideSite } from '@guichet/guide';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { type AdminRouteParts, adminRoutes } from './admin/admin-routes.ts';
import type { AnsweringWing } from './answer/open-answering.ts';
import { visitorErrorOf } from './diagnosis/visitor-error-of.ts';
import { chatPageRoutes } from './http/chat-page-routes.ts';
import { consoleRoutes } from './http/console-routes.ts';
import { conversationRoutes } from './http/conversation-routes.ts';
import { feedbackRoutes } from './http/feedback-routes.ts';
import { fileRoutes } from './http/file-routes.ts';
import { FloodNews } from './http/flood-news.ts';
import { followUpRoutes } from './http/follow-up-routes.ts';
import { guideRoutes } from './http/guide-routes.ts';
import { healthRoutes } from './http/health-routes.ts';
import { hostGuard } from './http/host-guard.ts';
import type { KeptDocuments } from './http/kept-documents.ts';
import { messageRoutes } from './http/message-routes.ts';
import { type OriginRules, originGuard } from './http/origin-guard.ts';
import { ownDataRoutes } from './http/own-data-routes.ts';
import { ProblemError, problemResponse, toProblem } from './http/problem-response.ts';
import type { AppEnvironment } from './http/request-context.ts';
import { requestGuard } from './http/request-guard.ts';
import { runRoutes } from './http/run-routes.ts';
import { siteRoutes } from './http/site-routes.ts';
import { themingRoutes } from './http/theming-routes.ts';
import { tickRoutes } from './http/tick-routes.ts';
import { visitorGuard } from './http/visitor-guard.ts';
import { VISITOR_BASES } from './http/visitor-paths.ts';
import { visitorRoutes } from './http/visitor-routes.ts';
import { voiceRoutes } from './http/voice-routes.ts';
import { welcomePage } from './http/welcome-page.ts';
import { widgetRoutes } from './http/widget-routes.ts';
import type { Logger } from './observe/logger.ts';
import type { Metrics } from './observe/metrics.ts';
import type { Readiness } from './observe/readiness.ts';
import type { VisitorTokens } from './safe/visitor-token.ts';
import type { ReadPublicSite } from './sites/public-site.ts';
import { DEFAULT_SITE, type SiteContext } from './sites/site-context.ts';
import type { Storage } from './storage/storage.ts';
import { isStorageFailure } from './storage/storage-failure.ts';
import type { VisitorError } from './storage/visitor-error-records.ts';

export interface AppParts {
  admin: Omit<AdminRouteParts, 'answering' | 'storage' | 'addresses' | 'logger' | 'now'>;
  version: string;
  answering: AnsweringWing;
  guide: GuideSite;
  logger: Logger;
  metrics: Metrics;
  origins: Omit<OriginRules, 'siteOf'>;
  /** Whether the practice server answers now. */
  practice: () => boolean;
  readiness: Readiness;
  readPublicSite: ReadPublicSite;
  storage: Storage;
  tokens: VisitorTokens;
  /** Folders of the built widget and console. */
  widgetFolder: string;
  consoleFolder: string;
  documents: KeptDocuments;
  /** Whether so much is written and unread that nothing new should be. */
  isFull: () => boolean;
  /** Remembers what a visitor is told, by its reference. `network` stands for where they are, `site` for what they asked. */
  onVisitorError: (error: Omit<VisitorError, 'at'>, network: string, site: string | undefined) => void;
  now: () => number;
}

export function createApp({ answering: wing, ...given }: AppParts): OpenAPIHono<AppEnvironment> {
  const parts = { ...given, ...wing };
  const app = new OpenAPIHono<AppEnvironment>();
  const floods = new FloodNews();

  app.use(async function setContext(context, next) {
    const incoming = context.env?.incoming;
    const { addresses } = parts.origins;
    const address = addresses.clientOf(incoming?.socket?.remoteAddress, context.req.header('x-forwarded-for'));
    context.set('client', { address, networks: addresses.networksOf(address) });
    context.set('locale', pickLocale(context.req.header('accept-language')));
    context.set('visitorLocale', pickVisitorLocale(context.req.header('accept-language')));
    context.set('crossOrigin', {});
    await next();
    // A stream has written its headers, and what stands for it is one object for all.
    if (context.res === RESPONSE_ALREADY_SENT) return;
    context.res.headers.set('X-Content-Type-Options', 'nosniff');
    context.res.headers.set('Referrer-Policy', 'no-referrer');
  });

  app.use(hostGuard(parts.origins), requestGuard(parts));
  const { sites } = parts;
  const rules: OriginRules = {
    ...parts.origins,
    // A path without a site's id is about the default one.
    siteOf: (context) => sites.open(context.req.param('site') ?? DEFAULT_SITE),
  };
  const anybody = originGuard(rules, { originWanted: false });
  const browsers = originGuard(rules, { originWanted: true });
  const visitors = visitorGuard(parts.tokens, parts.limits, parts.storage);
  app.use('/v1/sites/:site', anybody);
  // It measures the way to this server, whether the site lets visitors in or not.
  app.use('/v1/ticks', originGuard({ ...rules, siteOf: () => sites.default }, { originWanted: false }));
  app.use('/v1/sites/:site/visitors', browsers);
  for (const base of VISITOR_BASES) {
    for (const place of [
      'conversations',
      'conversations/*',
      'runs/*',
      'files',
      'files/*',
      'transcriptions',
      'messages/*',
      'visitors/me/*',
    ])
      app.use(`${base}/${place}`, browsers, visitors);
  }

  healthRoutes(app, parts);
  siteRoutes(app, parts.readPublicSite);
  visitorRoutes(app, parts);
  for (const base of VISITOR_BASES) {
    conversationRoutes(app, parts, base);
    messageRoutes(app, parts, base);
    runRoutes(app, parts, base);
    fileRoutes(app, parts, base);
    voiceRoutes(app, parts, base);
    followUpRoutes(app, parts, base);
    feedbackRoutes(app, parts, base);
    ownDataRoutes(app, parts, base);
  }
  tickRoutes(app);
  adminRoutes(app, { ...given, ...given.admin, answering: wing, addresses: given.origins.addresses });
  widgetRoutes(app, parts);
  themingRoutes(app, parts);
  chatPageRoutes(app, {
    ...parts,
    rules,
    onRefused(error, context, origin) {
      const { ref, code } = toProblem(error.code, context.get('visitorLocale'));
      parts.metrics.refusals.inc({ code });
      const network = context.get('client').networks[0].key;
      if (code === 'origin-not-allowed' && floods.isNews(code, network))
        parts.onVisitorError(visitorErrorOf(ref, code, origin), network, rules.siteOf(context)?.id);
      return ref;
    },
  });
  consoleRoutes(app, parts);
  guideRoutes(app, { ...parts, publicUrl: parts.origins.publicUrl });
  welcomePage(app, { ...parts, publicUrl: parts.origins.publicUrl });
  describeItself(app, parts);

  app.notFound(() => {
    throw new ProblemError('not-found');
  });
  app.onError((error, context) => {
    const problem = toProblemError(error, context.req.path);
    const { code, retryAfter, upstreamCause, takes } = problem;
    const document = toProblem(code, context.get('visitorLocale') ?? 'en', {
      ...(retryAfter !== undefined && { retryAfter }),
      ...(upstreamCause !== undefined && { upstreamCause }),
      ...(takes && { takes }),
    });
    // The doctor knocks every few minutes with a token that cannot be good: that is no visitor and no news.
    if (code === 'token-invalid' && context.req.header('authorization') === DOCTORS_KNOCK)
      return problemResponse(document, context.get('crossOrigin') ?? {});
    // Whoever sends too many makes as many refusals: the first says it all, and the figures count every one.
    const isNews = floods.isNews(code, context.get('client')?.networks[0].key ?? '');
    const entry = { ref: document.ref, code, method: context.req.method, path: context.req.path };
    if (document.status >= 500 && isNews)
      parts.logger.error({ ...entry, err: problem.cause ?? error }, document.detail);
    else if (code !== 'not-found' && isNews) parts.logger.info(entry, document.detail);
    if (isVisitorPath(context.req.path) && isNews) {
      const error = visitorErrorOf(document.ref, code, context.req.header('origin'));
      // Unknown and paused sites are none.
      const site: SiteContext | undefined = context.get('site');
      parts.onVisitorError(error, context.get('client')?.networks[0].key ?? '', site?.id);
    }
    parts.metrics.refusals.inc({ code });
    return problemResponse(document, context.get('crossOrigin') ?? {});
  });
  return app;
}

/** Where visitors ask; everything else is asked by operators, programs that watch, or nobody we know. */
function isVisitorPath(path: string): boolean {
  return path.startsWith('/v1/') || path.startsWith('/openai/');
}

function toProblemError(error: unknown, path: string): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof HTTPException && error.status < 500) return new ProblemError('bad-request', { cause: error });
  if (isStorageFailure(error) && path.startsWith('/admin/')) {
    return new ProblemError('sign-in-impossible', { cause: error, retryAfter: 5 });
  }
  if (isStorageFailure(error)) return new ProblemError('storage-unavailable', { cause: error, retryAfter: 5 });
  return new ProblemError('internal', { cause: error });
}

function describeItself(
  app: OpenAPIHono<AppEnvironment>,
  { version, documents }: Pick<AppParts, 'version' | 'documents'>,
): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'visitor', { type: 'http', scheme: 'bearer' });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/openapi.json',
    summary: 'Get this document',
    responses: {
      200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } },
    },
  });
  app.get('/openapi.json', (context) =>
    documents.answer(context, '/openapi.json', () => ({
      body: JSON.stringify(
        app.getOpenAPI31Document({
          openapi: '3.1.0',
          info: { title: 'Guichet', version, license: { name: 'MIT' } },
          servers: [{ url: '/' }],
        }),
      ),
      contentType: 'application/json',
      headers: { 'Cache-Control': 'no-cache' },
    })),
  );
}
