import { randomBytes } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import type { Account } from './accounts.ts';
import { counterOfCode } from './one-time-code.ts';

/** A sign-in that waits for its second step. */
export interface Challenge {
  account: Account;
  step: 'enroll' | 'verify' | 'recover';
  expiresAtMs: number;
  codesTried: number;
  /** While enrolling: the secret that was shown. */
  proposedSecret?: Buffer;
  /** Enrolling again from within a session: there is no new one at the end. */
  replacing: boolean;
}

export interface NextStep {
  next_step: Challenge['step'];
  challenge_token: string;
  expires_in: number;
}

export const secondFactorText = {
  expired: 'This authentication step expired. Please start again.',
  usedCode: 'Invalid or already used code.',
  wrongCode: 'Invalid code. Check your authenticator and try again.',
  wrongReset: 'Invalid or expired operator recovery token.',
  off: 'MFA is disabled. Please sign in again.',
  tooManyCodes: 'Too many codes. Please sign in again.',
  tooManyAttempts: 'Too many attempts. Please try again later.',
  origin: 'Invalid request origin.',
  signInAgain: 'reauthentication_required',
} as const;

const CHALLENGE_SECONDS = 300;
const CODES_PER_CHALLENGE = 5;
const RECOVERY_CODE_COUNT = 10;

/** Keeps the open second steps (0.12 and later). */
export class SecondFactorDesk {
  readonly #challenges = new Map<string, Challenge>();
  readonly #resetTokens = new Map<string, string>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** What sign-in answers instead of a token. */
  open(account: Account, step?: Challenge['step'], replacing = false): NextStep {
    const token = `${account.id}.${randomBytes(24).toString('base64url')}`;
    const nextStep =
      step ?? (this.#resetTokens.has(account.id) ? 'recover' : account.secondFactor ? 'verify' : 'enroll');
    this.#challenges.set(token, {
      account,
      step: nextStep,
      expiresAtMs: this.#now() + CHALLENGE_SECONDS * 1000,
      codesTried: 0,
      replacing,
    });
    return { next_step: nextStep, challenge_token: token, expires_in: CHALLENGE_SECONDS };
  }

  challenge(token: string, step: Challenge['step']): Challenge {
    const challenge = this.#challenges.get(token);
    if (challenge?.step !== step || challenge.expiresAtMs <= this.#now()) {
      throw new Refusal(401, secondFactorText.expired);
    }
    return challenge;
  }

  close(token: string): void {
    this.#challenges.delete(token);
  }

  /** Counts a code given for a challenge; the sixth is refused. */
  countCode(challenge: Challenge): void {
    challenge.codesTried += 1;
    if (challenge.codesTried <= CODES_PER_CHALLENGE) return;
    const seconds = Math.max(1, Math.ceil((challenge.expiresAtMs - this.#now()) / 1000));
    throw new Refusal(429, secondFactorText.tooManyCodes, { 'retry-after': String(seconds) });
  }

  enroll(account: Account, secret: Buffer, code: string): string[] {
    const counter = counterOfCode(secret, code, this.#now());
    if (counter === undefined) throw new Refusal(401, secondFactorText.wrongCode);
    const recoveryCodes = makeRecoveryCodes();
    account.secondFactor = { secret, lastCounter: counter, recoveryCodes };
    return [...recoveryCodes];
  }

  /** Takes a code once; a recovery code is used up. */
  check(account: Account, code: string, recovery: boolean): void {
    const factor = account.secondFactor;
    if (!factor) throw new Refusal(401, secondFactorText.expired);
    if (recovery) {
      if (!factor.recoveryCodes.includes(code)) throw new Refusal(401, secondFactorText.usedCode);
      factor.recoveryCodes = factor.recoveryCodes.filter((left) => left !== code);
      return;
    }
    const counter = counterOfCode(factor.secret, code, this.#now());
    if (counter === undefined || counter <= factor.lastCounter) throw new Refusal(401, secondFactorText.usedCode);
    factor.lastCounter = counter;
  }

  renewRecoveryCodes(account: Account): string[] {
    const recoveryCodes = makeRecoveryCodes();
    if (account.secondFactor) account.secondFactor.recoveryCodes = recoveryCodes;
    return [...recoveryCodes];
  }

  /** What `open-webui mfa reset` does: the account must enroll again, with this token. */
  reset(account: Account): string {
    const token = randomBytes(24).toString('base64url');
    this.#resetTokens.set(account.id, token);
    delete account.secondFactor;
    return token;
  }

  takeReset(account: Account, token: string): void {
    if (this.#resetTokens.get(account.id) !== token) throw new Refusal(401, secondFactorText.wrongReset);
    this.#resetTokens.delete(account.id);
  }
}

function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODE_COUNT }, () =>
    randomBytes(5)
      .toString('hex')
      .replace(/(.{5})/, '$1-'),
  );
}
