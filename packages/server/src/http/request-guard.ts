/** Before anything is made for a request: whether there is room for it, and whether its network has had its share. */
import type { MiddlewareHandler } from 'hono';
import type { VisitorLimits } from '../limits/visitor-limits.ts';
import { ProblemError } from './problem-response.ts';
import type { AppEnvironment } from './request-context.ts';

/** What load balancers ask is always answered, and costs next to nothing. */
const HEALTH_PATHS = new Set(['/healthz', '/readyz', '/metrics']);

/** Counted by rules of its own, which keep an operator from being locked out by others who try. */
const SIGN_IN_PATH = '/admin/api/session';

/** Until what was written has been read, or those who do not read it have been closed. */
const FULL_RETRY_SECONDS = 2;

export interface RequestGuardParts {
  /** Whether so much is written and unread that nothing new should be. */
  isFull: () => boolean;
  limits: Pick<VisitorLimits, 'request'>;
}

export function isHealthPath(path: string): boolean {
  return HEALTH_PATHS.has(path);
}

export function requestGuard({ isFull, limits }: RequestGuardParts): MiddlewareHandler<AppEnvironment> {
  return async function guardRequest(context, next) {
    const { path } = context.req;
    if (isHealthPath(path)) return next();
    if (isFull()) throw new ProblemError('server-busy', { retryAfter: FULL_RETRY_SECONDS });
    if (path === SIGN_IN_PATH) return next();
    const verdict = await limits.request(context.get('client').networks);
    if (!verdict.ok) throw new ProblemError('too-many-requests', { retryAfter: verdict.retryAfter });
    return next();
  };
}
