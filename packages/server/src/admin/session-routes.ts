/** `/admin/api/session`: in by a one-time link, out again. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { ProblemError } from '../http/problem-response.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import type { AppEnvironment } from '../http/request-context.ts';
import type { VisitorLimits } from '../limits/visitor-limits.ts';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from './admin-guard.ts';
import type { AdminSessions } from './admin-sessions.ts';
import type { AuditLog } from './audit-log.ts';

export interface SessionRouteParts {
  sessions: AdminSessions;
  audit: AuditLog;
  limits: Pick<VisitorLimits, 'signIn'>;
  /** Whether visitors reach this server by https, so that the cookie may not travel otherwise. */
  secure: (context: Context<AppEnvironment>) => boolean;
}

const SignInSchema = z.object({ link: z.string().min(1).max(200) });

export function sessionRoutes(app: OpenAPIHono<AppEnvironment>, parts: SessionRouteParts): void {
  app.get('/admin/api/session', async (context) => {
    const token = sessionTokenOf(context);
    // Asked without a cookie too: a page that offers a sign-in must know whether one is possible.
    const signedIn = await parts.sessions.holds(token ?? '');
    return context.json({ signedIn }, 200, { 'Cache-Control': 'no-store' });
  });

  app.post('/admin/api/session', async (context) => {
    const verdict = await parts.limits.signIn(context.get('client').block);
    if (!verdict.ok) throw new ProblemError('too-many-sign-ins', { retryAfter: verdict.retryAfter });
    const { link } = await readJsonBody(context, SignInSchema);
    const token = await parts.sessions.redeem(link);
    if (token === undefined) throw new ProblemError('link-invalid');
    setSessionCookie(context, token, parts.secure(context));
    await parts.audit.add('console', 'signed-in');
    return context.json({ signedIn: true }, 200, { 'Cache-Control': 'no-store' });
  });

  app.delete('/admin/api/session', async (context) => {
    const token = sessionTokenOf(context);
    if (token !== undefined) await parts.sessions.end(token);
    clearSessionCookie(context);
    return context.body(null, 204);
  });
}
