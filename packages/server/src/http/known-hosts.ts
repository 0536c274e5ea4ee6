/** The names this server is known by, where its owner has set them. */
import type { OriginRules } from './origin-guard.ts';
import { sameHost } from './own-origin.ts';

/** @returns undefined as long as public address or allowed origins are not set: any name may then be ours */
export function knownHosts(rules: Pick<OriginRules, 'publicUrl' | 'allowedOrigins'>): string[] | undefined {
  const address = rules.publicUrl();
  const origins = rules.allowedOrigins();
  if (address === undefined || origins.length === 0) return undefined;
  return [address, ...origins].map((origin) => new URL(origin).host);
}

export function isKnownHost(host: string | undefined, known: readonly string[]): boolean {
  return host !== undefined && known.some((own) => sameHost(host, own));
}
