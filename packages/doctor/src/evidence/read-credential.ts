import { cleanCredential, cleanDoubtfulCredential, recognise } from '@guichet/keys';
import type { DoctorInput } from '../doctor-input.ts';
import type { CredentialEvidence } from './evidence-map.ts';
import type { Gatherer } from './gather-context.ts';

export const gatherCredential: Gatherer<'credential'> = async ({ input, tools }) => {
  const text = input.credential ?? '';
  if (text.trim() === '' && input.settingsUnread) return undefined;
  const nowMs = tools.now();
  const now = new Date(nowMs);
  const recognition = recognise(text, input.salt === undefined ? { now } : { now, salt: input.salt });
  const value = sendableCredential(input);
  const session = recognition.kind === 'open-webui-session-token' && value ? readClaims(value) : undefined;
  return { recognition, nowMs, sendable: value !== undefined, ...(session && { session }) };
};

/**
 * The value for the wire. Undefined for whatever Open WebUI never makes: a provider's key is shown to nobody, not even
 * as a try.
 */
export function sendableCredential({ credential = '' }: DoctorInput): string | undefined {
  const sure = cleanCredential(credential);
  if (sure !== undefined) return sure;
  return recognise(credential).kind === 'unknown' ? cleanDoubtfulCredential(credential) : undefined;
}

function readClaims(token: string): CredentialEvidence['session'] {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const has = (name: string) => typeof claims === 'object' && claims !== null && Object.hasOwn(claims, name);
    const secondFactor = has('mfa_verified') && (claims as { mfa_verified: unknown }).mfa_verified === true;
    return { stamped: has('session_stamp'), secondFactor };
  } catch {
    return undefined;
  }
}
