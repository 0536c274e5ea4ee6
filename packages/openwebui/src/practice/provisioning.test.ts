import { expect, it } from 'vitest';
import { isObject, type JsonObject } from './http/read-body.ts';
import { CHAT, call, question } from './practice-client.ts';
import { type PracticeServer, startPractice } from './start-practice.ts';

const CONFIG = '/api/v1/auths/admin/config';
const KEY = '/api/v1/auths/api_key';
const PASSWORD = 'svc-password-1';

async function administratorToken(practice: PracticeServer): Promise<string> {
  const body = { email: 'admin@example.com', password: 'admin-password' };
  return String((await call(practice, 'POST', '/api/v1/auths/signin', { body })).json.token);
}

/** Shares a plain model of the provider with one group. */
async function share(practice: PracticeServer, as: string, group: string): Promise<void> {
  const access_grants = [{ principal_type: 'group', principal_id: group, permission: 'read' }];
  const shared = await call(practice, 'POST', '/api/v1/models/model/access/update', {
    as,
    body: { id: 'echo', name: 'echo', access_grants },
  });
  if (shared.status !== 405) return;
  const side = { group_ids: [group], user_ids: [] };
  const access_control = { read: side, write: { group_ids: [], user_ids: [] } };
  const body = { id: 'echo', base_model_id: null, name: 'echo', meta: {}, params: {}, access_control, is_active: true };
  expect((await call(practice, 'POST', '/api/v1/models/create', { as, body })).status).toBe(200);
}

it.each(['0.6.43', '0.8.12', '0.9.6', '0.10.2', '0.11.4', '0.12.4'])(
  'a fresh %s is set up for a gateway, and put back',
  async (version) => {
    const practice = await startPractice({ version, fresh: true });
    const admin = await administratorToken(practice);
    const before = (await call(practice, 'GET', CONFIG, { as: admin })).json;
    expect(before.ENABLE_API_KEYS).toBe(false);
    expect((await call(practice, 'POST', KEY, { as: admin })).status).toBe(403);
    const { ENABLE_MFA: _, MFA_ALLOW_OAUTH_BYPASS: __, MFA_ALLOW_TRUSTED_HEADER_BYPASS: ___, ...config } = before;
    const on = await call(practice, 'POST', CONFIG, { as: admin, body: { ...config, ENABLE_API_KEYS: true } });
    expect([on.json.ENABLE_API_KEYS, on.json.sessions_revoked]).toEqual([true, undefined]);

    const account = { name: 'Service', email: 'svc@example.com', password: PASSWORD, role: 'user' };
    const added = (await call(practice, 'POST', '/api/v1/auths/add', { as: admin, body: account })).json;
    const token = String(added.token);
    expect((await call(practice, 'POST', KEY, { as: token })).status).toBe(403);

    const wanted = { name: 'Guichet', description: '', permissions: { features: { api_keys: true } } };
    const group = String((await call(practice, 'POST', '/api/v1/groups/create', { as: admin, body: wanted })).json.id);
    const path = `/api/v1/groups/id/${group}`;
    await call(practice, 'POST', `${path}/users/add`, { as: admin, body: { user_ids: [added.id] } });
    const key = String((await call(practice, 'POST', KEY, { as: token })).json.api_key);
    expect((await call(practice, 'GET', '/api/models', { as: key })).json.data).toEqual([]);
    const refused = await call(practice, 'POST', CHAT, { as: key, body: question('echo', 'hi') });
    expect([refused.status, refused.json.detail]).toEqual([400, 'Model not found']);

    await share(practice, admin, group);
    const models = (await call(practice, 'GET', '/api/models', { as: key })).json.data as JsonObject[];
    expect(models.map((model) => model.id)).toEqual(['echo']);
    expect((await call(practice, 'POST', CHAT, { as: key, body: question('echo', 'hi') })).status).toBe(200);

    expect(
      (await call(practice, 'POST', '/api/v1/models/model/delete', { as: admin, body: { id: 'echo' } })).text,
    ).toBe('true');
    expect((await call(practice, 'DELETE', `${path}/delete`, { as: admin })).text).toBe('true');
    expect((await call(practice, 'DELETE', `/api/v1/users/${String(added.id)}`, { as: admin })).text).toBe('true');
    expect((await call(practice, 'GET', '/api/models', { as: key })).status).toBe(401);
    await practice.close();
  },
);

it('shows provider keys to an administrator’s key and to no other', async () => {
  const practice = await startPractice();
  const key = practice.state.makeKey(practice.state.administrator);
  const shown = (await call(practice, 'GET', '/openai/config', { as: key })).json;
  expect(shown.OPENAI_API_KEYS).toEqual(['sk-prov']);
  expect(isObject((await call(practice, 'GET', '/api/v1/configs/export', { as: key })).json.openai)).toBe(true);
  const plain = practice.state.makeKey(practice.state.addAccount());
  expect((await call(practice, 'GET', '/openai/config', { as: plain })).status).toBe(401);
  await practice.close();
});

it('closes the identity route with the User Status switch, and ends sessions on request', async () => {
  const practice = await startPractice();
  const account = practice.state.addAccount();
  const [key, token] = [practice.state.makeKey(account), practice.state.makeSessionToken(account)];
  practice.state.set('ENABLE_USER_STATUS', false);
  const refused = await call(practice, 'GET', '/api/v1/users/user/status', { as: key });
  expect([refused.status, refused.json.detail]).toEqual([
    403,
    'The requested action has been restricted as a security measure.',
  ]);
  const as = practice.state.makeSessionToken(practice.state.administrator);
  expect((await call(practice, 'POST', `/api/v1/users/${account.id}/sessions/revoke`, { as })).text).toBe('true');
  expect((await call(practice, 'GET', '/api/models', { as: token })).json.detail).toBe('Invalid token');
  expect((await call(practice, 'GET', '/api/models', { as: key })).status).toBe(200);
  await practice.close();
});

it('tells people nothing about authentication from 0.12 on', async () => {
  const practice = await startPractice();
  const answer = await call(practice, 'POST', '/api/v1/auths/signin', { body: { email: 'x' } });
  expect([answer.status, answer.json.detail]).toEqual([422, 'Invalid authentication request.']);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('x-process-time')).toBe('0');
  await practice.close();
});
