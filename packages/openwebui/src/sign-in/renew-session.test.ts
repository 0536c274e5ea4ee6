import { afterEach, describe, expect, it } from 'vitest';
import { createDesk } from '../desk/desk.ts';
import { Secret } from '../desk/secret.ts';
import { startPractice } from '../practice/start-practice.ts';
import { confirmEnrolment, startEnrolment } from './answer-second-factor.ts';
import { oneTimeCode } from './one-time-code.ts';
import { renewSession } from './renew-session.ts';
import { signIn } from './sign-in.ts';
import { createSignInLimiter } from './sign-in-limiter.ts';
import { signOut } from './sign-out.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const account = { email: 'service@example.com', password: new Secret('canary-password') };

async function started(version: string, now: () => number = Date.now) {
  const practice = await startPractice({ version, now });
  const desk = createDesk({ baseUrl: practice.url });
  open.push(
    () => desk.close(),
    () => practice.close(),
  );
  practice.state.addAccount({ email: account.email, password: account.password.reveal() });
  return { practice, desk };
}

describe.each(['0.6.43', '0.9.6', '0.12.4'])('on %s', (version) => {
  it('gives a new session, and signs out without a word', async () => {
    const { practice, desk } = await started(version);
    const renewed = await renewSession(desk, account, createSignInLimiter());
    expect(renewed).toMatchObject({ kind: 'session', session: { email: account.email } });
    if (renewed.kind === 'session') await signOut(desk, renewed.session.token);
    const last = practice.state.received.at(-1);
    expect([last?.path, last?.method]).toEqual([
      '/api/v1/auths/signout',
      version === '0.12.4' || version === '0.9.6' ? 'POST' : 'GET',
    ]);
  });
});

it('passes the second step by itself with its own authenticator, and says so when it cannot', async () => {
  let now = Date.now();
  const { practice, desk } = await started('0.12.4', () => now);
  practice.state.set('ENABLE_MFA', true);
  const first = await signIn(desk, account, createSignInLimiter());
  if (first.kind !== 'second-factor') throw new Error(first.kind);
  const start = await startEnrolment(desk, first.challenge);
  if (!('manualKey' in start)) throw new Error(start.kind);
  const authenticatorKey = start.manualKey;
  const code = new Secret(oneTimeCode(authenticatorKey.reveal(), now));
  await confirmEnrolment(desk, first.challenge, code, createSignInLimiter());
  now += 30_000;
  const renewed = await renewSession(desk, { ...account, authenticatorKey }, createSignInLimiter(), () => now);
  expect(renewed.kind).toBe('session');
  expect(await renewSession(desk, account, createSignInLimiter())).toMatchObject({ kind: 'second-factor' });
});
