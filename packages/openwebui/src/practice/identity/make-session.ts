import { randomUUID } from 'node:crypto';
import type { World } from '../world.ts';
import type { Account } from './accounts.ts';
import { type SessionClaims, signSessionToken } from './session-token.ts';

const UNIT_SECONDS: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

export interface MadeSession {
  token: string;
  /** Seconds; null for a token without an end. */
  expiresAt: number | null;
}

/** A session token with the claims this version writes. */
export function makeSession(
  account: Account,
  world: World,
  options: { secondFactorPassed?: boolean } = {},
): MadeSession {
  const now = Math.floor(world.now() / 1000);
  const lifetime = lifetimeSeconds(world.settings.text('JWT_EXPIRES_IN'));
  const expiresAt = lifetime === undefined ? null : now + lifetime;
  const claims: SessionClaims = { id: account.id };
  if (world.has('sessionStamp')) {
    claims.typ = 'session';
    claims.auth_method = 'password';
    claims.auth_time = now;
    if (account.sessionStamp !== null) claims.session_stamp = account.sessionStamp;
    claims.mfa_verified = options.secondFactorPassed ?? false;
  }
  if (expiresAt !== null) claims.exp = expiresAt;
  if (world.has('sessionTokenId')) claims.jti = randomUUID();
  if (world.has('sessionTokenIssuedAt')) claims.iat = now;
  return { token: signSessionToken(claims, world.secret), expiresAt };
}

/** "4w", "30m" …; undefined for "-1" and "0", which mean no end. */
export function lifetimeSeconds(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d|w)$/.exec(text);
  if (!match) return undefined;
  return Math.floor(Number(match[1]) * (UNIT_SECONDS[match[2] ?? ''] ?? 1));
}

/** What an administrator may write into "JWT Expiration"; anything else is silently ignored. */
export function isLifetime(text: string): boolean {
  return text === '-1' || text === '0' || lifetimeSeconds(text) !== undefined;
}
