import assert from 'node:assert/strict';
import { collectAnswer, question } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectFailed, expectOk, expectRefused, expectWhole } from '../expectations.ts';
import { claimsOf, signSessionToken } from '../sign-session-token.ts';

const UNKNOWN_KEY = `sk-${'a'.repeat(32)}`;

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

/** Credentials of every kind, good and bad. */
export const credentialCases: ContractCase[] = [
  {
    name: 'an API key is accepted',
    async run({ client, service }) {
      assert.match(service.key, /^sk-[0-9a-f]{32}$/);
      assert.ok(expectOk(await client().models()).length > 0);
    },
  },
  {
    name: 'a session token is accepted, for models and for answers',
    async run({ client, service }) {
      expectOk(await client(service.token).models());
      expectWhole(await collectAnswer(client(service.token), question('hi')), 'You said: hi');
    },
  },
  {
    name: 'an unknown API key is told apart, for models and for answers',
    async run({ client }) {
      expectRefused(await client(UNKNOWN_KEY).models(), 'key-unknown');
      const failure = expectFailed(await collectAnswer(client(UNKNOWN_KEY), question('hi')), { cause: 'key-unknown' });
      assert.equal(failure.confidence, 'certain');
    },
  },
  {
    name: "a provider's key is told apart",
    async run({ client }) {
      expectRefused(await client('sk-proj-abcdef').models(), 'key-is-provider-key');
      expectRefused(await client('sk-ant-api03-xxxx').models(), 'key-is-provider-key');
    },
  },
  {
    name: 'text that is no credential is told apart',
    async run({ client }) {
      expectRefused(await client('garbage').models(), 'key-malformed');
    },
  },
  {
    name: 'an expired session token is told apart',
    async run({ client, service, secret }) {
      const token = signSessionToken({ ...claimsOf(service.token), exp: nowSeconds() - 100 }, secret);
      expectRefused(await client(token).models(), 'session-token-expired');
      expectFailed(await collectAnswer(client(token), question('hi')), { cause: 'session-token-expired' });
    },
  },
  {
    name: 'a session token signed with another secret is told apart',
    async run({ client, service }) {
      const token = signSessionToken(claimsOf(service.token), 'another secret');
      expectRefused(await client(token).models(), 'session-token-rejected');
    },
  },
  {
    name: 'a signed token that no Open WebUI made is told apart',
    async run({ client, secret }) {
      const token = signSessionToken({ sub: 'somebody', exp: nowSeconds() + 1000 }, secret);
      expectRefused(await client(token).models(), 'key-is-foreign-token');
    },
  },
  {
    name: 'a token made from the secret with id and exp alone works',
    until: '0.12.0',
    async run({ client, service, secret }) {
      const token = signSessionToken({ id: service.id, exp: nowSeconds() + 1000 }, secret);
      expectOk(await client(token).models());
    },
  },
  {
    name: 'a token made from the secret with id and exp alone is refused and told apart',
    since: '0.12.0',
    async run({ client, service, secret }) {
      const token = signSessionToken({ id: service.id, exp: nowSeconds() + 1000 }, secret);
      expectRefused(await client(token).models(), 'session-token-rejected');
    },
  },
  {
    name: 'a key that was replaced is unknown from then on, the new one works',
    async run({ client, addAccount, makeKey }) {
      const { token } = await addAccount();
      const first = await makeKey(token);
      const second = await makeKey(token);
      expectRefused(await client(first).models(), 'key-unknown');
      expectOk(await client(second).models());
    },
  },
  {
    name: 'a deleted key is unknown',
    async run({ client, call, addAccount, makeKey }) {
      const key = await makeKey((await addAccount()).token);
      assert.equal((await call('DELETE', '/api/v1/auths/api_key', { as: key })).status, 200);
      expectRefused(await client(key).models(), 'key-unknown');
    },
  },
  {
    name: 'sign-out ends no session token where no Redis is',
    async run({ client, call, addAccount, version }) {
      const { token } = await addAccount();
      await call(version.startsWith('0.6.') || version.startsWith('0.8.') ? 'GET' : 'POST', '/api/v1/auths/signout', {
        as: token,
      });
      expectOk(await client(token).models());
    },
  },
  {
    name: 'a changed password leaves session token and key alive',
    until: '0.12.0',
    async run({ client, call, addAccount, makeKey }) {
      const { token } = await addAccount();
      const key = await makeKey(token);
      const body = { password: 'svc-password-1', new_password: 'svc-password-2' };
      assert.equal((await call('POST', '/api/v1/auths/update/password', { as: token, body })).status, 200);
      expectOk(await client(token).models());
      expectOk(await client(key).models());
    },
  },
  {
    name: 'a changed password ends session tokens, which is told apart, and leaves the key alive',
    since: '0.12.0',
    async run({ client, call, addAccount, makeKey }) {
      const { token } = await addAccount();
      const key = await makeKey(token);
      const body = { password: 'svc-password-1', new_password: 'svc-password-2' };
      assert.equal((await call('POST', '/api/v1/auths/update/password', { as: token, body })).status, 200);
      expectRefused(await client(token).models(), 'session-token-revoked');
      expectOk(await client(key).models());
    },
  },
];
