/** The second step of a sign-in (0.12 and later): a code, or the first set-up of an authenticator. */
import { isRecord } from '../client/error-body.ts';
import type { Desk, DeskReply } from '../desk/desk.ts';
import type { DeskFailure } from '../desk/desk-failure.ts';
import { Secret } from '../desk/secret.ts';
import { readSession } from './read-session.ts';
import { CODE_TRIES, CODE_TRIES_PER_SIGN_IN, processSignInLimiter, type SignInLimiter } from './sign-in-limiter.ts';
import type { Challenge, CodeOutcome, CodeRefusal, Limited } from './sign-in-types.ts';

/** `code`: six digits of an authenticator. `recoveryCode`: one of the ten kept for its loss; it is used up. */
export type SecondFactor = { code: Secret } | { recoveryCode: Secret };

export function answerSecondFactor(
  desk: Desk,
  challenge: Challenge,
  factor: SecondFactor,
  limiter: SignInLimiter = processSignInLimiter,
): Promise<CodeOutcome> {
  const code = 'code' in factor ? factor.code : factor.recoveryCode;
  // An authenticator shows "123 456"; a recovery code keeps its hyphen.
  const typed = new Secret(code.reveal().replace(/\s/g, ''));
  const recovery = 'recoveryCode' in factor;
  return sendCode(desk, '/api/v1/auths/mfa/verify', challenge, typed, { recovery }, limiter);
}

export type Enrolment = { manualKey: Secret } | Exclude<CodeOutcome, { kind: 'session' }>;

/** Asks for a new authenticator's secret. Nothing is changed before `confirmEnrolment`. */
export async function startEnrolment(desk: Desk, challenge: Challenge): Promise<Enrolment> {
  const reply = await desk.ask({
    method: 'POST',
    path: '/api/v1/auths/mfa/enroll/start',
    body: { challenge_token: challenge.token.reveal() },
    secrets: [challenge.token],
  });
  const { status, json } = reply;
  if (status === 200 && isRecord(json) && typeof json.manual_key === 'string') {
    return { manualKey: new Secret(json.manual_key) };
  }
  return readRefusal(reply);
}

/** @returns the session, with ten recovery codes */
export function confirmEnrolment(
  desk: Desk,
  challenge: Challenge,
  code: Secret,
  limiter: SignInLimiter = processSignInLimiter,
): Promise<CodeOutcome> {
  return sendCode(desk, '/api/v1/auths/mfa/enroll/confirm', challenge, code, {}, limiter);
}

async function sendCode(
  desk: Desk,
  path: string,
  challenge: Challenge,
  code: Secret,
  more: object,
  limiter: SignInLimiter,
): Promise<CodeOutcome> {
  const admission = limiter.admitCode(desk.baseUrl, challenge.token.reveal());
  if (!admission.admitted) {
    return { kind: 'limited', by: 'guichet', retryAfter: admission.retryAfter, limit: admission.limit };
  }
  const body = { challenge_token: challenge.token.reveal(), code: code.reveal(), ...more };
  const reply = await desk.ask({ method: 'POST', path, body, secrets: [challenge.token, code] });
  if (reply.status !== 200) return readRefusal(reply);
  const session = readSession(reply.json);
  if (!session) return { kind: 'failed', failure: reply.failure() };
  if ('pending' in session) return { kind: 'pending', cause: 'account-pending' };
  const recoveryCodes = readRecoveryCodes(reply.json);
  return { kind: 'session', session, ...(recoveryCodes && { recoveryCodes }) };
}

function readRecoveryCodes(json: unknown): Secret[] | undefined {
  if (!isRecord(json) || !Array.isArray(json.recovery_codes)) return undefined;
  return json.recovery_codes.flatMap((code) => (typeof code === 'string' ? [new Secret(code)] : []));
}

function readRefusal(reply: DeskReply): Exclude<CodeOutcome, { kind: 'session' }> {
  const { status, detail = '' } = reply;
  const failure = reply.failure();
  if (status === 429) return limitedByOpenWebUi(detail, failure);
  if (status === 403 && /awaiting approval/.test(detail)) return { kind: 'pending', cause: 'account-pending' };
  const why = REFUSALS.find(([pattern]) => pattern.test(detail))?.[1];
  if (why) return { kind: 'refused', why, failure };
  const spoken = detail !== '' && status >= 400 && status < 500;
  return spoken ? { kind: 'refused', why: 'other', failure } : { kind: 'failed', failure };
}

const REFUSALS: [detail: RegExp, why: CodeRefusal][] = [
  [/Invalid or already used code|Invalid code/, 'wrong-code'],
  [/step expired|Authentication changed|Session expired/, 'step-expired'],
  [/MFA is disabled/, 'second-factor-off'],
];

function limitedByOpenWebUi(detail: string, { retryAfter }: DeskFailure): Limited {
  const limit = /Too many codes/.test(detail) ? CODE_TRIES_PER_SIGN_IN : CODE_TRIES;
  return { kind: 'limited', by: 'open-webui', retryAfter: retryAfter ?? limit.windowSeconds, limit };
}
