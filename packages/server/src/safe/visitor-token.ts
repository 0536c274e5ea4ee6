/** The token a visitor's browser holds: who this is and on which site, signed, for 30 days. It opens nothing else. */
import { errors, jwtVerify, SignJWT } from 'jose';
import { deriveKey, type MasterKeys } from './master-keys.ts';

export interface VisitorClaims {
  visitorId: string;
  site: string;
}

export type VerifiedToken = { ok: true; claims: VisitorClaims } | { ok: false; reason: 'invalid' | 'expired' };

export interface VisitorTokens {
  issue(claims: VisitorClaims): Promise<{ token: string; expiresAt: Date }>;
  verify(token: string): Promise<VerifiedToken>;
}

/** A visitor who comes back within a month finds the conversation; a stolen token is not good for ever. */
const VISITOR_TOKEN_LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;

/** A longer text is not one of our tokens, so its signature is not checked. */
const MAX_TOKEN_CHARS = 1_000;

/** Tokens whose signature was checked, so that it is not checked with each request. Beyond: the oldest goes. */
const MAX_KNOWN_TOKENS = 2_000;

const AUDIENCE = 'guichet-visitor';

export function createVisitorTokens(masterKeys: MasterKeys, now: () => number = Date.now): VisitorTokens {
  const keys = new Map(masterKeys.keys.map((master) => [master.id, deriveKey(master, 'visitor-token')]));
  const signing = masterKeys.keys[0].id;
  const signingKey = deriveKey(masterKeys.keys[0], 'visitor-token');

  async function issue(claims: VisitorClaims): Promise<{ token: string; expiresAt: Date }> {
    const expiresAt = new Date(Math.floor((now() + VISITOR_TOKEN_LIFETIME_MS) / 1000) * 1000);
    const token = await new SignJWT({ site: claims.site })
      .setProtectedHeader({ alg: 'HS256', kid: signing })
      .setSubject(claims.visitorId)
      .setAudience(AUDIENCE)
      .setIssuedAt(new Date(now()))
      .setExpirationTime(expiresAt)
      .sign(signingKey);
    return { token, expiresAt };
  }

  const known = new Map<string, { claims: VisitorClaims; expiresAtMs: number }>();

  async function verify(token: string): Promise<VerifiedToken> {
    if (token.length > MAX_TOKEN_CHARS) return { ok: false, reason: 'invalid' };
    const before = known.get(token);
    if (before && before.expiresAtMs > now()) return { ok: true, claims: before.claims };
    known.delete(token);
    try {
      const { payload } = await jwtVerify(
        token,
        ({ kid }) => {
          const key = keys.get(kid ?? '');
          if (!key) throw new errors.JWSInvalid('unknown key');
          return key;
        },
        { algorithms: ['HS256'], audience: AUDIENCE, currentDate: new Date(now()) },
      );
      if (typeof payload.sub !== 'string' || typeof payload.site !== 'string') return { ok: false, reason: 'invalid' };
      const claims = { visitorId: payload.sub, site: payload.site };
      known.set(token, { claims, expiresAtMs: (payload.exp ?? 0) * 1000 });
      const [first] = known.keys();
      if (known.size > MAX_KNOWN_TOKENS && first !== undefined) known.delete(first);
      return { ok: true, claims };
    } catch (error) {
      return { ok: false, reason: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
    }
  }

  return { issue, verify };
}
