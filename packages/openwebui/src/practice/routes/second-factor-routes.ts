import { randomBytes } from 'node:crypto';
import type { Call } from '../http/call.ts';
import { type JsonObject, objectBody, requiredText } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import type { Account } from '../identity/accounts.ts';
import { humanCaller } from '../identity/caller.ts';
import { makeSession } from '../identity/make-session.ts';
import { base32 } from '../identity/one-time-code.ts';
import { type Challenge, secondFactorText } from '../identity/second-factor-desk.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';
import { sessionReply } from './session-routes.ts';

const SECRET_BYTES = 20;
/** How fresh a session must be to change its own second factor. */
const FRESH_SESSION_SECONDS = 300;

/** The second step of signing in (0.12 and later). */
export const secondFactorRoutes: Route[] = [
  route('POST', 'enroll/start', startEnrolling),
  route('POST', 'enroll/confirm', confirmEnrolling),
  route('POST', 'verify', verify),
  route('POST', 'recover', recover),
  route('POST', 'challenge', () => {
    throw new Refusal(403, secondFactorText.origin);
  }),
  route('GET', 'status', tellStatus),
  route('POST', 'replace', replaceAuthenticator),
  route('POST', 'recovery/codes', renewRecoveryCodes),
];

function route(method: 'GET' | 'POST', name: string, handle: Route['handle']): Route {
  return { method, pattern: `/api/v1/auths/mfa/${name}`, handle, since: 'secondFactor' };
}

/** The fields named and no others: these routes refuse a body with anything besides. */
function exactBody(call: Call, fields: string[]): JsonObject {
  const body = objectBody(call.body);
  if (Object.keys(body).some((field) => !fields.includes(field)))
    throw new Refusal(422, refusalText.invalidAuthentication);
  return body;
}

function readChallenge(
  body: JsonObject,
  step: Challenge['step'],
  world: World,
): { token: string; challenge: Challenge } {
  if (!world.settings.flag('ENABLE_MFA')) throw new Refusal(403, secondFactorText.off);
  const token = requiredText(body, 'challenge_token');
  return { token, challenge: world.secondFactors.challenge(token, step) };
}

function startEnrolling(call: Call, world: World): Reply {
  const { challenge } = readChallenge(exactBody(call, ['challenge_token']), 'enroll', world);
  challenge.proposedSecret ??= randomBytes(SECRET_BYTES);
  const manualKey = base32(challenge.proposedSecret);
  // The real server draws a QR code; this one writes the key into the picture.
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="40"><text x="4" y="24">${manualKey}</text></svg>`;
  return json({
    manual_key: manualKey,
    qr_code: `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`,
  });
}

function confirmEnrolling(call: Call, world: World): Reply {
  const body = exactBody(call, ['challenge_token', 'code']);
  const { token, challenge } = readChallenge(body, 'enroll', world);
  if (!challenge.proposedSecret) throw new Refusal(401, secondFactorText.expired);
  world.secondFactors.countCode(challenge);
  const codes = world.secondFactors.enroll(challenge.account, challenge.proposedSecret, requiredText(body, 'code'));
  if (!challenge.replacing) return passed(token, challenge, world, { recovery_codes: codes });
  world.secondFactors.close(token);
  return json({ recovery_codes: codes });
}

function verify(call: Call, world: World): Reply {
  const body = exactBody(call, ['challenge_token', 'code', 'recovery']);
  const { token, challenge } = readChallenge(body, 'verify', world);
  world.secondFactors.countCode(challenge);
  world.secondFactors.check(challenge.account, requiredText(body, 'code'), body.recovery === true);
  return passed(token, challenge, world);
}

function passed(token: string, { account }: Challenge, world: World, more: object = {}): Reply {
  world.secondFactors.close(token);
  return sessionReply(account, makeSession(account, world, { secondFactorPassed: true }), world, more);
}

function recover(call: Call, world: World): Reply {
  const body = exactBody(call, ['challenge_token', 'reset_token']);
  const { token, challenge } = readChallenge(body, 'recover', world);
  world.secondFactors.takeReset(challenge.account, requiredText(body, 'reset_token'));
  world.secondFactors.close(token);
  return json(world.secondFactors.open(challenge.account, 'enroll'));
}

function tellStatus(call: Call, world: World): Reply {
  const { account } = humanCaller(call, world);
  return json({
    enabled: account.secondFactor !== undefined,
    required: world.settings.flag('ENABLE_MFA'),
    recovery_codes_remaining: account.secondFactor?.recoveryCodes.length ?? 0,
  });
}

function replaceAuthenticator(call: Call, world: World): Reply {
  return json(world.secondFactors.open(provenAgain(call, world), 'enroll', true));
}

function renewRecoveryCodes(call: Call, world: World): Reply {
  return json({ recovery_codes: world.secondFactors.renewRecoveryCodes(provenAgain(call, world)) });
}

/** A session just made, and one more code. */
function provenAgain(call: Call, world: World): Account {
  const { account, session } = humanCaller(call, world);
  const body = exactBody(call, ['code', 'recovery']);
  const ageSeconds = world.now() / 1000 - (session.auth_time ?? 0);
  if (ageSeconds > FRESH_SESSION_SECONDS) throw new Refusal(403, secondFactorText.signInAgain);
  world.secondFactors.check(account, requiredText(body, 'code'), body.recovery === true);
  return account;
}
