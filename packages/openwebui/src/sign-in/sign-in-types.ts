import type { DeskFailure } from '../desk/desk-failure.ts';
import type { Secret } from '../desk/secret.ts';
import type { TryLimit } from './sign-in-limiter.ts';

/** Somebody is signed in. The token is used for what was asked and kept nowhere. */
export interface Session {
  token: Secret;
  accountId: string;
  role: 'admin' | 'user' | 'unknown';
  name?: string;
  email?: string;
  /** Seconds since 1970; missing when it never ends. */
  expiresAt?: number;
}

/** A sign-in that waits for its second step (0.12 and later). Password and e-mail are not needed any more. */
export interface Challenge {
  step: SecondStep;
  token: Secret;
  /** Milliseconds since 1970. Beyond: sign in again. */
  expiresAtMs: number;
}

export type SecondStep =
  /** Enter the code of one's authenticator, or a recovery code. */
  | 'verify'
  /** Set up an authenticator first, best in Open WebUI itself. */
  | 'enroll'
  /** The authenticator was reset: a code from whoever runs the server is needed, then a new authenticator. */
  | 'recover';

export type SignInOutcome =
  | { kind: 'session'; session: Session }
  /** Not refused: the password was right and one step is missing. */
  | { kind: 'second-factor'; cause: 'second-factor-required'; step: SecondStep; challenge: Challenge }
  /** An administrator has to approve the account first. */
  | { kind: 'pending'; cause: 'account-pending' }
  | { kind: 'refused'; why: SignInRefusal; failure: DeskFailure }
  | Limited
  /** Neither yes nor no: not reached, or not an Open WebUI. */
  | { kind: 'failed'; failure: DeskFailure };

export interface Limited {
  kind: 'limited';
  /** Who said so: Guichet before asking, or Open WebUI. */
  by: 'guichet' | 'open-webui';
  /** Seconds. */
  retryAfter: number;
  limit: TryLimit;
}

export type SignInRefusal =
  | 'wrong-password'
  /** Signing in with a password is switched off (ENABLE_PASSWORD_AUTH): a session token from the browser is needed. */
  | 'password-sign-in-off'
  /** Only through the proxy in front of it, which names the person in a header. */
  | 'trusted-header'
  | 'other';

export type CodeRefusal =
  /** Wrong, or used already: the next one of the authenticator may be right. */
  | 'wrong-code'
  /** This sign-in took longer than five minutes, or another one was started: sign in again. */
  | 'step-expired'
  /** The second factor was switched off meanwhile: sign in again. */
  | 'second-factor-off'
  | 'other';

export type CodeOutcome =
  | { kind: 'session'; session: Session; recoveryCodes?: Secret[] }
  | { kind: 'pending'; cause: 'account-pending' }
  | { kind: 'refused'; why: CodeRefusal; failure: DeskFailure }
  | Limited
  | { kind: 'failed'; failure: DeskFailure };
