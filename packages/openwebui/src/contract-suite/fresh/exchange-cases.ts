import assert from 'node:assert/strict';
import { Secret } from '../../desk/secret.ts';
import { exchangeKey } from '../../key-exchange/exchange-key.ts';
import type { KeyExchange } from '../../key-exchange/key-exchange-types.ts';
import { changeSettings } from '../../provision/admin-settings.ts';
import { createAdministrator } from '../../provision/administrator.ts';
import { signIn } from '../../sign-in/sign-in.ts';
import { createSignInLimiter } from '../../sign-in/sign-in-limiter.ts';
import { expectOk, expectRefused } from '../expectations.ts';
import type { FreshCase } from './fresh-case.ts';
import type { FreshContext } from './fresh-server.ts';

/** A sign-in or a session for a key. */
export const exchangeCases: FreshCase[] = [
  {
    name: 'on a fresh instance the switch and the permission are named, with their places',
    async run(context) {
      const { desk, admin } = context;
      const off = await exchangeKey(desk, admin, { create: 'if-none', locale: 'fr' });
      assert.equal(off.kind, 'keys-off', JSON.stringify(off));
      assert.ok(off.kind === 'keys-off');
      assert.equal(off.cause, 'api-keys-disabled');
      assert.equal(off.places[0]?.what, 'switch-keys-on');
      assert.ok(off.places[0]?.path?.checked);
      await withAccount(context, async (session) => {
        assert.deepEqual(places(await exchangeKey(desk, session, { create: 'if-none' })), [
          'switch-keys-on',
          'default-permission',
        ]);
        await withKeys(context, false, async () => {
          assert.deepEqual(places(await exchangeKey(desk, session, { create: 'if-none' })), ['default-permission']);
        });
      });
    },
  },
  {
    name: 'a key is created where there is none, read where there is one, and replaced only when told to',
    async run(context) {
      const { desk, client } = context;
      await withKeys(context, true, () =>
        withAccount(context, async (session) => {
          assert.equal((await exchangeKey(desk, session, { create: 'never' })).kind, 'no-key');
          const created = await exchangeKey(desk, session, { create: 'if-none' });
          assert.ok(created.kind === 'created-key' && !created.replacedOld, JSON.stringify(created));
          const read = await exchangeKey(desk, session, { create: 'if-none' });
          assert.ok(read.kind === 'existing-key' && read.trouble === undefined, JSON.stringify(read));
          assert.equal(read.key.reveal(), created.key.reveal());
          const replaced = await exchangeKey(desk, session, { create: 'replace' });
          assert.ok(replaced.kind === 'created-key' && replaced.replacedOld, JSON.stringify(replaced));
          expectRefused(await client(created.key).models(), 'key-unknown');
          expectOk(await client(replaced.key).models());
          assert.ok(!/sk-[0-9a-f]{8}|eyJ/.test(JSON.stringify([created, read, replaced])));
        }),
      );
    },
  },
  {
    name: 'an existing key that nobody may use while keys are off is told so',
    async run(context) {
      const { desk } = context;
      await withAccount(context, async (session) => {
        await withKeys(context, true, async () => {
          assert.equal((await exchangeKey(desk, session, { create: 'if-none' })).kind, 'created-key');
        });
        const off = await exchangeKey(desk, session, { create: 'if-none' });
        assert.ok(off.kind === 'keys-off' && off.cause === 'api-keys-disabled', JSON.stringify(off));
      });
    },
  },
  {
    name: 'a wrong password is told apart, and the sixteenth try is refused, which is told apart as well',
    async run({ desk }) {
      const generous = () => createSignInLimiter();
      const wrong = { email: 'nobody@example.com', password: new Secret('canary-password') };
      for (let count = 0; count < 15; count++) {
        const refused = await signIn(desk, wrong, generous());
        assert.ok(refused.kind === 'refused' && refused.why === 'wrong-password', JSON.stringify(refused));
        assert.ok(!JSON.stringify(refused).includes('canary'));
      }
      const limited = await signIn(desk, wrong, generous());
      assert.ok(limited.kind === 'limited' && limited.by === 'open-webui', JSON.stringify(limited));
    },
  },
  {
    name: 'a pending account is told so, whether it signs in or brings its session',
    async run(context) {
      const { desk } = context;
      await withAccount(
        context,
        async (session, { email, password }) => {
          const refused = await exchangeKey(desk, session, { create: 'if-none' });
          assert.ok(refused.kind === 'refused' && refused.cause === 'account-pending', JSON.stringify(refused));
          const signedIn = await signIn(desk, { email, password }, createSignInLimiter());
          assert.equal(signedIn.kind, 'pending');
        },
        'pending',
      );
    },
  },
];

function places(exchange: KeyExchange): string[] {
  assert.ok(exchange.kind === 'keys-off', JSON.stringify(exchange));
  return exchange.places.map(({ what }) => what);
}

/** Switches keys on, and where wanted permits them to everybody; and back. */
export async function withKeys(context: FreshContext, permit: boolean, run: () => Promise<void>): Promise<void> {
  const administrator = createAdministrator(context.desk, context.admin);
  const path = '/api/v1/users/default/permissions';
  const before = await context.call({ path });
  const features = typeof before.features === 'object' ? before.features : {};
  await changeSettings(administrator, { ENABLE_API_KEYS: true });
  if (permit) {
    const body = { ...before, features: { ...features, api_keys: true } };
    await context.call({ method: 'POST', path, body });
  }
  try {
    await run();
  } finally {
    if (permit) await context.call({ method: 'POST', path, body: before });
    await changeSettings(administrator, { ENABLE_API_KEYS: false });
  }
}

let accounts = 0;

export async function withAccount(
  context: FreshContext,
  run: (session: Secret, account: { email: string; password: Secret }) => Promise<void>,
  role = 'user',
): Promise<void> {
  const email = `person-${++accounts}@example.com`;
  const body = { name: 'Person', email, password: 'svc-Password-1', role };
  const added = await context.call({ method: 'POST', path: '/api/v1/auths/add', body });
  try {
    await run(new Secret(String(added.token)), { email, password: new Secret(body.password) });
  } finally {
    await context.call({ method: 'DELETE', path: `/api/v1/users/${added.id}` });
  }
}
