/** Why the whole agent has no session: what the server finds, what the doctor explains, and what both call its cause. */
import type { Cause } from '@guichet/contract/cause';
import type { Confidence } from './verdict.ts';

export const SIGN_IN_PROBLEMS = [
  /** There is no key or token at all. */
  'no-credential',
  /** The credential is a key, and no sign-in is kept. */
  'no-account',
  /** The sign-in was given for another address; its password is not sent here. */
  'other-address',
  /** The password was changed, or never right. */
  'wrong-password',
  'account-gone',
  /** Nobody signs in with a password here: single sign-on, or a proxy that names the person. */
  'no-password-sign-in',
  /** It has an authenticator that Guichet does not know, or has to set one up first. */
  'second-factor',
  'wrong-code',
  'account-pending',
  'too-many-sign-ins',
  'not-reached',
  /** An administrator's session would let the agent do everything. */
  'administrator',
  /** The key belongs to another account; what it asks would never reach this session. */
  'other-account',
  /** Open WebUI does not take the session that it has just given, or the token in use. */
  'session-refused',
] as const;

export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

/** Those that waiting mends; they have no cause. */
export type PassingSignInProblem = 'too-many-sign-ins' | 'not-reached';

/** Open WebUI says the same of a wrong password and of an account that is gone. */
export const SIGN_IN_CAUSES: Readonly<
  Record<Exclude<SignInProblem, PassingSignInProblem>, { cause: Cause; confidence: Exclude<Confidence, 'unknown'> }>
> = {
  'no-credential': { cause: 'key-missing', confidence: 'certain' },
  'no-account': { cause: 'key-missing', confidence: 'certain' },
  'other-address': { cause: 'key-missing', confidence: 'certain' },
  'wrong-password': { cause: 'session-token-revoked', confidence: 'probable' },
  'account-gone': { cause: 'account-gone', confidence: 'probable' },
  'no-password-sign-in': { cause: 'session-token-rejected', confidence: 'certain' },
  'second-factor': { cause: 'second-factor-required', confidence: 'certain' },
  'wrong-code': { cause: 'second-factor-required', confidence: 'probable' },
  'account-pending': { cause: 'account-pending', confidence: 'certain' },
  administrator: { cause: 'key-owner-is-admin', confidence: 'certain' },
  'other-account': { cause: 'session-token-rejected', confidence: 'certain' },
  'session-refused': { cause: 'session-token-rejected', confidence: 'certain' },
};
