import type { TokenParts } from './json-web-token.ts';

/** The Open WebUI versions whose session tokens carry these claims. */
export type SessionGeneration = 'up-to-0.8' | '0.9-to-0.11' | '0.12-or-later';

export interface SessionFacts {
  /** ISO 8601. Missing before 0.9, which does not write it into the token. */
  readonly issuedAt?: string;
  readonly expiresAt?: string;
  readonly expired?: true;
  readonly neverExpires?: true;
  readonly generation: SessionGeneration;
  /** A token that Open WebUI gives to its own automations; routes for people refuse it. */
  readonly internal?: true;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Open WebUI names the account in `id` and, unlike nearly everybody else, writes no issuer, subject or audience. */
export function isOpenWebUiSession({ header, claims }: TokenParts): boolean {
  if (header.alg !== 'HS256' || typeof claims.id !== 'string' || !UUID.test(claims.id)) return false;
  return claims.iss === undefined && claims.aud === undefined && claims.sub === undefined;
}

/** 0.12 added `typ`, `session_stamp` and `auth_method`; 0.9 added `iat`; before that there are `id`, `exp` and `jti`. */
export function sessionGeneration(claims: TokenParts['claims']): SessionGeneration {
  if ('session_stamp' in claims || 'auth_method' in claims || 'typ' in claims) return '0.12-or-later';
  return 'iat' in claims ? '0.9-to-0.11' : 'up-to-0.8';
}

/** Dates and origin of a session token, and nothing that could identify the account. */
export function sessionFacts(claims: TokenParts['claims'], now: Date): SessionFacts {
  const issuedAt = dateOf(claims.iat);
  const expiresAt = dateOf(claims.exp);
  return {
    ...(issuedAt && { issuedAt: issuedAt.toISOString() }),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    ...(expiresAt && expiresAt <= now && { expired: true as const }),
    ...(claims.exp === undefined && { neverExpires: true as const }),
    generation: sessionGeneration(claims),
    ...(typeof claims.typ === 'string' && claims.typ !== 'session' && { internal: true as const }),
  };
}

function dateOf(seconds: unknown): Date | undefined {
  if (typeof seconds !== 'number') return undefined;
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
