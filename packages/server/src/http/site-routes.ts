/** `GET /v1/sites/{site}`: what a widget needs to draw itself. */
import { PublicSiteSchema } from '@guichet/contract/public-site';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ReadPublicSite } from '../sites/public-site.ts';
import type { AppEnvironment } from './request-context.ts';
import { jsonAnswer, problems } from './route-docs.ts';

export function siteRoutes(app: OpenAPIHono<AppEnvironment>, readPublicSite: ReadPublicSite): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/v1/sites/{site}',
    summary: 'Get a site’s public settings',
    request: { params: z.object({ site: z.string() }) },
    responses: {
      200: jsonAnswer('The site.', PublicSiteSchema),
      ...problems({ 403: 'Origin not allowed, or no such site' }),
    },
  });
  app.get('/v1/sites/:site', async (context) => {
    const site = await readPublicSite(context.get('site'), context.get('visitorLocale'));
    return context.json(site, 200, { 'Cache-Control': 'no-cache', 'Content-Language': context.get('visitorLocale') });
  });
}
