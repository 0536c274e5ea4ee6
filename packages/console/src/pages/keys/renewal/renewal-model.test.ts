import { expect, it } from 'vitest';
import { adminApiOf } from '../../../admin-api/testing-admin-api.ts';
import { RenewalModel } from './renewal-model.ts';

const REFUSED = { ok: false, failure: { code: 'refused', detail: 'Wrong password.' } } as const;

function modelOf(routes: Parameters<typeof adminApiOf>[0]) {
  let loads = 0;
  const renewal = new RenewalModel(adminApiOf(routes), {
    load: async () => {
      loads++;
    },
  });
  return { renewal, loads: () => loads };
}

it('is off until it was chosen and proved, and off again when it ends', async () => {
  const { renewal, loads } = modelOf({
    chooseRenewal: async ({ email, password }) =>
      password === 'right' ? { ok: true, value: { on: true, email } } : REFUSED,
    endRenewal: async () => ({ ok: true, value: undefined }),
  });
  await renewal.load();
  expect(renewal.view.value).toEqual({ on: false });
  expect(await renewal.choose('svc@example.com', 'wrong')).toBe(false);
  expect(renewal.failure.value).toEqual(REFUSED.failure);
  renewal.languageChanged();
  expect(renewal.failure.value).toBeUndefined();
  expect(await renewal.choose('svc@example.com', 'right')).toBe(true);
  expect(renewal.view.value).toEqual({ on: true, email: 'svc@example.com' });
  await renewal.end();
  expect(renewal.view.value).toEqual({ on: false });
  expect(renewal.hasEnded.value).toBe(true);
  expect(loads()).toBe(3);
});

it('stays on when it could not be ended, and is off when nothing was kept', async () => {
  let code = 'unreachable';
  const { renewal } = modelOf({
    renewal: async () => ({ ok: true, value: { on: true, email: 'a@b.c' } }),
    endRenewal: async () => ({ ok: false, failure: { code } }),
  });
  await renewal.load();
  await renewal.end();
  expect(renewal.view.value?.on).toBe(true);
  expect(renewal.failure.value).toEqual({ code });
  code = 'not-found';
  await renewal.end();
  expect(renewal.view.value?.on).toBe(false);
});
