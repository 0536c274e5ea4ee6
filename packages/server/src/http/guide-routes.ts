/** `/guide`: the documentation, held in memory, for everybody. */
/** `/guide`: the documentation, held in memory, for everybody. */
import type { GuideSite } from '@guichet/guide';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { VisitorLimits } from '../limits/visitor-limits.ts';
import type { KeptDocuments } from './kept-documents.ts';
import { ProblemError } from './problem-response.ts';
import type { AppEnvironment } from './request-context.ts';

export interface GuideRouteParts {
  guide: GuideSite;
  publicUrl: () => string | undefined;
  documents: KeptDocuments;
  limits: Pick<VisitorLimits, 'search'>;
}

export function guideRoutes(app: OpenAPIHono<AppEnvironment>, parts: GuideRouteParts): void {
  const { guide, publicUrl, documents, limits } = parts;
  for (const route of ['/guide', '/guide/*']) {
    app.get(route, async (context) => {
      const { path } = context.req;
      const origin = publicUrl() ?? new URL(context.req.url).origin;
      const key = `guide ${origin} ${path}`;
      const kept = await documents.again(context, key);
      if (kept) return kept;
      if (guide.isSearch(path)) {
        const verdict = await limits.search(context.get('client').networks);
        if (!verdict.ok) throw new ProblemError('too-many-requests', { retryAfter: verdict.retryAfter });
      }
      const { status, headers, body, lasting } = guide.answer({
        path,
        query: context.req.query('q'),
        acceptLanguage: context.req.header('accept-language'),
        origin,
      });
      if (!lasting) return context.body(body, status, headers);
      const { 'Content-Type': contentType = 'text/html; charset=utf-8', ...others } = headers;
      return documents.answer(context, key, () => ({ body, contentType, headers: others }));
    });
  }
}
