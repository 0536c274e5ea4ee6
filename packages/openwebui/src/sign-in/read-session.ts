import { isRecord } from '../client/error-body.ts';
import { Secret } from '../desk/secret.ts';
import type { Session } from './sign-in-types.ts';

export type ReadSession = Session | { pending: true };

/** The session in an answer to a sign-in; undefined when there is none in it. */
export function readSession(json: unknown): ReadSession | undefined {
  if (!isRecord(json) || typeof json.token !== 'string' || typeof json.id !== 'string') return undefined;
  const { role, name, email, expires_at: expiresAt } = json;
  if (role === 'pending') return { pending: true };
  return {
    token: new Secret(json.token),
    accountId: json.id,
    role: role === 'admin' || role === 'user' ? role : 'unknown',
    ...(typeof name === 'string' && { name }),
    ...(typeof email === 'string' && { email }),
    ...(typeof expiresAt === 'number' && { expiresAt }),
  };
}
