/**
 * Which names this server answers to. A page on a name of a stranger's can have that name lead here (DNS rebinding) and
 * is then, to the browser, of one origin with us: only the name in the request tells it apart.
 */
import type { MiddlewareHandler } from 'hono';
import { isKnownHost, knownHosts } from './known-hosts.ts';
import type { OriginRules } from './origin-guard.ts';
import { ownHosts } from './own-origin.ts';
import { ProblemError } from './problem-response.ts';
import type { AppEnvironment } from './request-context.ts';
import { isHealthPath } from './request-guard.ts';

export function hostGuard(rules: Omit<OriginRules, 'siteOf'>): MiddlewareHandler<AppEnvironment> {
  return async function guardHost(context, next) {
    const known = isHealthPath(context.req.path) ? undefined : knownHosts(rules);
    if (known === undefined) return next();
    const trusted = rules.addresses.trusts(context.env?.incoming?.socket?.remoteAddress);
    const hosts = ownHosts((name) => context.req.header(name), trusted).filter((host) => host !== undefined);
    const ours = hosts.some((host) => isNoDomain(host) || isKnownHost(host, known));
    if (!ours) throw new ProblemError('host-not-allowed');
    return next();
  };
}

/**
 * An address, `localhost` or a name without a dot: what a proxy or a container writes when it does not pass on the name
 * it was asked by. None of them can be a stranger's domain. An Origin that equals it is still not let in.
 */
function isNoDomain(host: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  return /^\[[0-9a-f:.%]+\]$/.test(name) || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name) || /^[\w-]+$/.test(name);
}
