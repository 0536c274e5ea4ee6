import type { ExchangeView, OpenWebUiSignInView } from '@guichet/contract/admin-api';
import { describe, expect, it } from 'vitest';
import type { CreateWish } from '../../../admin-api/admin-api.ts';
import type { Outcome } from '../../../admin-api/outcome.ts';
import { adminApiOf } from '../../../admin-api/testing-admin-api.ts';
import { KeysModel } from '../keys-model.ts';
import { API_KEY, credentialView } from '../testing-credential.ts';
import { ExchangeModel } from './exchange-model.ts';
import { BEGINNING } from './exchange-step.ts';

const LENT = { email: 'svc@example.com', password: 'secret' };
const SESSION: OpenWebUiSignInView = {
  kind: 'session',
  ticket: 't1',
  role: 'user',
  email: 'svc@example.com',
  expiresInSeconds: 600,
};
const HELD_SESSION = { ticket: 't1', role: 'user', email: 'svc@example.com' };
const DONE: ExchangeView = { kind: 'done', created: false, replacedOld: false, credential: credentialView() };

type SignIn = OpenWebUiSignInView | { failure: string };
type Exchange = ExchangeView | { failure: string };

function modelWith(signIns: SignIn[], exchanges: Exchange[]) {
  const asked: unknown[] = [];
  const next = <View>(views: (View | { failure: string })[]): Outcome<View> => {
    const view = views.shift();
    if (view === undefined) throw new Error('asked too often');
    if (typeof view === 'object' && view !== null && 'failure' in view) {
      return { ok: false, failure: { code: view.failure } };
    }
    return { ok: true, value: view };
  };
  const api = adminApiOf({
    signInAtOpenWebUi: async (lent) => {
      asked.push(lent);
      return next(signIns);
    },
    exchange: async (ticket, create: CreateWish) => {
      asked.push([ticket, create]);
      return next(exchanges);
    },
  });
  const keys = new KeysModel(api);
  return { model: new ExchangeModel(api, keys), keys, asked };
}

describe('from a sign-in to a key', () => {
  it('takes the key the account has, without making one', async () => {
    const { model, keys, asked } = modelWith([SESSION], [DONE]);
    await model.lend(LENT);
    expect(model.step.value).toEqual({ kind: 'done', created: false, replacedOld: false, held: API_KEY });
    expect(keys.credential.value?.view).toEqual(credentialView());
    expect(asked).toEqual([LENT, ['t1', 'never']]);
  });

  it('asks before it makes one, and again before one dies of it', async () => {
    const made: ExchangeView = { kind: 'done', created: true, replacedOld: true, credential: credentialView() };
    const { model, asked } = modelWith([SESSION], [{ kind: 'no-key' }, { kind: 'would-replace' }, made]);
    await model.lend(LENT);
    expect(model.step.value).toEqual({ kind: 'no-key', session: HELD_SESSION });
    await model.look(HELD_SESSION, 'if-none');
    expect(model.step.value).toEqual({ kind: 'would-replace', session: HELD_SESSION });
    await model.look(HELD_SESSION, 'replace');
    expect(model.step.value).toMatchObject({ kind: 'done', replacedOld: true });
    expect(asked.slice(1)).toEqual([
      ['t1', 'never'],
      ['t1', 'if-none'],
      ['t1', 'replace'],
    ]);
  });

  it('stops at an administrator’s account before anything is taken', async () => {
    const { model } = modelWith([{ ...SESSION, role: 'admin' }], []);
    await model.lend(LENT);
    expect(model.step.value).toEqual({ kind: 'administrator', session: { ...HELD_SESSION, role: 'admin' } });
  });

  it('carries a second step through, wrong codes included', async () => {
    const { model, asked } = modelWith(
      [
        { kind: 'second-factor', ticket: 'c1', step: 'verify', text: 'Code?' },
        { kind: 'refused', cause: 'unknown', text: 'Wrong code.' },
        SESSION,
      ],
      [DONE],
    );
    await model.lend(LENT);
    expect(model.step.value).toEqual({ kind: 'code', ticket: 'c1' });
    await model.answerCode('000000', false);
    expect(model.step.value).toEqual({ kind: 'code', ticket: 'c1', refusal: 'Wrong code.' });
    await model.answerCode('123456', false);
    expect(model.step.value.kind).toBe('done');
    expect(asked[2]).toEqual({ ticket: 'c1', code: '123456', recovery: false });
  });

  it('sends people to Open WebUI for what only it can do', async () => {
    const { model } = modelWith([{ kind: 'second-factor', ticket: 'c1', step: 'enroll', text: '' }], []);
    await model.lend(LENT);
    expect(model.step.value).toEqual({ kind: 'elsewhere', step: 'enroll' });
  });

  it('keeps to the limit that Open WebUI sets', async () => {
    const { model } = modelWith([{ kind: 'refused', cause: 'unknown', text: 'Wait.', retryAfter: 30 }], []);
    await model.lend(LENT);
    expect(model.step.value).toEqual({ kind: 'lend', refusal: 'Wait.', retryAfter: 30 });
  });

  it('counts the looks at a switch that is off, but not those for another language', async () => {
    const off: ExchangeView = { kind: 'keys-off', text: 'Off.', steps: [{ path: ['A'], who: 'administrator' }] };
    const { model } = modelWith([SESSION], [off, off, off]);
    await model.lend(LENT);
    expect(model.step.value).toMatchObject({ kind: 'keys-off', looks: 1 });
    await model.look(HELD_SESSION);
    expect(model.step.value).toMatchObject({ kind: 'keys-off', looks: 2 });
    await model.languageChanged();
    expect(model.step.value).toMatchObject({ kind: 'keys-off', looks: 1 });
  });

  it('offers a new key only where the key, and not the sign-in, is what does not work', async () => {
    const { model } = modelWith(
      [SESSION, SESSION],
      [
        { kind: 'failed', cause: 'key-unknown', text: 'Unknown.' },
        { kind: 'failed', cause: 'session-token-revoked', text: 'Ended.' },
      ],
    );
    await model.lend(LENT);
    expect(model.step.value).toMatchObject({ kind: 'failed', mayReplace: true });
    await model.lend(LENT);
    expect(model.step.value).toMatchObject({ kind: 'failed', mayReplace: false });
  });

  it('goes back to the sign-in when it is no longer held, and stays where it was when the server is away', async () => {
    const { model } = modelWith(
      [SESSION],
      [{ kind: 'no-key' }, { failure: 'unreachable' }, { failure: 'ticket-expired' }],
    );
    await model.lend(LENT);
    await model.look(HELD_SESSION, 'if-none');
    expect(model.step.value).toEqual({ kind: 'no-key', session: HELD_SESSION, failure: { code: 'unreachable' } });
    await model.languageChanged();
    expect(model.step.value).toEqual({ kind: 'no-key', session: HELD_SESSION });
    await model.look(HELD_SESSION, 'if-none');
    expect(model.step.value).toEqual({ kind: 'lend', failure: { code: 'ticket-expired' } });
    model.beginAgain();
    expect(model.step.value).toBe(BEGINNING);
  });

  it('keeps nothing that was lent', async () => {
    const { model } = modelWith([SESSION], [{ kind: 'no-key' }]);
    await model.lend(LENT);
    expect(JSON.stringify(model.step.value)).not.toContain(LENT.password);
  });
});
