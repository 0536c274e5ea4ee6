import { createHmac } from 'node:crypto';
import { createDoctorTools } from '../evidence/doctor-tools.ts';
import type { CorpusCase, CorpusSetting } from './corpus-case.ts';
import { NEWEST } from './corpus-case.ts';
import { sceneWith } from './independent-scene.ts';

const DAY_SECONDS = 86_400;
const DAY_MS = DAY_SECONDS * 1000;
const FORTY_DAYS_MS = 40 * DAY_MS;
const seconds = () => Math.floor(Date.now() / 1000);

/** What Open WebUI up to 0.11.4 writes into a token. */
function oldClaims({ account }: CorpusSetting) {
  return {
    id: account.id,
    jti: 'a0c8e9f2-3c3e-4b39-9b39-0a4d1c5e7f10',
    iat: seconds() - DAY_SECONDS,
    exp: seconds() + 20 * DAY_SECONDS,
  };
}

function foreignToken(head: object, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part(head)}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', 'somebody else').update(signed).digest('base64url')}`;
}

export const independentSessionCases: readonly CorpusCase[] = [
  // Corrected (was session-token-expiring): there is a word of its own for a token where a key belongs.
  {
    // Four weeks is what Open WebUI gives: the site will go silent on a day that is already known.
    name: 'independent: a session token of four weeks, made today',
    versions: ['0.8.12', '0.12.4'],
    expected: { cause: 'session-token-used', confidence: 'certain' },
    make: (setting) => sceneWith(setting, { credential: setting.token }),
  },
  // Corrected (was none): nothing fails, and still it is a token where a key belongs.
  {
    name: 'independent: a session token without an end',
    versions: NEWEST,
    expected: { cause: 'session-token-used', confidence: 'certain' },
    make(setting) {
      setting.practice.state.set('JWT_EXPIRES_IN', '-1');
      return sceneWith(setting, { credential: setting.practice.state.makeSessionToken(setting.account) });
    },
  },
  {
    name: 'independent: a session token that ended yesterday',
    versions: ['0.6.43', '0.9.6', '0.12.4'],
    expected: { cause: 'session-token-expired', confidence: 'certain' },
    make(setting) {
      const claims = { ...oldClaims(setting), iat: seconds() - 29 * DAY_SECONDS, exp: seconds() - DAY_SECONDS };
      return sceneWith(setting, { credential: setting.practice.state.forgeSessionToken(claims) });
    },
  },
  {
    name: 'independent: a session token that ends in two hours',
    versions: NEWEST,
    expected: { cause: 'session-token-expiring', confidence: 'certain' },
    make(setting) {
      setting.practice.state.set('JWT_EXPIRES_IN', '2h');
      return sceneWith(setting, { credential: setting.practice.state.makeSessionToken(setting.account) });
    },
  },
  // Corrected (was certain): a copy that lost a character is refused in the same words.
  {
    // Docker without WEBUI_SECRET_KEY: each new container signs anew. A token of another server looks the same.
    name: 'independent: the container was made anew, and with it the secret',
    versions: ['0.6.43', '0.9.6', '0.12.4'],
    expected: { cause: 'session-token-rejected', confidence: 'probable' },
    make(setting) {
      setting.practice.state.changeSecret();
      return sceneWith(setting, { credential: setting.token });
    },
  },
  {
    name: 'independent: the password of the account was changed',
    versions: NEWEST,
    expected: { cause: 'session-token-revoked', confidence: 'certain' },
    make(setting) {
      setting.practice.state.revokeSessions(setting.account);
      return sceneWith(setting, { credential: setting.token });
    },
  },
  // Corrected (was session-token-revoked): a token without a stamp does not tell which of the two it is.
  {
    // Without a stamp it may as well have been made by a script, which 0.12 never accepted.
    name: 'independent: a token from before 0.12, and the password changed after the upgrade',
    versions: NEWEST,
    expected: { cause: 'session-token-rejected', confidence: 'probable' },
    make: (setting) => sceneWith(setting, { credential: setting.practice.state.forgeSessionToken(oldClaims(setting)) }),
  },
  // Corrected (was session-token-expiring), as above: twenty days are left.
  {
    name: 'independent: a token from before 0.12 that the upgrade left alive',
    versions: NEWEST,
    expected: { cause: 'session-token-used', confidence: 'certain' },
    make(setting) {
      setting.account.sessionStamp = null;
      return sceneWith(setting, { credential: setting.practice.state.forgeSessionToken(oldClaims(setting)) });
    },
  },
  // Corrected (was session-token-expiring), as above.
  {
    name: 'independent: up to 0.11.4 a new password leaves the token alive',
    versions: ['0.11.4'],
    expected: { cause: 'session-token-used', confidence: 'certain' },
    make(setting) {
      setting.practice.state.revokeSessions(setting.account);
      return sceneWith(setting, { credential: setting.token });
    },
  },
  {
    name: 'independent: the account of the session token was deleted',
    versions: ['0.9.6'],
    expected: { cause: 'account-gone', confidence: 'certain' },
    make(setting) {
      setting.practice.state.deleteAccount(setting.account);
      return sceneWith(setting, { credential: setting.token });
    },
  },
  {
    // 0.12.0 said the same of accounts made by SCIM, which were there.
    // Corrected for 0.12.4 (was certain): it is still said of an account whose sign-in was made inactive.
    name: 'independent: the account of the session token was deleted, from 0.12 on',
    versions: ['0.12.0', '0.12.4'],
    expected: { cause: 'account-gone', confidence: 'probable' },
    make(setting) {
      setting.practice.state.deleteAccount(setting.account);
      return sceneWith(setting, { credential: setting.token });
    },
  },
  {
    name: 'independent: a session token of an account that waits for approval',
    versions: ['0.9.6', '0.12.4'],
    expected: { cause: 'account-pending', confidence: 'certain' },
    make(setting) {
      setting.account.role = 'pending';
      return sceneWith(setting, { credential: setting.token });
    },
  },
  {
    name: 'independent: the public token of a hosted database',
    versions: NEWEST,
    expected: { cause: 'key-is-foreign-token', confidence: 'certain' },
    make: (setting) =>
      sceneWith(setting, {
        credential: foreignToken(
          { alg: 'HS256', typ: 'JWT' },
          { iss: 'supabase', ref: 'abcdefghijklmnopqrst', role: 'anon', iat: 1_700_000_000, exp: 2_015_576_000 },
        ),
      }),
  },
  {
    name: 'independent: the access token of the organisation’s single sign-on',
    versions: NEWEST,
    expected: { cause: 'key-is-foreign-token', confidence: 'certain' },
    make: (setting) =>
      sceneWith(setting, {
        credential: foreignToken(
          { alg: 'RS256', typ: 'JWT', kid: 'k1' },
          {
            iss: 'https://sso.example.org/realms/mairie',
            aud: 'account',
            azp: 'open-webui',
            sub: 'b1',
            exp: seconds() + 300,
          },
        ),
      }),
  },
  // Corrected (was certain): the time in a reply may be that of a proxy or of a cache.
  {
    // By our calendar the token is over; Open WebUI accepts it. Whoever says "expired" is wrong.
    name: 'independent: our own clock is forty days ahead of a good session token',
    versions: NEWEST,
    expected: { cause: 'clock-skew', confidence: 'probable' },
    make: (setting) => ({
      ...sceneWith(setting, { credential: setting.token }),
      tools: { ...createDoctorTools(), now: () => Date.now() + FORTY_DAYS_MS },
    }),
  },
  // Corrected (was certain), as above.
  {
    name: 'independent: our own clock is forty days ahead, with an API key',
    versions: NEWEST,
    expected: { cause: 'clock-skew', confidence: 'probable' },
    make: (setting) => ({
      ...sceneWith(setting),
      tools: { ...createDoctorTools(), now: () => Date.now() + FORTY_DAYS_MS },
    }),
  },
];
