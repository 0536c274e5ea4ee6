/** `/admin/api/session` and `/admin/api/password`: in by a one-time link or the password, out again. */
import { PasswordWishSchema, type SessionView, SignInWishSchema } from '@guichet/contract/set-up-api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { ProblemError } from '../http/problem-response.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import type { AppEnvironment } from '../http/request-context.ts';
import type { Network } from '../limits/client-address.ts';
import type { LimitVerdict } from '../limits/minute-counter.ts';
import type { VisitorLimits } from '../limits/visitor-limits.ts';
import type { StoredSession } from '../storage/admin-records.ts';
import {
  browserCookieOf,
  clearSessionCookie,
  sessionTokenOf,
  setBrowserCookie,
  setSessionCookie,
} from './admin-guard.ts';
import { type AdminSessions, isOwnToken, LINK_LIFETIME_MS } from './admin-sessions.ts';
import type { AuditLog } from './audit-log.ts';
import { LineFull } from './few-at-once.ts';
import type { KnownBrowsers } from './known-browsers.ts';
import type { OperatorPassword } from './operator-password.ts';
import { refusalOf } from './password-rules.ts';

export interface SessionRouteParts {
  sessions: AdminSessions;
  password: OperatorPassword;
  browsers: KnownBrowsers;
  audit: AuditLog;
  limits: Pick<VisitorLimits, 'signIn' | 'passwordTry' | 'knownPasswordTry'>;
  /** Names of the site, which must not be its password. */
  hostNames: () => readonly string[];
  /** Whether visitors reach this server by https, so that the cookie may not travel otherwise. */
  secure: (context: Context<AppEnvironment>) => boolean;
  now: () => number;
  steady: () => number;
}

/** Wrong passwords are written down as often; how many there were in between stands in the next entry. */
const REFUSAL_EVERY_MS = 10 * 60_000;

/** When too many passwords are being checked already. */
const LINE_RETRY_SECONDS = 5;

const NO_STORE = { 'Cache-Control': 'no-store' };

export function sessionRoutes(app: OpenAPIHono<AppEnvironment>, parts: SessionRouteParts): void {
  const { sessions, password, browsers, audit, limits } = parts;

  async function view(signedIn: boolean): Promise<SessionView> {
    return { signedIn, hasPassword: await password.isSet(), claimed: await sessions.isClaimed() };
  }

  app.get('/admin/api/session', async (context) => {
    const token = sessionTokenOf(context);
    const signedIn = token !== undefined && (await sessions.find(token)) !== undefined;
    return context.json(await view(signedIn), 200, NO_STORE);
  });

  app.post('/admin/api/session', async (context) => {
    const { networks } = context.get('client');
    // A link of our own is checked before anything is counted: nobody can keep an operator out by trying.
    const wish = await readJsonBody(context, SignInWishSchema);
    const token = 'link' in wish ? await redeem(wish.link, networks) : await begin(wish.password, context);
    // The new session is another one: a token that was planted or seen before the sign-in opens nothing after it.
    const before = sessionTokenOf(context);
    if (before !== undefined) await sessions.end(before);
    setSessionCookie(context, token, parts.secure(context));
    setBrowserCookie(context, browsers.issue(), parts.secure(context));
    await audit.add('console', 'signed-in', { by: 'link' in wish ? 'link' : 'password' });
    return context.json(await view(true), 200, NO_STORE);
  });

  async function redeem(link: string, networks: readonly Network[]): Promise<string> {
    if (isOwnToken(link)) {
      const token = await sessions.redeem(link);
      if (token !== undefined) return token;
      orRefuse(await limits.signIn(networks));
      throw new ProblemError('link-invalid');
    }
    // A token that somebody thought up can be guessed, so tries are counted first.
    orRefuse(await limits.signIn(networks));
    const token = await sessions.redeem(link);
    if (token === undefined) throw new ProblemError('link-invalid');
    return token;
  }

  let refusedAt = Number.NEGATIVE_INFINITY;
  let unsaid = 0;

  /** Whoever guesses all day must not fill the log, nor push out of sight what else stands there. */
  async function noteRefusal(): Promise<void> {
    if (parts.steady() - refusedAt < REFUSAL_EVERY_MS) return void unsaid++;
    const more = unsaid > 0 ? { before: unsaid } : {};
    refusedAt = parts.steady();
    unsaid = 0;
    await audit.add('console', 'sign-in-refused', { by: 'password', ...more });
  }

  /** Counted by itself from a browser that somebody has come in from, so that others who guess do not keep it out. */
  async function countPassword(context: Context<AppEnvironment>): Promise<void> {
    const browser = browsers.find(browserCookieOf(context) ?? '');
    const { networks } = context.get('client');
    orRefuse(await (browser === undefined ? limits.passwordTry(networks) : limits.knownPasswordTry(browser)));
  }

  async function begin(typed: string, context: Context<AppEnvironment>): Promise<string> {
    await countPassword(context);
    if (!(await inLine(() => password.matches(typed)))) {
      await noteRefusal();
      throw new ProblemError('password-wrong');
    }
    return sessions.begin('password');
  }

  app.put('/admin/api/password', async (context) => {
    const token = sessionTokenOf(context);
    const session = token === undefined ? undefined : await sessions.find(token);
    if (!session) throw new ProblemError('sign-in-needed');
    const wish = await readJsonBody(context, PasswordWishSchema);
    const refusal = refusalOf(wish.password, [...parts.hostNames(), ...hostOf(context)]);
    if (refusal) throw new ProblemError(refusal);
    if ((await password.isSet()) && !cameByLinkLately(session)) {
      await proveCurrent(wish.current, context);
    }
    await inLine(() => password.set(wish.password));
    // Whoever else is in may be the reason for the change.
    await sessions.endAll();
    setSessionCookie(context, await sessions.begin('password'), parts.secure(context));
    await audit.add('console', 'password-set');
    return context.json(await view(true), 200, NO_STORE);
  });

  async function proveCurrent(current: string | undefined, context: Context<AppEnvironment>): Promise<void> {
    if (current === undefined || current === '') throw new ProblemError('current-password-wanted');
    await countPassword(context);
    if (!(await inLine(() => password.matches(current)))) throw new ProblemError('current-password-wrong');
  }

  function cameByLinkLately({ cameBy, ageMs }: StoredSession): boolean {
    return cameBy === 'link' && ageMs < LINK_LIFETIME_MS;
  }

  app.delete('/admin/api/session', async (context) => {
    const token = sessionTokenOf(context);
    if (token !== undefined && (await sessions.find(token))) {
      await sessions.end(token);
      await audit.add('console', 'signed-out');
    }
    clearSessionCookie(context);
    return context.body(null, 204);
  });
}

function orRefuse(verdict: LimitVerdict): void {
  if (!verdict.ok) throw new ProblemError('too-many-sign-ins', { retryAfter: verdict.retryAfter });
}

async function inLine<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof LineFull)) throw error;
    throw new ProblemError('sign-in-busy', { retryAfter: LINE_RETRY_SECONDS });
  }
}

/** The name this very request came to. */
function hostOf(context: Context<AppEnvironment>): string[] {
  const host = context.req.header('host')?.replace(/:\d+$/, '');
  return host === undefined ? [] : [host];
}
