/**
 * Signing in with address and password, once. The password goes into one request and nowhere else. Up to 0.11 the
 * answer is a session; from 0.12 on it may be a second step, with HTTP 200 and no token.
 */
import { isRecord } from '../client/error-body.ts';
import type { Desk, DeskReply } from '../desk/desk.ts';
import { Secret } from '../desk/secret.ts';
import { readSession } from './read-session.ts';
import {
  PASSWORD_TRIES,
  PASSWORD_TRIES_WITH_SECOND_FACTOR,
  processSignInLimiter,
  type SignInLimiter,
} from './sign-in-limiter.ts';
import type { Challenge, Limited, SecondStep, SignInOutcome, SignInRefusal } from './sign-in-types.ts';

export interface SignInWith {
  email: string;
  password: Secret;
}

export async function signIn(
  desk: Desk,
  { email, password }: SignInWith,
  limiter: SignInLimiter = processSignInLimiter,
): Promise<SignInOutcome> {
  const admission = limiter.admitPassword(desk.baseUrl, email);
  if (!admission.admitted) return { kind: 'limited', by: 'guichet', ...waitOf(admission) };
  const reply = await desk.ask({
    method: 'POST',
    path: '/api/v1/auths/signin',
    body: { email: email.trim(), password: password.reveal() },
    secrets: [password],
  });
  const outcome = readSignIn(reply);
  if (outcome.kind === 'session') limiter.noteSecondFactor(desk.baseUrl, 'off');
  if (outcome.kind === 'second-factor') limiter.noteSecondFactor(desk.baseUrl, 'on');
  return outcome;
}

/** Pure: what an answer to a sign-in says. */
export function readSignIn(reply: DeskReply, nowMs = Date.now()): SignInOutcome {
  if (reply.status !== 200) return readRefusal(reply);
  const challenge = readChallenge(reply.json, nowMs);
  if (challenge === 'pending') return { kind: 'pending', cause: 'account-pending' };
  if (challenge) return { kind: 'second-factor', cause: 'second-factor-required', step: challenge.step, challenge };
  const session = readSession(reply.json);
  if (!session) return { kind: 'failed', failure: reply.failure() };
  if ('pending' in session) return { kind: 'pending', cause: 'account-pending' };
  return { kind: 'session', session };
}

/** The second step in an answer; undefined when it is none. */
export function readChallenge(json: unknown, nowMs = Date.now()): Challenge | 'pending' | undefined {
  if (!isRecord(json) || typeof json.next_step !== 'string') return undefined;
  if (json.next_step === 'pending') return 'pending';
  if (!isSecondStep(json.next_step) || typeof json.challenge_token !== 'string') return undefined;
  const seconds = typeof json.expires_in === 'number' ? json.expires_in : 300;
  return { step: json.next_step, token: new Secret(json.challenge_token), expiresAtMs: nowMs + seconds * 1000 };
}

function isSecondStep(step: string): step is SecondStep {
  return step === 'verify' || step === 'enroll' || step === 'recover';
}

function readRefusal(reply: DeskReply): SignInOutcome {
  if (reply.status === 429) return limitedByOpenWebUi(reply);
  const why = REFUSALS.find(([status, pattern]) => status === reply.status && pattern.test(reply.detail ?? ''))?.[2];
  if (why) return { kind: 'refused', why, failure: reply.failure() };
  // A page, a proxy's answer or nothing at all says nothing about the password.
  const spoken = reply.detail !== undefined && (reply.status === 400 || reply.status === 401 || reply.status === 403);
  return spoken
    ? { kind: 'refused', why: 'other', failure: reply.failure() }
    : { kind: 'failed', failure: reply.failure() };
}

const REFUSALS: [status: number, detail: RegExp, why: SignInRefusal][] = [
  [400, /email or password provided is incorrect/, 'wrong-password'],
  [400, /trusted header/, 'trusted-header'],
  [403, /restricted as a security measure/, 'password-sign-in-off'],
];

/** Only the limit that comes with a second factor says how long; the other is three minutes at most. */
export function limitedByOpenWebUi(reply: DeskReply): Limited {
  const { retryAfter } = reply.failure();
  const limit = retryAfter === undefined ? PASSWORD_TRIES : PASSWORD_TRIES_WITH_SECOND_FACTOR;
  return { kind: 'limited', by: 'open-webui', retryAfter: retryAfter ?? PASSWORD_TRIES.windowSeconds, limit };
}

function waitOf({ retryAfter, limit }: { retryAfter: number; limit: Limited['limit'] }) {
  return { retryAfter, limit };
}
