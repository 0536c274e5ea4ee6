import assert from 'node:assert/strict';
import { Secret } from '../../desk/secret.ts';
import { exchangeKey } from '../../key-exchange/exchange-key.ts';
import { unprovision } from '../../provision/unprovision.ts';
import { answerSecondFactor, confirmEnrolment, startEnrolment } from '../../sign-in/answer-second-factor.ts';
import { oneTimeCode } from '../../sign-in/one-time-code.ts';
import { signIn } from '../../sign-in/sign-in.ts';
import { createSignInLimiter } from '../../sign-in/sign-in-limiter.ts';
import type { Challenge } from '../../sign-in/sign-in-types.ts';
import { collectAnswer, question } from '../collect-answer.ts';
import { expectWhole } from '../expectations.ts';
import { withKeys } from './exchange-cases.ts';
import type { FreshCase } from './fresh-case.ts';
import { type FreshContext, REAL_CLOCK } from './fresh-server.ts';
import { credentialOf, setUp } from './set-up.ts';

/** Last, because switching the second factor on ends every session. */
export const secondFactorCases: FreshCase[] = [
  {
    name: 'with a second factor required, sign-in and exchange go through, and a set-up as well',
    since: '0.12.0',
    async run(context) {
      await switchSecondFactor(context, true);
      const { manualKey, recoveryCode } = await enrolAdministrator(context);
      await signInAgain(context, manualKey, recoveryCode);
      const { desk, client } = context;
      await withKeys(context, false, async () => {
        const exchanged = await exchangeKey(desk, context.admin, { create: 'if-none' });
        assert.equal(exchanged.kind, 'created-key', JSON.stringify(exchanged));
      });
      const made = await setUp(desk, context.admin);
      const key = credentialOf(made);
      assert.ok(made.result.kind === 'done' && made.result.authenticatorKey);
      expectWhole(await collectAnswer(client(key), question('hi')), 'You said: hi');
      const undone = await unprovision(desk, context.admin, made.record);
      assert.ok(
        undone.every(({ result }) => result.outcome === 'undone'),
        JSON.stringify(undone),
      );
      await switchSecondFactor(context, false);
    },
  },
];

async function switchSecondFactor(context: FreshContext, on: boolean): Promise<void> {
  const path = '/api/v1/auths/admin/config';
  const before = await context.call({ path });
  const after = await context.call({ method: 'POST', path, body: { ...before, ENABLE_MFA: on } });
  assert.equal(after.ENABLE_MFA, on);
  assert.equal(after.sessions_revoked, true);
}

async function challenged({ desk, email, password }: FreshContext): Promise<Challenge> {
  const outcome = await signIn(desk, { email, password: new Secret(password) }, createSignInLimiter());
  assert.ok(outcome.kind === 'second-factor', JSON.stringify(outcome));
  assert.equal(outcome.cause, 'second-factor-required');
  return outcome.challenge;
}

async function enrolAdministrator(context: FreshContext): Promise<{ manualKey: string; recoveryCode: Secret }> {
  const { desk } = context;
  const challenge = await challenged(context);
  assert.equal(challenge.step, 'enroll');
  const start = await startEnrolment(desk, challenge);
  assert.ok('manualKey' in start, JSON.stringify(start));
  const manualKey = start.manualKey.reveal();
  const code = new Secret(oneTimeCode(manualKey, (context.clock ?? REAL_CLOCK).now()));
  const done = await confirmEnrolment(desk, challenge, code, createSignInLimiter());
  assert.ok(done.kind === 'session', JSON.stringify(done));
  assert.equal(done.recoveryCodes?.length, 10);
  const recoveryCode = done.recoveryCodes[0];
  assert.ok(recoveryCode);
  return { manualKey, recoveryCode };
}

/** By recovery code, then with a wrong and a right code. */
async function signInAgain(context: FreshContext, manualKey: string, recoveryCode: Secret): Promise<void> {
  const { desk } = context;
  const limiter = createSignInLimiter();
  const first = await challenged(context);
  assert.equal(first.step, 'verify');
  const recovered = await answerSecondFactor(desk, first, { recoveryCode }, limiter);
  assert.equal(recovered.kind, 'session', JSON.stringify(recovered));
  const second = await challenged(context);
  const wrong = await answerSecondFactor(desk, second, { recoveryCode }, limiter);
  assert.ok(wrong.kind === 'refused' && wrong.why === 'wrong-code', JSON.stringify(wrong));
  // A code is taken once, and this window's may have been used for the enrolment.
  const { now, nextCode } = context.clock ?? REAL_CLOCK;
  await nextCode();
  const code = new Secret(oneTimeCode(manualKey, now()));
  const passed = await answerSecondFactor(desk, second, { code }, limiter);
  assert.ok(passed.kind === 'session', JSON.stringify(passed));
  context.admin = passed.session.token;
}
