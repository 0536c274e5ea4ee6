import { characters, uuid } from './characters.ts';
import { integer, pick, type Random } from './seeded-random.ts';

/** A JSON Web Token with these claims and a signature of random characters. Nothing could have signed it. */
export function sampleToken(random: Random, claims: object, header: object = { alg: 'HS256', typ: 'JWT' }): string {
  return `${base64url(header)}.${base64url(claims)}.${characters(random, 'base64url', 43)}`;
}

/** Claims of an Open WebUI session token as the three generations write them (recorded on 0.6.43 to 0.12.4). */
export function sampleSessionClaims(
  random: Random,
  generation: 'up-to-0.8' | '0.9-to-0.11' | '0.12-or-later',
  { expiresAt, issuedAt }: { expiresAt: number; issuedAt: number },
): object {
  const id = uuid(random);
  const jti = uuid(random);
  if (generation === 'up-to-0.8') return { id, exp: expiresAt, jti };
  if (generation === '0.9-to-0.11') return { id, exp: expiresAt, jti, iat: issuedAt };
  return {
    id,
    typ: 'session',
    auth_method: pick(random, ['password', 'ldap', 'oauth', 'trusted_header', 'system']),
    auth_time: issuedAt,
    session_stamp: uuid(random),
    mfa_verified: random() < 0.5,
    exp: expiresAt,
    jti,
    iat: issuedAt,
  };
}

/** A session token of any generation, alive at the given second. */
export function sampleSessionToken(random: Random, nowSeconds = 1_800_000_000): string {
  const generation = pick(random, ['up-to-0.8', '0.9-to-0.11', '0.12-or-later'] as const);
  const times = { issuedAt: nowSeconds - integer(random, 0, 86_400), expiresAt: nowSeconds + 28 * 86_400 };
  return sampleToken(random, sampleSessionClaims(random, generation, times));
}

function base64url(value: object): string {
  return btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
