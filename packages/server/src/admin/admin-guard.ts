/** Lets an operator's browser through: a session cookie that scripts cannot read, and requests from our own pages only. */
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isOwnOrigin, ownHosts } from '../http/own-origin.ts';
import { ProblemError } from '../http/problem-response.ts';
import type { AppEnvironment } from '../http/request-context.ts';
import { type AdminSessions, SESSION_LIFETIME_MS } from './admin-sessions.ts';
import { KNOWN_BROWSER_LIFETIME_MS } from './known-browsers.ts';

const COOKIE = 'guichet_session';
const BROWSER_COOKIE = 'guichet_browser';

/** Strict, so that no other site's link or form can act in the operator's name. */
const COOKIE_OPTIONS = { httpOnly: true, sameSite: 'Strict', path: '/' } as const;

export function setSessionCookie(context: Context<AppEnvironment>, token: string, secure: boolean): void {
  const maxAge = SESSION_LIFETIME_MS / 1000;
  // Under this name browsers take no cookie from a neighbouring name or from a page without encryption.
  setCookie(context, COOKIE, token, { ...COOKIE_OPTIONS, secure, maxAge, ...(secure && { prefix: 'host' }) });
}

/** That somebody has come in from this browser; it opens nothing. */
export function setBrowserCookie(context: Context<AppEnvironment>, kept: string, secure: boolean): void {
  const options = { ...COOKIE_OPTIONS, secure, path: '/admin/api', maxAge: KNOWN_BROWSER_LIFETIME_MS / 1000 };
  setCookie(context, BROWSER_COOKIE, kept, options);
}

export function browserCookieOf(context: Context<AppEnvironment>): string | undefined {
  return getCookie(context, BROWSER_COOKIE);
}

export function clearSessionCookie(context: Context<AppEnvironment>): void {
  deleteCookie(context, COOKIE, { path: '/' });
  deleteCookie(context, COOKIE, { path: '/', secure: true, prefix: 'host' });
}

export function sessionTokenOf(context: Context<AppEnvironment>): string | undefined {
  return getCookie(context, COOKIE, 'host') ?? getCookie(context, COOKIE);
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
    if (!isOwnOrigin(origin, hosts) || isUnencryptedTwin(origin, publicUrl)) {
      throw new ProblemError('origin-not-allowed');
    }
    return next();
  };
}

/** Our name without the encryption that we are known to have: anybody on the way can be that page. */
function isUnencryptedTwin(origin: string, publicUrl: string | undefined): boolean {
  const own = publicUrl === undefined ? undefined : new URL(publicUrl);
  const asks = new URL(origin);
  return own?.protocol === 'https:' && asks.hostname === own.hostname && asks.protocol !== 'https:';
}
