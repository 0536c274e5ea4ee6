import { afterEach, describe, expect, it } from 'vitest';
import { createDesk, type Desk } from '../desk/desk.ts';
import { Secret } from '../desk/secret.ts';
import { type PracticeServer, startPractice } from '../practice/start-practice.ts';
import { answerSecondFactor, confirmEnrolment, startEnrolment } from './answer-second-factor.ts';
import { oneTimeCode } from './one-time-code.ts';
import { signIn } from './sign-in.ts';
import { createSignInLimiter } from './sign-in-limiter.ts';
import type { Challenge, SignInOutcome } from './sign-in-types.ts';

const VERSIONS = ['0.6.43', '0.8.12', '0.9.6', '0.11.4', '0.12.4'];
const EMAIL = 'canary-person@example.com';
const PASSWORD = 'canary-password';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function started(version: string, now: () => number = Date.now) {
  const practice = await startPractice({ version, now });
  const desk = createDesk({ baseUrl: practice.url });
  open.push(
    () => desk.close(),
    () => practice.close(),
  );
  practice.state.addAccount({ email: EMAIL, password: PASSWORD, role: 'user' });
  return { practice, desk, limiter: createSignInLimiter(now) };
}

function tryTo(desk: Desk, password = PASSWORD, limiter = createSignInLimiter()): Promise<SignInOutcome> {
  return signIn(desk, { email: EMAIL, password: new Secret(password) }, limiter);
}

function challengeOf(outcome: SignInOutcome): Challenge {
  if (outcome.kind !== 'second-factor') throw new Error(`expected a second step, got ${outcome.kind}`);
  return outcome.challenge;
}

function shows(value: unknown): string {
  return JSON.stringify(value);
}

describe.each(VERSIONS)('signing in to %s', (version) => {
  it('gives a session, and tells apart what is refused', async () => {
    const { practice, desk } = await started(version);
    const session = await tryTo(desk);
    expect(session).toMatchObject({ kind: 'session', session: { role: 'user', email: EMAIL } });
    expect(shows(session)).not.toMatch(/canary-password|eyJ/);
    expect(await tryTo(desk, 'canary-wrong')).toMatchObject({ kind: 'refused', why: 'wrong-password' });
    practice.state.addAccount({ email: 'pending@example.com', password: PASSWORD, role: 'pending' });
    const pending = await signIn(desk, { email: 'pending@example.com', password: new Secret(PASSWORD) });
    expect(pending).toEqual({ kind: 'pending', cause: 'account-pending' });
  });

  it('stops before Open WebUI would refuse, and explains a refusal that others caused', async () => {
    const { practice, desk, limiter } = await started(version);
    expect((await tryTo(desk, PASSWORD, limiter)).kind).toBe('session');
    for (let count = 0; count < 14; count++) await tryTo(desk, 'canary-wrong', limiter);
    const sent = practice.state.received.length;
    expect(await tryTo(desk, PASSWORD, limiter)).toMatchObject({ kind: 'limited', by: 'guichet' });
    expect(practice.state.received.length).toBe(sent);
    const refused = await tryTo(desk);
    expect(refused).toMatchObject({ kind: 'limited', by: 'open-webui', retryAfter: 180, limit: { count: 15 } });
  });
});

describe('with a second factor', () => {
  async function enrolled(practice: PracticeServer, desk: Desk): Promise<{ manualKey: string; recoveryCode: string }> {
    const challenge = challengeOf(await tryTo(desk));
    expect(challenge.step).toBe('enroll');
    const start = await startEnrolment(desk, challenge);
    if (!('manualKey' in start)) throw new Error('no key was shown');
    const manualKey = start.manualKey.reveal();
    const code = new Secret(practice.state.oneTimeCode(manualKey));
    const done = await confirmEnrolment(desk, challenge, code, createSignInLimiter());
    if (done.kind !== 'session') throw new Error(`not enrolled: ${shows(done)}`);
    expect(done.recoveryCodes).toHaveLength(10);
    expect(shows([start, done])).not.toContain(manualKey);
    return { manualKey, recoveryCode: done.recoveryCodes?.[0]?.reveal() ?? '' };
  }

  it('is carried through, by code and by recovery code, and is never called a bad password', async () => {
    let now = Date.now();
    const { practice, desk } = await started('0.12.4', () => now);
    practice.state.set('ENABLE_MFA', true);
    const { manualKey, recoveryCode } = await enrolled(practice, desk);
    now += 60_000;
    const verify = await tryTo(desk);
    expect(verify).toMatchObject({ kind: 'second-factor', cause: 'second-factor-required', step: 'verify' });
    const code = oneTimeCode(manualKey, now);
    const spaced = new Secret(`${code.slice(0, 3)} ${code.slice(3)}`);
    const passed = await answerSecondFactor(desk, challengeOf(verify), { code: spaced }, createSignInLimiter());
    expect(passed).toMatchObject({ kind: 'session', session: { email: EMAIL } });
    const again = challengeOf(await tryTo(desk));
    const recovered = await answerSecondFactor(
      desk,
      again,
      { recoveryCode: new Secret(recoveryCode) },
      createSignInLimiter(),
    );
    expect(recovered.kind).toBe('session');
    expect(shows([verify, passed, recovered])).not.toContain(code);
  });

  it('tells a wrong code, a step that took too long, and too many codes apart', async () => {
    let now = Date.now();
    const { practice, desk, limiter } = await started('0.12.4', () => now);
    practice.state.set('ENABLE_MFA', true);
    await enrolled(practice, desk);
    const challenge = challengeOf(await tryTo(desk));
    const wrong = { code: new Secret('000000') };
    for (let count = 0; count < 5; count++) {
      const refused = await answerSecondFactor(desk, challenge, wrong, limiter);
      expect(refused).toMatchObject({ kind: 'refused', why: 'wrong-code' });
    }
    expect(await answerSecondFactor(desk, challenge, wrong, limiter)).toMatchObject({ kind: 'limited', by: 'guichet' });
    const theirs = await answerSecondFactor(desk, challenge, wrong, createSignInLimiter());
    expect(theirs).toMatchObject({ kind: 'limited', by: 'open-webui', limit: { count: 5 } });
    now += 301_000;
    const late = await answerSecondFactor(desk, challenge, wrong, createSignInLimiter());
    expect(late).toMatchObject({ kind: 'refused', why: 'step-expired' });
  });

  it('a pending account and one whose authenticator was reset say so', async () => {
    const { practice, desk } = await started('0.12.4');
    practice.state.set('ENABLE_MFA', true);
    practice.state.addAccount({ email: 'pending@example.com', password: PASSWORD, role: 'pending' });
    const pending = await signIn(desk, { email: 'pending@example.com', password: new Secret(PASSWORD) });
    expect(pending.kind).toBe('pending');
    const account = practice.state.account(EMAIL);
    if (account) practice.state.resetSecondFactor(account);
    expect(await tryTo(desk)).toMatchObject({ kind: 'second-factor', step: 'recover' });
  });
});

it('says that nothing was reached, rather than that the password is wrong', async () => {
  const desk = createDesk({ baseUrl: 'http://127.0.0.1:9' });
  open.push(() => desk.close());
  expect(await tryTo(desk)).toMatchObject({ kind: 'failed', failure: { cause: 'connection-refused' } });
});
