import { afterEach, beforeEach, expect, it } from 'vitest';
import type { JsonObject } from './http/read-body.ts';
import { CHAT, call, question } from './practice-client.ts';
import { type PracticeServer, startPractice } from './start-practice.ts';

let practice: PracticeServer;
beforeEach(async () => {
  practice = await startPractice({ fresh: true });
});
afterEach(() => practice.close());

it('turns the switches of a fresh server one by one', async () => {
  const account = practice.state.addAccount();
  const as = practice.state.makeKey(account);
  const models = () => call(practice, 'GET', '/api/models', { as });
  expect((await models()).json.detail).toBe('Use of API key is not enabled in the environment.');
  practice.state.set('ENABLE_API_KEYS', true);
  expect((await models()).status).toBe(403);
  practice.state.permit('features', 'api_keys', true);
  expect((await models()).json.data).toEqual([]);
  practice.state.shareModel('echo', account);
  expect(((await models()).json.data as JsonObject[]).map((model) => model.id)).toEqual(['echo']);
  practice.state.restrictKeysTo('/api/chat/completions');
  expect((await models()).status).toBe(403);
  expect((await call(practice, 'POST', CHAT, { as, body: question('echo', 'hi') })).status).toBe(200);
  account.role = 'pending';
  expect((await call(practice, 'POST', CHAT, { as, body: question('echo', 'hi') })).status).toBe(401);
  practice.state.deleteAccount(account);
  expect((await models()).status).toBe(401);
});

it('tells what the server was sent', async () => {
  await call(practice, 'POST', CHAT, { as: 'sk-nobody', body: question('echo', 'hi') });
  const [request] = practice.state.received;
  expect([request?.method, request?.path, request?.headers.authorization]).toEqual(['POST', CHAT, 'Bearer sk-nobody']);
  expect(request?.body).toEqual(question('echo', 'hi'));
});
