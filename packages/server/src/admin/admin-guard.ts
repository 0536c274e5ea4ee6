/** Lets an operator's browser through: a session cookie that scripts cannot read, and requests from our own pages only. */
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isOwnOrigin, ownHosts } from '../http/own-origin.ts';
import { ProblemError } from '../http/problem-response.ts';
import type { AppEnvironment } from '../http/request-context.ts';
import { type AdminSessions, SESSION_LIFETIME_MS } from './admin-sessions.ts';

const COOKIE = 'guichet_session';

/** Strict, so that no other site's link or form can act in the operator's name. */
const COOKIE_OPTIONS = { httpOnly: true, sameSite: 'Strict', path: '/' } as const;

export function setSessionCookie(context: Context<AppEnvironment>, token: string, secure: boolean): void {
  setCookie(context, COOKIE, token, { ...COOKIE_OPTIONS, secure, maxAge: SESSION_LIFETIME_MS / 1000 });
}

export function clearSessionCookie(context: Context<AppEnvironment>): void {
  deleteCookie(context, COOKIE, { path: '/' });
}

export function sessionTokenOf(context: Context<AppEnvironment>): string | undefined {
  return getCookie(context, COOKIE);
}

export function adminGuard(sessions: AdminSessions): MiddlewareHandler<AppEnvironment> {
  return async function guardAdmin(context, next) {
    const token = sessionTokenOf(context);
    if (token === undefined || !(await sessions.find(token))) throw new ProblemError('sign-in-needed');
    return next();
  };
}

/** For what changes something: the page that asks must be ours. Browsers send Origin with every such request. */
export function ownPagesOnly(
  currentPublicUrl: () => string | undefined,
  isTrustedPeer: (peer: string | undefined) => boolean,
): MiddlewareHandler<AppEnvironment> {
  return async function guardOwnPages(context, next) {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
    const origin = context.req.header('origin') ?? '';
    const publicUrl = currentPublicUrl();
    const trusted = isTrustedPeer(context.env?.incoming?.socket?.remoteAddress);
    const hosts = [...ownHosts((name) => context.req.header(name), trusted), publicUrl && new URL(publicUrl).host];
    if (!isOwnOrigin(origin, hosts)) throw new ProblemError('origin-not-allowed');
    return next();
  };
}
