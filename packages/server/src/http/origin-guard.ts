/**
 * Which site a request is about, and whether the page that asks may show its chat. A policy for browsers, not a proof of
 * identity: anybody can write an Origin header, so limits and tokens hold without it.
 */
import { isOriginAllowed } from '@guichet/contract/allowed-origin';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import type { ClientAddresses } from '../limits/client-address.ts';
import type { SiteContext } from '../sites/site-context.ts';
import { isKnownHost, knownHosts } from './known-hosts.ts';
import { isOwnOrigin, ownHosts } from './own-origin.ts';
import { ProblemError } from './problem-response.ts';
import type { AppEnvironment } from './request-context.ts';

export interface OriginRules {
  /** The site that a request is about. Undefined for one that is unknown or paused, which is told like one not allowed. */
  siteOf: (context: Context<AppEnvironment>) => SiteContext | undefined;
  /** Origins that the operator allowed: with the public address, the names this server is known by. */
  allowedOrigins: () => readonly string[];
  /** Asked each time: it can change while the server runs. */
  publicUrl: () => string | undefined;
  addresses: ClientAddresses;
}

/** How long a browser may remember a preflight's answer. Two hours is the longest Chromium keeps. */
const PREFLIGHT_SECONDS = 7_200;

const ALLOWED_HEADERS = 'authorization, content-type, idempotency-key, last-event-id, accept-language';
const ALLOWED_METHODS = 'GET, POST, PUT, PATCH, DELETE';

/** Whether pages of this origin may show the site's chat: those of its list, and our own address. */
export function allowsOrigin(
  rules: OriginRules,
  context: Context<AppEnvironment>,
  site: SiteContext,
  origin: string,
): boolean {
  return isOriginAllowed(site.origins, origin) || isOurs(rules, context, origin);
}

/** Whether it is an address of this server's. */
function isOurs(rules: OriginRules, context: Context<AppEnvironment>, origin: string): boolean {
  const publicUrl = rules.publicUrl();
  if (publicUrl !== undefined && new URL(publicUrl).origin === origin) return true;
  const trusted = rules.addresses.trusts(context.env?.incoming?.socket?.remoteAddress);
  const known = knownHosts(rules);
  const hosts = ownHosts((name) => context.req.header(name), trusted);
  // Where our names are known, no other one is ours because a request came to it.
  return isOwnOrigin(origin, known === undefined ? hosts : hosts.filter((host) => isKnownHost(host, known)));
}

/**
 * @param options.originWanted false for what anybody may read without saying from where; why it is refused may then be read
 * from everywhere
 */
export function originGuard(rules: OriginRules, options: { originWanted: boolean }): MiddlewareHandler<AppEnvironment> {
  return async function guardOrigin(context, next) {
    const site = rules.siteOf(context);
    // A refusal holds nothing of the site's, and a page that could not read it would take it for a lost connection.
    if (!options.originWanted) context.set('crossOrigin', { Vary: 'Origin', 'Access-Control-Allow-Origin': '*' });
    if (!site) throw new ProblemError('origin-not-allowed');
    context.set('site', site);
    const origin = context.req.header('origin');
    if (origin === undefined) {
      // Browsers leave Origin out of same-origin reads and say so in Sec-Fetch-Site, which pages cannot write.
      const sameOrigin = context.req.header('sec-fetch-site') === 'same-origin';
      if (options.originWanted && !sameOrigin) throw new ProblemError('origin-missing');
      context.set('crossOrigin', { Vary: 'Origin' });
      return next();
    }
    // Behind the sealed wall a page draws the bubble, and only our own page asks.
    const asksSealed = site.frame && options.originWanted;
    const isAllowed = asksSealed ? isOurs(rules, context, origin) : allowsOrigin(rules, context, site, origin);
    if (!isAllowed) throw new ProblemError('origin-not-allowed');
    const crossOrigin = {
      Vary: 'Origin',
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Expose-Headers': 'retry-after',
    };
    context.set('crossOrigin', crossOrigin);
    if (context.req.method === 'OPTIONS') {
      return new Response(null, {
        status: 204,
        headers: {
          ...crossOrigin,
          'Access-Control-Allow-Methods': ALLOWED_METHODS,
          'Access-Control-Allow-Headers': ALLOWED_HEADERS,
          'Access-Control-Max-Age': String(PREFLIGHT_SECONDS),
        },
      });
    }
    await next();
    if (context.res === RESPONSE_ALREADY_SENT) return;
    for (const [name, value] of Object.entries(crossOrigin)) context.res.headers.set(name, value);
  };
}
