import type { IncomingHttpHeaders } from 'node:http';
import type { HasChanged } from '../changes.ts';

/** Thrown where old versions crash: 500 "Internal Server Error" in plain text. */
export class Crash extends Error {}

/**
 * The credential a request brings, wherever Open WebUI looks for it: Authorization (Bearer, then any scheme of two
 * words), the cookie `token`, the header `x-api-key`.
 */
export function readCredential(headers: IncomingHttpHeaders, has: HasChanged): string | undefined {
  const authorization = headers.authorization ?? '';
  const bearer = readBearer(authorization);
  if (bearer) return bearer;
  const cookie = readTokenCookie(headers.cookie ?? '');
  if (cookie) return cookie;
  if (!has('anyAuthorizationScheme')) return undefined;
  const words = authorization.split(/\s+/).filter((word) => word !== '');
  if (words.length === 2) return words[1];
  const header = has('apiKeyHeader') ? headers['x-api-key'] : undefined;
  return typeof header === 'string' && header !== '' ? header : undefined;
}

/** Up to 0.7 a middleware unpacks the header into exactly two words and dies of anything else. */
export function crashOnOddAuthorization(headers: IncomingHttpHeaders, has: HasChanged): void {
  if (has('tolerantAuthorizationHeader') || !headers.authorization) return;
  if (headers.authorization.split(' ').length !== 2) throw new Crash('Authorization is not two words');
}

function readBearer(authorization: string): string | undefined {
  const space = authorization.indexOf(' ');
  if (space === -1 || authorization.slice(0, space).toLowerCase() !== 'bearer') return undefined;
  return authorization.slice(space + 1).trim() || undefined;
}

function readTokenCookie(cookies: string): string | undefined {
  return /(?:^|;\s*)token=([^;]+)/.exec(cookies)?.[1];
}
