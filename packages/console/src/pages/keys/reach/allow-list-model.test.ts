import type { AllowListView } from '@guichet/contract/admin-api';
import { expect, it } from 'vitest';
import { adminApiOf } from '../../../admin-api/testing-admin-api.ts';
import { AdministratorSession } from '../lent-sign-in/administrator-session.ts';
import { AllowListModel } from './allow-list-model.ts';

const VIEW: AllowListView = {
  state: 'to-do',
  now: { enabled: false, line: '' },
  wanted: { enabled: true, line: '/api/models' },
  kept: [],
  text: 'Text.',
  canUndo: false,
};

function modelOf(expired = false) {
  const done: string[] = [];
  const administrator = new AdministratorSession();
  let view = VIEW;
  const failure = { ok: false, failure: { code: 'ticket-expired' } } as const;
  const allowList = new AllowListModel({
    api: adminApiOf({
      proposeAllowList: async () => ({ ok: true, value: view }),
      applyAllowList: async () => {
        if (expired) return failure;
        view = { ...VIEW, state: 'already', canUndo: true };
        return { ok: true, value: { text: 'Restricted.' } };
      },
      undoAllowList: async () => {
        view = VIEW;
        return { ok: true, value: { ok: true, text: 'As before.' } };
      },
    }),
    administrator,
    onChanged: async () => void done.push('changed'),
    onHappened: async () => void done.push('happened'),
  });
  return { allowList, administrator, done };
}

it('shows what would change before it changes, does it, and takes it back', async () => {
  const { allowList, administrator, done } = modelOf();
  await allowList.open();
  expect(allowList.step.value).toEqual({ kind: 'sign-in' });
  administrator.take({ ticket: 't1', role: 'admin' });
  await allowList.open();
  expect(allowList.step.value).toEqual({ kind: 'shown', view: VIEW });
  expect(done).toEqual([]);
  await allowList.apply();
  expect(allowList.step.value).toMatchObject({ view: { state: 'already' }, said: { ok: true, text: 'Restricted.' } });
  await allowList.undo();
  expect(allowList.step.value).toMatchObject({ view: { state: 'to-do' }, said: { ok: true, text: 'As before.' } });
  expect(done).toEqual(['changed', 'changed']);
});

it('asks for a sign-in again when the server holds none any more', async () => {
  const { allowList, administrator, done } = modelOf(true);
  administrator.take({ ticket: 't1', role: 'admin' });
  await allowList.open();
  await allowList.apply();
  expect(allowList.step.value).toEqual({ kind: 'sign-in' });
  expect(allowList.signIn.step.value).toMatchObject({ kind: 'lend', failure: { code: 'ticket-expired' } });
  expect(done).toEqual([]);
});
