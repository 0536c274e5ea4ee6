import { afterEach, expect, it } from 'vitest';
import { type ClientAnswer, call } from './practice-client.ts';
import { type PracticeServer, startPractice } from './start-practice.ts';

const CONFIG = '/api/v1/auths/admin/config';
const PASSWORD = 'svc-password-1';
let practice: PracticeServer;
let nowMs = 1_800_000_000_000;

async function start(): Promise<void> {
  practice = await startPractice({ now: () => nowMs });
  practice.state.set('ENABLE_MFA', true);
}
afterEach(() => practice.close());

function signIn(email: string, password = PASSWORD): Promise<ClientAnswer> {
  return call(practice, 'POST', '/api/v1/auths/signin', { body: { email, password } });
}
function step(name: string, body: object): Promise<ClientAnswer> {
  return call(practice, 'POST', `/api/v1/auths/mfa/${name}`, { body });
}

it('leads from the first sign-in through enrolment to a session', async () => {
  await start();
  practice.state.addAccount({ email: 'svc@example.com' });
  const first = await signIn('svc@example.com');
  expect([first.status, first.json.next_step, first.json.expires_in, first.json.token]).toEqual([
    200,
    'enroll',
    300,
    undefined,
  ]);
  expect(first.headers.get('set-cookie')).toBeNull();
  const challenge_token = first.json.challenge_token;
  const shown = await step('enroll/start', { challenge_token });
  expect(String(shown.json.qr_code)).toMatch(/^data:image\/svg\+xml/);
  const wrong = await step('enroll/confirm', { challenge_token, code: '000000' });
  expect([wrong.status, wrong.json.detail]).toEqual([401, 'Invalid code. Check your authenticator and try again.']);
  const code = practice.state.oneTimeCode(String(shown.json.manual_key));
  const enrolled = await step('enroll/confirm', { challenge_token, code });
  expect(enrolled.json.recovery_codes).toHaveLength(10);
  expect((await call(practice, 'GET', '/api/models', { as: String(enrolled.json.token) })).status).toBe(200);

  const second = await signIn('svc@example.com');
  expect(second.json.next_step).toBe('verify');
  const again = { challenge_token: second.json.challenge_token, code };
  expect((await step('verify', again)).json.detail).toBe('Invalid or already used code.');
  nowMs += 30_000;
  const fresh = practice.state.oneTimeCode(String(shown.json.manual_key));
  expect((await step('verify', { ...again, code: fresh })).json.role).toBe('user');

  const third = await signIn('svc@example.com');
  const [recovery] = enrolled.json.recovery_codes as string[];
  const recovered = await step('verify', {
    challenge_token: third.json.challenge_token,
    code: recovery,
    recovery: true,
  });
  expect(recovered.status).toBe(200);
});

it('ends every session when it is switched, and no API key', async () => {
  practice = await startPractice({ now: () => nowMs });
  const account = practice.state.addAccount();
  const [token, key] = [practice.state.makeSessionToken(account), practice.state.makeKey(account)];
  const administrator = practice.state.makeSessionToken(practice.state.administrator);
  const config = (await call(practice, 'GET', CONFIG, { as: administrator })).json;
  const switched = await call(practice, 'POST', CONFIG, { as: administrator, body: { ...config, ENABLE_MFA: true } });
  expect(switched.json.sessions_revoked).toBe(true);
  expect((await call(practice, 'GET', '/api/models', { as: token })).json.detail).toBe('Invalid token');
  expect((await call(practice, 'GET', '/api/models', { as: key })).status).toBe(200);
});

it('wants a human to change it', async () => {
  await start();
  const key = practice.state.makeKey(practice.state.administrator);
  const config = (await call(practice, 'GET', CONFIG, { as: key })).json;
  const echoed = await call(practice, 'POST', CONFIG, { as: key, body: config });
  expect([echoed.status, echoed.json.detail]).toEqual([
    403,
    'A human administrator session is required to change MFA settings.',
  ]);
});

it('adds accounts without a token, lets pending ones wait, and counts codes and passwords', async () => {
  await start();
  const as = practice.state.makeKey(practice.state.administrator);
  const body = { name: 'New', email: 'new@example.com', password: PASSWORD, role: 'pending' };
  expect((await call(practice, 'POST', '/api/v1/auths/add', { as, body })).json.token).toBeUndefined();
  expect((await signIn('new@example.com')).json).toEqual({ next_step: 'pending' });

  practice.state.addAccount({ email: 'svc@example.com' });
  const { challenge_token } = (await signIn('svc@example.com')).json;
  await step('enroll/start', { challenge_token });
  for (let tries = 0; tries < 5; tries++) await step('enroll/confirm', { challenge_token, code: '000000' });
  const sixth = await step('enroll/confirm', { challenge_token, code: '000000' });
  expect([sixth.status, sixth.json.detail]).toEqual([429, 'Too many codes. Please sign in again.']);
  expect(sixth.headers.get('retry-after')).not.toBeNull();
  for (let tries = 0; tries < 9; tries++) await signIn('svc@example.com', 'wrong');
  expect((await signIn('svc@example.com')).json.detail).toBe('Too many attempts. Please try again later.');
});

it('lets an operator reset an authenticator', async () => {
  await start();
  const account = practice.state.addAccount({ email: 'svc@example.com' });
  const reset_token = practice.state.resetSecondFactor(account);
  const { next_step, challenge_token } = (await signIn('svc@example.com')).json;
  expect(next_step).toBe('recover');
  expect((await step('recover', { challenge_token, reset_token: 'x' })).status).toBe(401);
  expect((await step('recover', { challenge_token, reset_token })).json.next_step).toBe('enroll');
});
