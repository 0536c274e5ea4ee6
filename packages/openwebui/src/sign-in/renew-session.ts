/**
 * Where API keys stay off: a new session for the service account whenever the old one nears its end. Only where that
 * was chosen, with the password from the safe; an account with an authenticator of Guichet's own passes its second
 * step by itself.
 */
import type { Desk } from '../desk/desk.ts';
import { Secret } from '../desk/secret.ts';
import { answerSecondFactor } from './answer-second-factor.ts';
import { oneTimeCode } from './one-time-code.ts';
import { type SignInWith, signIn } from './sign-in.ts';
import { processSignInLimiter, type SignInLimiter } from './sign-in-limiter.ts';
import type { CodeOutcome, SignInOutcome } from './sign-in-types.ts';

export interface ServiceAccount extends SignInWith {
  /** The secret of its authenticator, where it has one that Guichet set up. */
  authenticatorKey?: Secret;
}

/** `second-factor`: the account has an authenticator that Guichet does not know; somebody has to sign in by hand. */
export async function renewSession(
  desk: Desk,
  { email, password, authenticatorKey }: ServiceAccount,
  limiter: SignInLimiter = processSignInLimiter,
  now: () => number = Date.now,
): Promise<SignInOutcome | CodeOutcome> {
  const outcome = await signIn(desk, { email, password }, limiter);
  if (outcome.kind !== 'second-factor' || outcome.step !== 'verify' || !authenticatorKey) return outcome;
  const code = new Secret(oneTimeCode(authenticatorKey.reveal(), now()));
  return answerSecondFactor(desk, outcome.challenge, { code }, limiter);
}
