/** The names this server is known by, where its owner has set them. */
import type { OriginRules } from './origin-guard.ts';
import { sameHost, withoutLastDot } from './own-origin.ts';

/** @returns undefined as long as public address or allowed origins are not set: any name may then be ours */
export function knownHosts(rules: Pick<OriginRules, 'publicUrl' | 'allowedOrigins'>): string[] | undefined {
  const address = rules.publicUrl();
  const origins = rules.allowedOrigins();
  if (address === undefined || origins.length === 0) return undefined;
  return [address, ...origins].map((origin) => new URL(origin).host);
}

export function isKnownHost(host: string | undefined, known: readonly string[]): boolean {
  // `*.example.com` stands for every name below it; whoever has such a name has it from the owner.
  return (
    host !== undefined &&
    known.some((own) => (own.startsWith('*.') ? isBelow(host, own.slice(1)) : sameHost(host, own)))
  );
}

/** @param suffix `.example.com`, with its port where it has one */
function isBelow(host: string, suffix: string): boolean {
  const name = withoutLastDot(host.toLowerCase());
  return name.endsWith(suffix) || name.replace(/:(80|443)$/, '').endsWith(suffix);
}
