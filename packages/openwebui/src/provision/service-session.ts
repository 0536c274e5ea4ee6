/** A session of the service account, where making the account gave none. */
import type { Secret } from '../desk/secret.ts';
import { Secret as SecretValue } from '../desk/secret.ts';
import { answerSecondFactor, confirmEnrolment, startEnrolment } from '../sign-in/answer-second-factor.ts';
import { oneTimeCode } from '../sign-in/one-time-code.ts';
import { signIn } from '../sign-in/sign-in.ts';
import type { Challenge, CodeOutcome, SignInOutcome } from '../sign-in/sign-in-types.ts';
import { longPassword, replacePassword } from './accounts.ts';
import type { Scene } from './scene.ts';
import { failed, notTaken, StepFailure } from './step-failure.ts';

/** Signs in as the service account. After an interruption its password is not known any more and gets replaced. */
export async function openServiceSession(scene: Scene): Promise<Secret> {
  const { account } = scene.record;
  if (account.id === undefined) throw notTaken('account is not known');
  let outcome = scene.password ? await signInWith(scene, scene.password) : undefined;
  // What was kept may have been changed by somebody since.
  if (!outcome || (outcome.kind === 'refused' && outcome.why === 'wrong-password')) {
    const password = longPassword();
    await replacePassword(scene.administrator, { ...account, id: account.id }, password);
    scene.password = password;
    delete scene.signInKept;
    outcome = await signInWith(scene, password);
  }
  const session =
    outcome.kind === 'second-factor' ? await passSecondStep(scene, outcome.challenge) : sessionOf(outcome);
  scene.session = session;
  return session;
}

function signInWith({ administrator, record, limiter }: Scene, password: Secret): Promise<SignInOutcome> {
  return signIn(administrator.desk, { email: record.account.email, password }, limiter);
}

/** With the authenticator that is known, or with a new one where the account has none yet. */
async function passSecondStep(scene: Scene, challenge: Challenge): Promise<Secret> {
  const { authenticatorKey, administrator, limiter } = scene;
  if (challenge.step !== 'verify' || !authenticatorKey) return enrol(scene, challenge);
  const code = new SecretValue(oneTimeCode(authenticatorKey.reveal()));
  return sessionOf(await answerSecondFactor(administrator.desk, challenge, { code }, limiter));
}

/** Gives the account an authenticator of its own; its secret is handed over at the end. */
async function enrol(scene: Scene, challenge: Challenge): Promise<Secret> {
  if (challenge.step !== 'enroll') throw new StepFailure('second-factor-lost', stepFailure('second-factor-required'));
  const { desk } = scene.administrator;
  const start = await startEnrolment(desk, challenge);
  if (!('manualKey' in start)) return sessionOf(start);
  scene.record.secondFactor = true;
  await scene.save();
  const code = new SecretValue(oneTimeCode(start.manualKey.reveal()));
  const session = sessionOf(await confirmEnrolment(desk, challenge, code, scene.limiter));
  scene.authenticatorKey = start.manualKey;
  return session;
}

function sessionOf(outcome: SignInOutcome | CodeOutcome): Secret {
  switch (outcome.kind) {
    case 'session':
      return outcome.session.token;
    case 'refused':
    case 'failed':
      throw failed(outcome.failure);
    case 'limited':
      throw new StepFailure('refused', { ...stepFailure('unknown'), status: 429, retryAfter: outcome.retryAfter });
    case 'pending':
      throw new StepFailure('refused', stepFailure('account-pending'));
    case 'second-factor':
      throw new StepFailure('second-factor-lost', stepFailure('second-factor-required'));
  }
}

function stepFailure(cause: 'second-factor-required' | 'account-pending' | 'unknown') {
  return { cause, confidence: 'certain', phase: 'response' } as const;
}
