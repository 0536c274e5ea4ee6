import type { Service } from './record-identity.ts';
import { addAccount, SERVICE_PASSWORD, signIn } from './record-sign-in.ts';
import type { Recorder } from './recorder.ts';

const KEY_PATH = '/api/v1/auths/api_key';
const SIGN_OUT_PATH = '/api/v1/auths/signout';
const PASSWORD_PATH = '/api/v1/auths/update/password';
/** More than any version lets through. */
const SIGN_IN_TRIES = 17;

/** Accounts that wait, go or change their password, and what becomes of their keys and sessions. */
export async function recordAccounts(recorder: Recorder, service: Service): Promise<void> {
  await recordPending(recorder, service);
  await recordGone(recorder, service);
  const key = await recordNewKey(recorder, service.key);
  await recordPassword(recorder, service.serviceToken, key);
  await recorder.ask('own password change with key', 'POST', PASSWORD_PATH, {
    as: key,
    body: { password: 'x', new_password: 'y' },
  });
  await recorder.ask('key, delete', 'DELETE', KEY_PATH, { as: key });
  await models(recorder, 'deleted key used', key);
  await recordTooManySignIns(recorder);
}

function models(recorder: Recorder, name: string, as: string) {
  return recorder.ask(name, 'GET', '/api/models', { as });
}

async function makeKey(recorder: Recorder, name: string, as: string): Promise<string> {
  return String((await recorder.ask(name, 'POST', KEY_PATH, { as })).json.api_key);
}

async function recordPending(recorder: Recorder, { administratorToken }: Service): Promise<void> {
  const email = 'pending@example.com';
  const account = await addAccount(recorder, administratorToken, 'Pending', email, 'pending');
  recorder.mark(account.id, '<pending-id>');
  const token = String((await signIn(recorder, 'sign-in, pending account', email, SERVICE_PASSWORD)).json.token);
  await models(recorder, 'pending: session used', token);
  const key = await makeKey(recorder, 'pending: make key', token);
  await models(recorder, 'pending: key used', key);
  await recorder.ask('pending: identity, session', 'GET', '/api/v1/auths/', { as: token, keepCharacters: 120 });
  await recorder.ask('pending: identity, key', 'GET', '/api/v1/users/user/status', { as: key });
}

async function recordGone(recorder: Recorder, { administratorToken: as }: Service): Promise<void> {
  const account = await addAccount(recorder, as, 'Gone', 'gone@example.com', 'user');
  const token = String(account.token);
  const key = await makeKey(recorder, 'gone: make key', token);
  await recorder.ask('administrator deletes account', 'DELETE', `/api/v1/users/${String(account.id)}`, { as });
  await models(recorder, 'gone: session used', token);
  await models(recorder, 'gone: key used', key);
}

async function recordNewKey(recorder: Recorder, oldKey: string): Promise<string> {
  const key = await makeKey(recorder, 'key replaces itself', oldKey);
  await models(recorder, 'replaced key used', oldKey);
  await models(recorder, 'new key used', key);
  return key;
}

async function recordPassword(recorder: Recorder, token: string, key: string): Promise<void> {
  const newPassword = 'svc-password-2';
  const body = { password: SERVICE_PASSWORD, new_password: newPassword };
  await recorder.ask('password change', 'POST', PASSWORD_PATH, { as: token, body });
  await models(recorder, 'after password change: session used', token);
  await models(recorder, 'after password change: key used', key);
  const again = String((await signIn(recorder, 'sign-in again', 'svc@example.com', newPassword)).json.token);
  await recorder.ask('sign-out by GET', 'GET', SIGN_OUT_PATH, { as: again });
  await recorder.ask('sign-out by POST', 'POST', SIGN_OUT_PATH, { as: again });
  await models(recorder, 'after sign-out (no Redis): session used', again);
}

async function recordTooManySignIns(recorder: Recorder): Promise<void> {
  const body = { email: 'zz@example.com', password: 'x' };
  for (let attempt = 1; attempt <= SIGN_IN_TRIES; attempt++) {
    const response = await recorder.send('POST', '/api/v1/auths/signin', { body });
    if (response.status === 400) continue;
    const retryAfter = response.headers.get('retry-after');
    recorder.note('sign-in tried too often', {
      attempt,
      status: response.status,
      retryAfter,
      body: await response.text(),
    });
    return;
  }
}
