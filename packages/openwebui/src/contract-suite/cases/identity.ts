import assert from 'node:assert/strict';
import type { ContractCase } from '../contract-case.ts';
import { expectOk } from '../expectations.ts';
import { withSettings } from '../settings-switch.ts';

/** Whose credential it is. */
export const identityCases: ContractCase[] = [
  {
    name: 'a key and a session token tell their owner, and nothing else of the body is kept',
    async run({ client, service }) {
      for (const credential of [service.key, service.token]) {
        const identity = expectOk(await client(credential).identity());
        assert.equal(identity.role, 'user');
        assert.equal(identity.accountId, service.id);
        assert.equal(identity.email, service.email);
        assert.deepEqual(Object.keys(identity).sort(), ['accountId', 'email', 'name', 'role']);
      }
    },
  },
  {
    name: "an administrator's key shows itself",
    async run({ client, addAccount, makeKey }) {
      const key = await makeKey((await addAccount('admin')).token);
      assert.equal(expectOk(await client(key).identity()).role, 'admin');
    },
  },
  {
    name: 'the older identity route refuses API keys',
    since: '0.12.0',
    async run({ call, service }) {
      const reply = await call('GET', '/api/v1/auths/', { as: service.key });
      assert.equal(reply.status, 403);
      assert.deepEqual(reply.json, { detail: 'A human session is required.' });
    },
  },
  {
    name: 'with "User Status" switched off the role is still found',
    since: '0.7.0',
    async run(context) {
      const { client, service, addAccount, makeKey } = context;
      const adminKey = await makeKey((await addAccount('admin')).token);
      await withSettings(context, { ENABLE_USER_STATUS: false }, async () => {
        assert.equal(expectOk(await client().identity()).role, 'user');
        assert.equal(expectOk(await client(service.token).identity()).email, service.email);
        assert.equal(expectOk(await client(adminKey).identity()).role, 'admin');
      });
    },
  },
];
