import type { ReadCredential } from './keys-model.ts';

/** The server watches the key by itself; what it found shows up here this soon. */
const LOOK_AGAIN_MS = 15_000;

/** A key that the server has not asked about yet will not stay so for long. */
const LOOK_SOON_MS = 2_000;

/** Whether the credential should be read again: when the server has news, as far as one can tell. */
export function isLookDue({ view, readAt }: ReadCredential, now: number): boolean {
  const age = now - readAt;
  if (age >= LOOK_AGAIN_MS) return true;
  if (age < LOOK_SOON_MS) return false;
  return view.state.kind === 'unproven' || (view.state.kind === 'refused' && now >= Date.parse(view.state.nextProbeAt));
}
