/** `/guide`: the documentation, held in memory, for everybody. */
import type { GuideSite } from '@guichet/guide';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnvironment } from './request-context.ts';

export interface GuideRouteParts {
  guide: GuideSite;
  publicUrl: () => string | undefined;
}

export function guideRoutes(app: OpenAPIHono<AppEnvironment>, { guide, publicUrl }: GuideRouteParts): void {
  for (const path of ['/guide', '/guide/*']) {
    app.get(path, (context) => {
      const { status, headers, body } = guide.answer({
        path: context.req.path,
        query: context.req.query('q'),
        acceptLanguage: context.req.header('accept-language'),
        origin: publicUrl() ?? new URL(context.req.url).origin,
      });
      return context.body(body, status, headers);
    });
  }
}
