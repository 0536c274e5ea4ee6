import { readToken } from './json-web-token.ts';

/** Characters of the signatures that the algorithms of tokens make. */
const SIGNATURE_LENGTHS: Readonly<Record<string, number>> = { HS256: 43, HS384: 64, HS512: 86, ES256: 86, RS256: 342 };

/** Where a token ends by what its algorithm signs with; beyond its last character when some of it is missing. */
export function endOfSignature(token: string): number | undefined {
  const algorithm = readToken(token)?.header.alg;
  const length = typeof algorithm === 'string' ? SIGNATURE_LENGTHS[algorithm] : undefined;
  const start = token.indexOf('.', token.indexOf('.') + 1) + 1;
  return length === undefined || start < 2 ? undefined : start + length;
}
