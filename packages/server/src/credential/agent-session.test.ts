import { createOpenWebUiClient, type UpstreamTarget } from '@guichet/openwebui/client';
import { createSignInLimiter, Secret } from '@guichet/openwebui/key-exchange';
import { type PracticeOptions, type PracticeServer, startPractice } from '@guichet/openwebui/practice';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '../observe/logger.ts';
import { openSafe } from '../safe/open-safe.ts';
import { openTestRecords } from '../safe/testing/open-test-records.ts';
import { sampleMasterKey, sampleMasterKeys } from '../safe/testing/sample-master-keys.ts';
import { type AgentSessionParts, failureOf, ServiceAgentSession } from './agent-session.ts';
import { CredentialKeeper } from './credential-keeper.ts';
import { FIRST_PAUSE_MS } from './sign-in-pause.ts';

const PASSWORD = 'svc-password-1';
const EMAIL = 'svc@example.com';
const HOUR_MS = 60 * 60_000;

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

interface Scene {
  practice: PracticeServer;
  state: PracticeServer['state'];
  account: ReturnType<PracticeServer['state']['addAccount']>;
  session: ServiceAgentSession;
  /** The same, as another process on the same data would make it. */
  another(parts?: Partial<AgentSessionParts>): ServiceAgentSession;
  hold(credential: string, baseUrl?: string): void;
  choose(changes?: { email?: string; password?: string; authenticatorKey?: string; baseUrl?: string }): Promise<string>;
  signIns(): number;
  log: string[];
  later(ms: number): void;
}

async function scene(options: PracticeOptions = {}, more: Partial<AgentSessionParts> = {}): Promise<Scene> {
  let shiftMs = 0;
  const now = () => Date.now() + shiftMs;
  const practice = await startPractice({ ...options, now });
  const { state } = practice;
  const account = state.addAccount({ email: EMAIL, password: PASSWORD });
  const { records, close } = await openTestRecords();
  const safe = await openSafe(records, sampleMasterKeys(sampleMasterKey('a', 1)));
  if (!safe.ok) throw new Error(safe.sentence);
  open.push(close, () => practice.close());
  const makeClient = (target: () => UpstreamTarget) => createOpenWebUiClient({ target });
  const keeper = new CredentialKeeper({ makeClient, salt: 'salt', now });
  const hold = (credential: string, baseUrl = practice.url) =>
    void keeper.begin({ baseUrl, credential }, 'environment');
  hold(state.makeKey(account));
  const log: string[] = [];
  const another = (parts: Partial<AgentSessionParts> = {}) =>
    new ServiceAgentSession({
      secrets: safe.secrets,
      desk: { keeper, watch: { failed: ({ cause }) => log.push(`watch: ${cause}`) } },
      async identity(target) {
        const client = makeClient(() => target);
        const identity = await client.identity();
        await client.close();
        return identity.ok ? identity.value : { failure: identity.failure };
      },
      logger: createLogger((text) => text, { write: (line) => log.push(line) }),
      now,
      limiter: createSignInLimiter(now),
      ...more,
      ...parts,
    });
  const session = another();
  return {
    practice,
    state,
    account,
    session,
    another,
    hold,
    async choose(changes = {}) {
      const chosen = { baseUrl: practice.url, email: EMAIL, password: PASSWORD, ...changes };
      return (await session.choose(chosen, 'console')).kind;
    },
    signIns: () => state.received.filter(({ path }) => path === '/api/v1/auths/signin').length,
    log,
    later: (ms) => {
      shiftMs += ms;
    },
  };
}

async function tokenOf(session: ServiceAgentSession): Promise<string> {
  const result = await session.token();
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.token;
}

/** The cause of a refusal, and what the state says of it. */
async function problemOf(session: ServiceAgentSession) {
  const result = await session.token();
  const { problem } = await session.state();
  return result.ok ? 'a session' : { cause: result.failure.cause, code: result.failure.code, problem };
}

const worksAt = async (url: string, token: string) =>
  (await fetch(`${url}/api/models`, { headers: { authorization: `Bearer ${token}` } })).status === 200;

describe('the session', () => {
  it('is made by one sign-in for all who ask, and kept for those who come after', async () => {
    const { session, another, choose, signIns, practice } = await scene();
    expect(await choose()).toBe('kept');
    expect(signIns()).toBe(1);
    await tokenOf(session);
    expect(signIns()).toBe(1);
    const restarted = another();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => tokenOf(restarted)));
    expect(new Set(tokens).size).toBe(1);
    expect(signIns()).toBe(2);
    expect(await worksAt(practice.url, tokens[0] ?? '')).toBe(true);
    expect(tokens[0]).toMatch(/^eyJ/);
  });

  it('is renewed before it ends, while the old one is given', async () => {
    const { state, session, choose, signIns, later } = await scene();
    state.set('JWT_EXPIRES_IN', '8h');
    await choose();
    const first = await tokenOf(session);
    later(5 * HOUR_MS);
    expect(await tokenOf(session)).toBe(first);
    expect(signIns()).toBe(1);
    later(1.5 * HOUR_MS);
    expect(await tokenOf(session)).toBe(first);
    await expect.poll(() => tokenOf(session)).not.toBe(first);
    expect(signIns()).toBe(2);
  });

  it('is not begun with shortly before its end: the new one is waited for', async () => {
    const { state, session, choose, later } = await scene();
    state.set('JWT_EXPIRES_IN', '8h');
    await choose();
    const first = await tokenOf(session);
    later(8 * HOUR_MS - 60_000);
    expect(await tokenOf(session)).not.toBe(first);
  });

  it('lasts as long as Open WebUI says, whatever its clock shows', async () => {
    let signIns = 0;
    const made = await scene(
      {},
      {
        async signIn() {
          signIns++;
          // Its clock is a day behind: by ours, the token of 25 hours ends in an hour.
          const now = Math.floor(Date.now() / 1000) - 24 * 3600;
          const claims = { id: made.account.id, jti: String(signIns), iat: now, exp: now + 25 * 3600 };
          return sessionOutcome(made.state.forgeSessionToken(claims), made.account.id);
        },
      },
    );
    await made.session.keep({ baseUrl: made.practice.url, email: EMAIL, password: PASSWORD }, 'console');
    const first = await tokenOf(made.session);
    made.later(10 * HOUR_MS);
    expect(await tokenOf(made.session)).toBe(first);
    expect(signIns).toBe(1);
    made.later(15 * HOUR_MS);
    expect(await tokenOf(made.session)).not.toBe(first);
  });

  it('without an end is never renewed', async () => {
    const { state, session, choose, signIns, later } = await scene();
    state.set('JWT_EXPIRES_IN', '-1');
    await choose();
    later(10_000 * HOUR_MS);
    await tokenOf(session);
    expect(signIns()).toBe(1);
  });

  it('serves to its end while a renewal does not succeed', async () => {
    const { state, session, choose, account, later } = await scene();
    state.set('JWT_EXPIRES_IN', '8h');
    await choose();
    const first = await tokenOf(session);
    account.password = 'changed by hand';
    later(7 * HOUR_MS);
    expect(await tokenOf(session)).toBe(first);
    await expect.poll(async () => (await session.state()).retryAfter).toBeGreaterThan(0);
    later(HOUR_MS - 1_000);
    // The pause after the failed sign-in is over, and the next sign-in fails as well.
    expect(await tokenOf(session)).toBe(first);
    later(1_000);
    expect(await problemOf(session)).toMatchObject({ problem: 'wrong-password' });
  });
});

function sessionOutcome(token: string, accountId: string) {
  return { kind: 'session', session: { token: new Secret(token), accountId, role: 'user' } } as const;
}

describe('a session that Open WebUI ended', () => {
  it('is made anew when it was refused', async () => {
    const { state, session, choose, account, later, signIns, practice } = await scene();
    await choose();
    const first = await tokenOf(session);
    later(HOUR_MS);
    state.revokeSessions(account);
    session.refused(first);
    const second = await tokenOf(session);
    expect(second).not.toBe(first);
    expect(await worksAt(practice.url, second)).toBe(true);
    // Somebody who still has the old one changes nothing.
    session.refused(first);
    expect(await tokenOf(session)).toBe(second);
    expect(signIns()).toBe(2);
  });

  it('as soon as it was made is not made and refused for ever', async () => {
    const { session, choose, signIns, later } = await scene();
    await choose();
    for (let count = 0; count < 5; count++) {
      const result = await session.token();
      if (result.ok) session.refused(result.token);
    }
    expect(signIns()).toBe(1);
    expect(await session.token()).toMatchObject({
      ok: false,
      failure: { cause: 'session-token-rejected', retryAfter: 60 },
    });
    later(FIRST_PAUSE_MS);
    await tokenOf(session);
    expect(signIns()).toBe(2);
  });
});

describe('there is no session', () => {
  it('without a sign-in in the safe', async () => {
    const { session } = await scene();
    expect(await problemOf(session)).toEqual({
      cause: 'key-missing',
      code: 'assistant-misconfigured',
      problem: 'no-account',
    });
  });

  it('at another address than the one the sign-in was given for; its password is not sent there', async () => {
    const { session, choose, hold, state } = await scene();
    await choose();
    const other = await startPractice();
    open.push(() => other.close());
    hold(other.state.makeKey(other.state.addAccount({ email: EMAIL, password: PASSWORD })), other.url);
    expect(await problemOf(session)).toMatchObject({ cause: 'key-missing', problem: 'other-address' });
    expect(JSON.stringify(other.state.received.map(({ body }) => body))).not.toContain(PASSWORD);
    expect(other.state.received).toEqual([]);
    hold(state.makeKey(state.account(EMAIL) ?? state.administrator));
    await tokenOf(session);
  });

  it('when the password was changed, and the tries become rare', async () => {
    const { session, another, choose, account, state, signIns, later } = await scene();
    await choose();
    account.password = 'another-password';
    state.revokeSessions(account);
    session.refused(await tokenOf(session));
    const restarted = another();
    expect(await problemOf(restarted)).toEqual({
      cause: 'session-token-revoked',
      code: 'assistant-misconfigured',
      problem: 'wrong-password',
    });
    const before = signIns();
    for (let count = 0; count < 50; count++) await restarted.token();
    expect(signIns()).toBe(before);
    let tries = 0;
    // Looked at each minute of a day.
    for (let minute = 0; minute < 24 * 60; minute++) {
      later(60_000);
      const earlier = signIns();
      await restarted.token();
      tries += signIns() - earlier;
    }
    expect(tries).toBeLessThan(60);
    account.password = PASSWORD;
    later(HOUR_MS);
    await tokenOf(restarted);
    expect(await restarted.state()).toEqual({ email: EMAIL, direct: false });
  });

  it('when the account is gone', async () => {
    const { session, another, choose, account, state } = await scene();
    await choose();
    state.deleteAccount(account);
    session.refused(await tokenOf(session));
    expect(await problemOf(another())).toMatchObject({ cause: 'account-gone', problem: 'account-gone' });
  });

  it('when the account waits for approval', async () => {
    const { choose, account, another } = await scene();
    await choose();
    account.role = 'pending';
    expect(await problemOf(another())).toMatchObject({ cause: 'account-pending', problem: 'account-pending' });
  });

  it('when the account was made an administrator', async () => {
    const { choose, account, another } = await scene();
    await choose();
    account.role = 'admin';
    expect(await problemOf(another())).toMatchObject({ cause: 'key-owner-is-admin', problem: 'administrator' });
  });

  it('when the key is of another account', async () => {
    const { choose, another, hold, state } = await scene();
    await choose();
    hold(state.makeKey(state.addAccount()));
    expect(await problemOf(another())).toMatchObject({ problem: 'other-account' });
  });

  it('when Open WebUI is away, with its cause', async () => {
    const { choose, another, practice } = await scene();
    await choose();
    const session = another();
    await practice.close();
    expect(await problemOf(session)).toEqual({
      cause: 'connection-refused',
      code: 'assistant-unavailable',
      problem: 'not-reached',
    });
  });

  it.each([
    [{ kind: 'refused', why: 'password-sign-in-off' }, 'no-password-sign-in', 'session-token-rejected'],
    [{ kind: 'refused', why: 'trusted-header' }, 'no-password-sign-in', 'session-token-rejected'],
    [{ kind: 'refused', why: 'other' }, 'wrong-password', 'session-token-revoked'],
    [{ kind: 'refused', why: 'wrong-code' }, 'wrong-code', 'second-factor-required'],
    [{ kind: 'refused', why: 'step-expired' }, 'wrong-code', 'second-factor-required'],
    [{ kind: 'second-factor', step: 'recover' }, 'second-factor', 'second-factor-required'],
    [{ kind: 'limited', retryAfter: 900 }, 'too-many-sign-ins', 'unknown'],
  ] as const)('after %o', async (outcome, problem, cause) => {
    const failure = { cause: 'unknown', confidence: 'certain', phase: 'response' } as const;
    const signIn = (async () => ({ failure, ...outcome })) as unknown as NonNullable<AgentSessionParts['signIn']>;
    const { session, practice } = await scene({}, { signIn });
    await session.keep({ baseUrl: practice.url, email: EMAIL, password: PASSWORD }, 'console');
    expect(await problemOf(session)).toMatchObject({ problem, cause });
    const waits = 'retryAfter' in outcome ? outcome.retryAfter : 60;
    expect(await session.token()).toMatchObject({ failure: { retryAfter: waits } });
  });

  it('while the safe cannot be read during a sign-in, and nothing breaks', async () => {
    const { session, practice } = await scene({}, { signIn: () => Promise.reject(new Error('disk')) });
    await session.keep({ baseUrl: practice.url, email: EMAIL, password: PASSWORD }, 'console');
    expect(await problemOf(session)).toMatchObject({ problem: 'not-reached', code: 'assistant-unavailable' });
  });
});

describe('a second factor', () => {
  it('is passed with the authenticator key that was given, and not without', async () => {
    const { state, choose, another, practice, account, later } = await scene();
    state.set('ENABLE_MFA', true);
    expect(await choose()).toBe('second-factor');
    const key = await enrol(practice, account.email);
    expect(await choose()).toBe('second-factor');
    expect(await choose({ authenticatorKey: key })).toBe('refused');
    // Each code is taken once.
    later(30_000);
    expect(await choose({ authenticatorKey: key })).toBe('kept');
    const restarted = another();
    expect(await problemOf(restarted)).toMatchObject({ problem: 'wrong-code' });
    later(60_000);
    await tokenOf(restarted);
  });

  it('that was switched on afterwards is said', async () => {
    const { state, choose, another } = await scene();
    await choose();
    state.set('ENABLE_MFA', true);
    expect(await problemOf(another())).toEqual({
      cause: 'second-factor-required',
      code: 'assistant-misconfigured',
      problem: 'second-factor',
    });
  });
});

/** @returns the secret of a new authenticator */
async function enrol(practice: PracticeServer, email: string): Promise<string> {
  const post = async (path: string, body: object) =>
    (
      await fetch(practice.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json() as Promise<Record<string, string>>;
  const { challenge_token } = await post('/api/v1/auths/signin', { email, password: PASSWORD });
  const { manual_key: key = '' } = await post('/api/v1/auths/mfa/enroll/start', { challenge_token });
  await post('/api/v1/auths/mfa/enroll/confirm', { challenge_token, code: practice.state.oneTimeCode(key) });
  return key;
}

describe('a credential that is a session token itself', () => {
  it('is used as it is, and nobody signs in', async () => {
    const { state, account, session, hold, signIns } = await scene();
    const token = state.makeSessionToken(account);
    hold(token);
    expect(await tokenOf(session)).toBe(token);
    expect(signIns()).toBe(0);
    expect(await session.state()).toEqual({ direct: true });
  });

  it('that was refused is said to whoever watches it, and is tried again later', async () => {
    const { state, account, session, hold, later, log } = await scene();
    const token = state.makeSessionToken(account);
    hold(token);
    session.refused(token);
    expect(log).toContain('watch: session-token-rejected');
    expect(await problemOf(session)).toMatchObject({ cause: 'session-token-rejected', problem: 'session-refused' });
    later(FIRST_PAUSE_MS);
    expect(await tokenOf(session)).toBe(token);
    const next = state.makeSessionToken(account);
    session.refused(token);
    hold(next);
    expect(await tokenOf(session)).toBe(next);
  });
});

describe('choosing', () => {
  it('proves the sign-in first and keeps nothing that does not work', async () => {
    const { state, choose, session } = await scene();
    expect(await choose({ password: 'wrong' })).toBe('refused');
    const { email, password } = state.administrator;
    expect(await choose({ email, password })).toBe('administrator');
    state.addAccount({ email: 'other@example.com', password: PASSWORD });
    expect(await choose({ email: 'other@example.com' })).toBe('other-account');
    expect(await session.state()).toMatchObject({ problem: 'no-account' });
    expect(await session.forget()).toBe(false);
  });

  it('another account ends the session of the former', async () => {
    const { state, choose, session, hold, account } = await scene();
    await choose();
    const first = await tokenOf(session);
    const other = state.addAccount({ email: 'other@example.com', password: PASSWORD });
    hold(state.makeKey(other));
    expect(await choose({ email: 'other@example.com' })).toBe('kept');
    const second = await tokenOf(session);
    expect(second).not.toBe(first);
    hold(state.makeKey(account));
    expect(await problemOf(session)).toMatchObject({ problem: 'other-account' });
  });

  it('to forget it ends the session, in this process and in others', async () => {
    const { session, another, choose, state } = await scene();
    await choose();
    const other = another();
    await tokenOf(other);
    expect(await session.forget()).toBe(true);
    expect(state.received.at(-1)?.path).toBe('/api/v1/auths/signout');
    expect(await problemOf(session)).toMatchObject({ problem: 'no-account' });
    expect(await problemOf(other)).toMatchObject({ problem: 'no-account' });
  });

  it('while it is forgotten in the middle of a sign-in, the new session is ended and not used', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const made = await scene();
    await made.choose();
    const token = made.state.makeSessionToken(made.account);
    const slow = made.another({
      signIn: async () => {
        await promise;
        return sessionOutcome(token, made.account.id);
      },
    });
    const asked = slow.token();
    await made.session.forget();
    resolve();
    expect(await asked).toMatchObject({ ok: false, failure: { cause: 'key-missing' } });
    const last = made.state.received.at(-1);
    expect([last?.path, last?.headers.authorization]).toEqual(['/api/v1/auths/signout', `Bearer ${token}`]);
  });
});

it('no secret is in the log, in a state or in a failure, and each is known to whoever scrubs', async () => {
  const { session, another, choose, account, log } = await scene();
  const shown: unknown[] = [await choose(), await session.state()];
  const token = await tokenOf(session);
  account.password = 'x-changed-x';
  session.refused(token);
  shown.push(await session.token(), await session.state(), await another().token(), log);
  const text = JSON.stringify(shown);
  for (const secret of [PASSWORD, token]) {
    expect(text).not.toContain(secret);
    expect(session.secrets).toContain(secret);
  }
});

it('each problem is a failure with a cause', () => {
  expect(failureOf('too-many-sign-ins').code).toBe('assistant-busy');
  expect(failureOf('administrator')).toMatchObject({ cause: 'key-owner-is-admin', confidence: 'certain' });
});
