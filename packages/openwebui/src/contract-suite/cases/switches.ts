import assert from 'node:assert/strict';
import { collectAnswer, question } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectFailed, expectOk, expectRefused, expectWhole } from '../expectations.ts';
import { withoutKeyPermission, withSettings } from '../settings-switch.ts';

const ALLOW_MODELS_ONLY = {
  ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS: true,
  API_KEYS_ALLOWED_ENDPOINTS: '/api/models',
};
const ALLOW_OURS = {
  ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS: true,
  API_KEYS_ALLOWED_ENDPOINTS: '/api/models,/api/chat/completions,/api/v1/users/user/status',
};

/** Switches and permissions of an administrator, and accounts that may not or are no more. */
export const switchCases: ContractCase[] = [
  {
    name: 'API keys switched off are told apart; session tokens go on',
    async run(context) {
      const { client, service } = context;
      await withSettings(context, { ENABLE_API_KEYS: false }, async () => {
        expectRefused(await client().models(), 'api-keys-disabled');
        expectFailed(await collectAnswer(client(), question('hi')), { cause: 'api-keys-disabled' });
        expectRefused(await client().identity(), 'api-keys-disabled');
        expectOk(await client(service.token).models());
      });
      expectOk(await client().models());
    },
  },
  {
    name: 'a missing permission for keys reads like keys switched off, and is called no more than probable',
    async run(context) {
      const { client } = context;
      await withoutKeyPermission(context, async () => {
        assert.equal(expectRefused(await client().models(), 'api-keys-disabled').confidence, 'probable');
      });
    },
  },
  {
    name: 'an allow-list without answers is told apart; models and session tokens go on',
    async run(context) {
      const { client, service } = context;
      await withSettings(context, ALLOW_MODELS_ONLY, async () => {
        expectOk(await client().models());
        expectFailed(await collectAnswer(client(), question('hi')), { cause: 'api-key-endpoint-restricted' });
        expectRefused(await client().identity(), 'api-key-endpoint-restricted');
        expectWhole(await collectAnswer(client(service.token), question('hi')), 'You said: hi');
      });
    },
  },
  {
    name: 'an allow-list with what Guichet asks is enough',
    async run(context) {
      const { client, call, service } = context;
      await withSettings(context, ALLOW_OURS, async () => {
        expectOk(await client().models());
        expectOk(await client().identity());
        expectWhole(await collectAnswer(client(), question('hi')), 'You said: hi');
        assert.equal((await call('GET', '/api/v1/users/search', { as: service.key })).status, 403);
      });
    },
  },
  {
    name: 'a pending account is told apart, by session token and by key',
    async run({ client, addAccount, makeKey }) {
      const { token } = await addAccount('pending');
      const key = await makeKey(token);
      expectRefused(await client(token).models(), 'account-pending');
      expectRefused(await client(key).models(), 'account-pending');
      expectFailed(await collectAnswer(client(key), question('hi')), { cause: 'account-pending' });
      assert.equal(expectOk(await client(token).identity()).role, 'pending');
      assert.equal(expectOk(await client(key).identity()).role, 'pending');
    },
  },
  {
    name: 'a deleted account is told apart: its session token is gone, its key unknown',
    async run({ client, call, addAccount, makeKey, admin }) {
      const { id, token } = await addAccount();
      const key = await makeKey(token);
      assert.equal((await call('DELETE', `/api/v1/users/${id}`, { as: admin.token })).status, 200);
      expectRefused(await client(token).models(), 'account-gone');
      expectRefused(await client(key).models(), 'key-unknown');
    },
  },
];
