/** Where visitors' routes are: below `/v1` for the default site, and below a site's own path, which a preflight tells. */
import { z } from '@hono/zod-openapi';

export const VISITOR_BASES = ['/v1', '/v1/sites/:site'] as const;
export type VisitorBase = (typeof VISITOR_BASES)[number];

/** The same as the OpenAPI document writes it. */
export function describedBase(base: VisitorBase): string {
  return base.replace(/:(\w+)/g, '{$1}');
}

/** Parameters of a path below a base. */
export function describedParams(base: VisitorBase, ...names: readonly string[]): z.ZodObject {
  const all = base === '/v1' ? names : ['site', ...names];
  return z.object(Object.fromEntries(all.map((name) => [name, z.string()])));
}
