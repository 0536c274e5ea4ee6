import type { CredentialView } from '@guichet/contract/admin-api';
import { expect, it } from 'vitest';
import type { Outcome } from '../../admin-api/outcome.ts';
import { adminApiOf } from '../../admin-api/testing-admin-api.ts';
import { KeysModel } from './keys-model.ts';
import { credentialView } from './testing-credential.ts';

const NOW = 1_000;

it('keeps what is shown when reading it again fails', async () => {
  const answers = [
    { ok: true, value: credentialView() },
    { ok: false, failure: { code: 'unreachable' } },
  ] as const;
  let count = 0;
  const model = new KeysModel(adminApiOf({ credential: async () => answers[count++] ?? answers[1] }), () => NOW);
  await model.load();
  expect(model.credential.value).toEqual({ view: credentialView(), readAt: NOW });
  await model.reload();
  expect(model.credential.value?.view).toEqual(credentialView());
  expect(model.credentialFailure.value).toEqual({ code: 'unreachable' });
});

it('asks Open WebUI at once about a key that was just put in', async () => {
  const unproven = credentialView({ state: { kind: 'unproven' } });
  const model = new KeysModel(
    adminApiOf({
      replaceCredential: async () => ({ ok: true, value: unproven }),
      probe: async () => ({ ok: true, value: credentialView() }),
    }),
  );
  expect((await model.replace('sk-x')).ok).toBe(true);
  expect(model.credential.value?.view.state.kind).toBe('accepted');
});

it('never shows what was read before a change after it', async () => {
  let answer: (outcome: Outcome<CredentialView>) => void = () => {};
  const model = new KeysModel(
    adminApiOf({
      credential: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
      replaceCredential: async () => ({ ok: true, value: credentialView({ openWebUiUrl: 'new' }) }),
    }),
  );
  const reading = model.reload();
  await model.replace('sk-x');
  answer({ ok: true, value: credentialView({ openWebUiUrl: 'old' }) });
  await reading;
  expect(model.credential.value?.view.openWebUiUrl).toBe('new');
});

it('leaves everything as it is when a key is refused, and reads what happened', async () => {
  const entry = { id: '1', at: '2026-11-23T08:00:00.000Z', actor: 'console', action: 'credential-refused', detail: {} };
  const model = new KeysModel(
    adminApiOf({
      replaceCredential: async () => ({ ok: false, failure: { code: 'credential-refused' } }),
      audit: async () => ({ ok: true, value: { entries: [entry] } }),
    }),
  );
  expect(await model.replace('sk-x')).toEqual({ ok: false, failure: { code: 'credential-refused' } });
  expect(model.credential.value).toBeUndefined();
  expect(model.entries.value).toEqual([entry]);
});
