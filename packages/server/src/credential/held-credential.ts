/** A credential as the server holds it: the value for the wire, everything else for people. */

import type { Recognition } from '@guichet/keys';
import type { UpstreamTarget } from '@guichet/openwebui/client';

/** Where a credential came from. `practice`: made by the practice server for itself. */
export type CredentialOrigin = 'console' | 'environment' | 'file' | 'env-file' | 'practice';

export interface HeldCredential {
  target: UpstreamTarget;
  origin: CredentialOrigin;
  /** What it is, safe to show. */
  recognition: Recognition;
}

/** What may be told of a credential: never the value. */
export interface CredentialDescription {
  origin: CredentialOrigin;
  baseUrl: string;
  kind: string;
  length: number;
  lastTwo: string;
  fingerprint: string;
  /** ISO 8601; of a session token that dies. */
  expiresAt?: string;
}

export function describeCredential({ target, origin, recognition }: HeldCredential): CredentialDescription {
  const { kind, length, lastTwo, fingerprint, session } = recognition;
  return {
    origin,
    baseUrl: target.baseUrl,
    kind,
    length,
    lastTwo,
    fingerprint,
    ...(session?.expiresAt !== undefined && { expiresAt: new Date(session.expiresAt).toISOString() }),
  };
}
