/** `GET /v1/sites/{site}`: what a widget needs to draw itself. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Sites } from '../sites.ts';
import { ProblemError } from './problem-response.ts';
import type { AppEnvironment } from './request-context.ts';
import { jsonAnswer, problems } from './route-docs.ts';
import { PublicSiteSchema } from './schemas.ts';

export function siteRoutes(app: OpenAPIHono<AppEnvironment>, sites: Sites): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/v1/sites/{site}',
    summary: 'Public settings of a site',
    request: { params: z.object({ site: z.string() }) },
    responses: { 200: jsonAnswer('The site.', PublicSiteSchema), ...problems({ 404: 'No such site' }) },
  });
  app.get('/v1/sites/:site', async (context) => {
    const site = await sites.publicSite(context.req.param('site'), context.get('locale'));
    if (!site) throw new ProblemError('not-found');
    return context.json(site, 200, { 'Cache-Control': 'no-cache', 'Content-Language': context.get('locale') });
  });
}
