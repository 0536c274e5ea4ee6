import { type SessionClaims, signSessionToken } from '../identity/session-token.ts';
import type { Recorder } from './recorder.ts';

export interface People {
  administratorToken: string;
  serviceToken: string;
  serviceId: string;
}

export const SERVICE_PASSWORD = 'svc-password-1';
/** WEBUI_SECRET_KEY of the recorded servers. */
const SECRET = 'test-secret';

/** Sign-in of an administrator and of a service account, and session tokens in all states. */
export async function recordSignIn(recorder: Recorder): Promise<People> {
  const credentials = { email: 'admin@example.com', password: 'admin-password' };
  await signIn(recorder, 'sign-in, wrong password', credentials.email, 'wrong');
  const administrator = await signIn(recorder, 'sign-in, administrator', credentials.email, credentials.password);
  recorder.mark(administrator.json.id, '<admin-id>');
  const administratorToken = String(administrator.json.token);
  const service = await addAccount(recorder, administratorToken, 'Service', 'svc@example.com', 'user');
  recorder.mark(service.id, '<service-id>');
  const session = await signIn(recorder, 'sign-in, service account', 'svc@example.com', SERVICE_PASSWORD);
  const serviceToken = String(session.json.token);
  await recordTokens(recorder, serviceToken);
  return { administratorToken, serviceToken, serviceId: String(service.id) };
}

export function signIn(recorder: Recorder, name: string, email: string, password: string) {
  return recorder.ask(name, 'POST', '/api/v1/auths/signin', { body: { email, password } });
}

export async function addAccount(recorder: Recorder, as: string, name: string, email: string, role: string) {
  const body = { name, email, password: SERVICE_PASSWORD, role };
  return (await recorder.ask(`administrator adds ${role} account`, 'POST', '/api/v1/auths/add', { as, body })).json;
}

async function recordTokens(recorder: Recorder, token: string): Promise<void> {
  const claims = readClaims(token);
  const { exp: _, ...withoutEnd } = claims;
  const now = Math.floor(Date.now() / 1000);
  const { id = '' } = claims;
  const tokens: [name: string, token: string][] = [
    ['session token, good', token],
    ['session token, expired', signSessionToken({ ...claims, exp: now - 100 }, SECRET)],
    ['session token, signed with another secret', signSessionToken(claims, 'other')],
    ['session token, only id and exp (as old versions made)', signSessionToken({ id, exp: now + 1000 }, SECRET)],
    ['session token without exp', signSessionToken(withoutEnd, SECRET)],
    ['session token without id', signSessionToken({ jti: 'x', exp: now + 100 }, SECRET)],
    ['session token, truncated', token.slice(0, -6)],
  ];
  for (const [name, as] of tokens) await recorder.ask(name, 'GET', '/api/models', { as });
}

function readClaims(token: string): SessionClaims {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as SessionClaims;
}
