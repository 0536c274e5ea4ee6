/** What a credential looks like from outside; enough to word a refusal, which Open WebUI itself words vaguely. */
export type CredentialKind =
  /** `sk-` and 32 hex digits: Open WebUI's own. */
  | 'api-key'
  /** `sk-` and anything else: of a provider such as OpenAI or Anthropic. */
  | 'provider-key'
  /** A token signed by some Open WebUI (HS256, with a user's id). `stamped`: made by 0.12 or later. */
  | { sessionToken: { expired: boolean; stamped: boolean } }
  /** A signed token that no Open WebUI makes. */
  | 'foreign-token'
  | 'other';

/** @param nowSeconds the clock that an expiry is held against */
export function credentialKind(credential: string, nowSeconds = Date.now() / 1000): CredentialKind {
  if (credential.startsWith('sk-')) return /^sk-[0-9a-f]{32}$/.test(credential) ? 'api-key' : 'provider-key';
  const parts = credential.split('.');
  const header = decodePart(parts[0]);
  const claims = decodePart(parts[1]);
  if (parts.length !== 3 || !header || !claims) return 'other';
  if (header.alg !== 'HS256' || typeof claims.id !== 'string') return 'foreign-token';
  const expired = typeof claims.exp === 'number' && claims.exp <= nowSeconds;
  return { sessionToken: { expired, stamped: typeof claims.session_stamp === 'string' } };
}

function decodePart(part: string | undefined): Record<string, unknown> | undefined {
  if (!part) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
