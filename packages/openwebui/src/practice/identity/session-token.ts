import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a session token says. Which of these it carries depends on the version that made it. */
export interface SessionClaims {
  id?: string;
  jti?: string;
  /** Seconds. */
  iat?: number;
  /** Seconds; without it the token never expires. */
  exp?: number;
  typ?: string;
  auth_method?: string;
  auth_time?: number;
  session_stamp?: string;
  mfa_verified?: boolean;
}

/** A JWT with HS256, as PyJWT makes it. */
export function signSessionToken(claims: SessionClaims, secret: string): string {
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${signature(signed, secret)}`;
}

/** The claims, or undefined when the token is malformed, signed with another secret or expired. */
export function readSessionToken(token: string, secret: string, nowSeconds: number): SessionClaims | undefined {
  const [head, body, given, ...rest] = token.split('.');
  if (!head || !body || !given || rest.length > 0) return undefined;
  if (!sameBytes(given, signature(`${head}.${body}`, secret))) return undefined;
  const claims = decode(body);
  if (!claims || (decode(head) as { alg?: string } | undefined)?.alg !== 'HS256') return undefined;
  if (typeof claims.exp === 'number' && claims.exp <= nowSeconds) return undefined;
  return claims;
}

function signature(signed: string, secret: string): string {
  return createHmac('sha256', secret).update(signed).digest('base64url');
}

function sameBytes(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): SessionClaims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
