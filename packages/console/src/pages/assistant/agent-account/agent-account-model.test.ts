import type { AgentAccountView } from '@guichet/contract/admin-api';
import { expect, it } from 'vitest';
import type { AgentAccountWish } from '../../../admin-api/admin-api.ts';
import { adminApiOf } from '../../../admin-api/testing-admin-api.ts';
import { AgentAccountModel } from './agent-account-model.ts';

const REFUSED = { ok: false, failure: { code: 'refused', detail: 'Wrong password.' } } as const;
const EMAIL = 'svc@example.com';

function modelOf(routes: Parameters<typeof adminApiOf>[0]) {
  let reads = 0;
  const account = new AgentAccountModel(adminApiOf(routes), {
    load: async () => {
      reads++;
    },
  });
  return { account, reads: () => reads };
}

it('is kept once it is proved, and reads the modes again then and when it is forgotten', async () => {
  const kept: AgentAccountView[] = [];
  const none: AgentAccountView = { on: false, direct: false, problem: { id: 'no-account', text: 'None.' } };
  const { account, reads } = modelOf({
    agentAccount: async () => ({ ok: true, value: kept[0] ?? none }),
    chooseAgentAccount: async ({ email, password }) => {
      if (password !== 'right') return REFUSED;
      kept.push({ on: true, email, direct: false });
      return { ok: true, value: { on: true, email, direct: false } };
    },
    forgetAgentAccount: async () => {
      kept.pop();
      return { ok: true, value: undefined };
    },
  });
  await account.load();
  expect(await account.choose({ email: EMAIL, password: 'wrong' })).toBe(false);
  expect(account.failure.value).toEqual({ at: 'choose', failure: REFUSED.failure });
  expect([account.view.value, reads()]).toEqual([none, 0]);

  expect(await account.choose({ email: EMAIL, password: 'right' })).toBe(true);
  expect(account.failure.value).toBeUndefined();
  expect([account.view.value, reads()]).toEqual([{ on: true, email: EMAIL, direct: false }, 1]);

  expect(await account.forget()).toBe(true);
  expect([account.view.value, account.isForgotten.value, reads()]).toEqual([none, true, 2]);
});

it('stays when it could not be forgotten, and is forgotten when nothing was kept', async () => {
  let code = 'unreachable';
  let view: AgentAccountView = { on: true, email: EMAIL, direct: false };
  const { account } = modelOf({
    agentAccount: async () => ({ ok: true, value: view }),
    forgetAgentAccount: async () => ({ ok: false, failure: { code } }),
  });
  await account.load();
  expect(await account.forget()).toBe(false);
  expect([account.view.value?.on, account.failure.value]).toEqual([true, { at: 'forget', failure: { code } }]);
  code = 'not-found';
  view = { on: false, direct: false };
  expect(await account.forget()).toBe(true);
  expect([account.view.value?.on, account.failure.value]).toEqual([false, undefined]);
});

it('says what the server said no longer once the language is another', async () => {
  const { account } = modelOf({ chooseAgentAccount: async (_: AgentAccountWish) => REFUSED });
  await account.choose({ email: EMAIL, password: 'wrong' });
  await account.load();
  expect(account.failure.value).toBeUndefined();
});
