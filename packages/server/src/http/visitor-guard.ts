import type { MiddlewareHandler } from 'hono';
import type { VisitorLimits } from '../limits/visitor-limits.ts';
import type { VisitorTokens } from '../safe/visitor-token.ts';
import type { Storage } from '../storage/storage.ts';
import { isStorageFailure } from '../storage/storage-failure.ts';
import { ProblemError } from './problem-response.ts';
import type { AppEnvironment } from './request-context.ts';

/** Lets a request through only with a token of a visitor of this site, and says whose it is. */
export function visitorGuard(
  tokens: VisitorTokens,
  limits: Pick<VisitorLimits, 'visitorRequest'>,
  storage: Pick<Storage, 'hasVisitor'>,
): MiddlewareHandler<AppEnvironment> {
  return async function guardVisitor(context, next) {
    const header = context.req.header('authorization');
    if (!header) throw new ProblemError('token-missing');
    const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
    if (!token) throw new ProblemError('token-invalid');
    const verified = await tokens.verify(token);
    if (!verified.ok) throw new ProblemError(verified.reason === 'expired' ? 'token-expired' : 'token-invalid');
    if (verified.claims.site !== context.get('site').id) throw new ProblemError('token-invalid');
    const verdict = await limits.visitorRequest(verified.claims.visitorId);
    if (!verdict.ok) throw new ProblemError('too-many-requests', { retryAfter: verdict.retryAfter });
    if (!(await exists(storage, verified.claims.visitorId))) throw new ProblemError('token-invalid');
    context.set('visitor', verified.claims);
    return next();
  };
}

/** A visitor may have been erased since. What is kept in memory is read on while the storage is away. */
async function exists(storage: Pick<Storage, 'hasVisitor'>, visitorId: string): Promise<boolean> {
  try {
    return await storage.hasVisitor(visitorId);
  } catch (error) {
    if (isStorageFailure(error)) return true;
    throw error;
  }
}
