import type { SetUpPlanView } from '@guichet/contract/admin-api';
import { describe, expect, it } from 'vitest';
import type { AdminApi } from '../../../admin-api/admin-api.ts';
import { adminApiOf } from '../../../admin-api/testing-admin-api.ts';
import { KeysModel } from '../keys-model.ts';
import { AdministratorSession } from '../lent-sign-in/administrator-session.ts';
import { credentialView } from '../testing-credential.ts';
import { SetUpModel } from './set-up-model.ts';

const STEP = { id: 'make-key', text: 'Make the key.', state: 'to-do' } as const;
const PLAN: SetUpPlanView = {
  plan: 'p1',
  version: '0.12.4',
  model: { id: 'echo', name: 'echo' },
  steps: [STEP],
  obstacles: [],
  questions: [],
  notes: [],
};
const EXPIRED = { ok: false, failure: { code: 'ticket-expired' } } as const;
const LENT = { email: 'admin@example.com', password: 'x' };

function modelOf(routes: Partial<AdminApi>, site?: string) {
  const administrator = new AdministratorSession();
  const api = adminApiOf({
    signInAtOpenWebUi: async () => ({
      ok: true,
      value: { kind: 'session', ticket: 't1', role: 'admin', expiresInSeconds: 600 },
    }),
    planSetUp: async () => ({ ok: true, value: PLAN }),
    credential: async () => ({ ok: true, value: credentialView() }),
    ...routes,
  });
  const keys = new KeysModel(api);
  return { administrator, keys, setUp: new SetUpModel(api, keys, administrator, site) };
}

it('asks for a sign-in first, shows the plan, and carries it out', async () => {
  const { setUp, keys, administrator } = modelOf({
    runSetUp: async (ticket, plan, onLine) => {
      expect([ticket, plan]).toEqual(['t1', 'p1']);
      onLine({ kind: 'before', step: STEP });
      expect(setUp.step.value).toMatchObject({ kind: 'working', lines: [{ state: 'doing' }] });
      onLine({ kind: 'after', step: { ...STEP, state: 'done' } });
      onLine({ kind: 'end', ok: true, text: 'Done.', credential: credentialView({ openWebUiUrl: 'set-up' }) });
      return { ok: true, value: undefined };
    },
    setUpState: async () => ({ ok: true, value: { site: 'default', canUndo: true, sites: [] } }),
  });
  await setUp.open();
  expect(setUp.step.value).toEqual({ kind: 'sign-in', goal: 'plan' });
  await setUp.signIn.lend(LENT);
  expect(administrator.session.value?.ticket).toBe('t1');
  expect(setUp.step.value).toEqual({ kind: 'plan', plan: PLAN });
  await setUp.run();
  expect(setUp.step.value).toMatchObject({ kind: 'ended', goal: 'plan', ok: true, text: 'Done.' });
  expect(keys.credential.value?.view.openWebUiUrl).toBe('set-up');
  expect(setUp.state.value).toMatchObject({ canUndo: true });
});

it('keeps the answers and the model from plan to plan, and drops them with a new beginning', async () => {
  const wishes: unknown[] = [];
  const { setUp, administrator } = modelOf({
    planSetUp: async (_, wish) => {
      wishes.push(wish);
      return { ok: true, value: PLAN };
    },
  });
  administrator.take({ ticket: 't1', role: 'admin' });
  await setUp.open();
  await setUp.planWith({ answers: { 'group-exists': 'use-it' } });
  await setUp.planWith({ model: 'echo' });
  await setUp.languageChanged();
  await setUp.open();
  const both = { answers: { 'group-exists': 'use-it' }, model: 'echo' };
  expect(wishes).toEqual([{}, { answers: { 'group-exists': 'use-it' } }, both, both, {}]);
});

it('prepares the whole agent where that was wished, and again where it was set up so', async () => {
  const wishes: unknown[] = [];
  const { setUp, administrator } = modelOf({
    setUpState: async () => ({ ok: true, value: { site: 'default', canUndo: true, wholeAgent: true, sites: [] } }),
    planSetUp: async (_, wish) => {
      wishes.push(wish);
      return { ok: true, value: PLAN };
    },
  });
  administrator.take({ ticket: 't1', role: 'admin' });
  await setUp.open({ tools: 'whole-agent', model: 'echo' });
  await setUp.planWith({ closePermissions: true });
  await setUp.planWith({ tools: undefined, closePermissions: false });
  await setUp.loadState();
  await setUp.open();
  expect(wishes).toEqual([
    { tools: 'whole-agent', model: 'echo' },
    { tools: 'whole-agent', model: 'echo', closePermissions: true, answers: {} },
    { model: 'echo', closePermissions: false, answers: {} },
    { tools: 'whole-agent' },
  ]);
});

it('shows the plan of the last wish, whichever is answered first', async () => {
  const held = Promise.withResolvers<void>();
  const { setUp, administrator } = modelOf({
    planSetUp: async (_, { tools }) => {
      if (tools) await held.promise;
      return { ok: true, value: { ...PLAN, plan: tools ? 'with' : 'without' } };
    },
  });
  administrator.take({ ticket: 't1', role: 'admin' });
  await setUp.open();
  const slow = setUp.planWith({ tools: 'whole-agent' });
  await setUp.planWith({ tools: undefined });
  held.resolve();
  await slow;
  expect(setUp.step.value).toMatchObject({ kind: 'plan', plan: { plan: 'without' } });
});

it('begins again with a sign-in when the server holds none any more, and says why', async () => {
  const { setUp, administrator } = modelOf({ planSetUp: async () => EXPIRED, undoSetUp: async () => EXPIRED });
  administrator.take({ ticket: 'old', role: 'admin' });
  await setUp.open();
  expect(setUp.step.value).toEqual({ kind: 'sign-in', goal: 'plan' });
  expect(setUp.signIn.step.value).toEqual({ kind: 'lend', failure: EXPIRED.failure });
  expect(administrator.session.value).toBeUndefined();
  administrator.take({ ticket: 'old', role: 'admin' });
  await setUp.undo();
  expect(setUp.step.value).toEqual({ kind: 'sign-in', goal: 'undo' });
});

it('says what was done when the connection is lost, and that no last word came', async () => {
  const { setUp, administrator } = modelOf({
    runSetUp: async (_, __, onLine) => {
      onLine({ kind: 'before', step: STEP });
      return { ok: false, failure: { code: 'unreachable' } };
    },
  });
  administrator.take({ ticket: 't1', role: 'admin' });
  await setUp.open();
  await setUp.run();
  expect(setUp.step.value).toEqual({
    kind: 'ended',
    goal: 'plan',
    ok: false,
    lines: [STEP],
    failure: { code: 'unreachable' },
  });
});

it('asks for the code of a second step', async () => {
  const asked: unknown[] = [];
  const { setUp } = modelOf({
    signInAtOpenWebUi: async (lent) => {
      asked.push(lent);
      return 'code' in lent
        ? { ok: true, value: { kind: 'session', ticket: 't2', role: 'admin', expiresInSeconds: 600 } }
        : { ok: true, value: { kind: 'second-factor', ticket: 'c1', step: 'verify', text: 'Code?' } };
    },
  });
  await setUp.open();
  await setUp.signIn.lend(LENT);
  expect(setUp.signIn.step.value).toEqual({ kind: 'code', ticket: 'c1' });
  await setUp.signIn.answerCode('123456', false);
  expect(asked[1]).toEqual({ ticket: 'c1', code: '123456', recovery: false });
  expect(setUp.step.value).toMatchObject({ kind: 'plan' });
});

describe('of several sites', () => {
  const SITES = [
    { id: 'default', paused: false, prepared: true },
    { id: 'shop', name: 'Shop', paused: false, prepared: true },
  ];

  it('plans and undoes for the one that is chosen', async () => {
    const asked: unknown[] = [];
    const { setUp, administrator } = modelOf({
      setUpState: async (site) => ({
        ok: true,
        value: { site, canUndo: true, wholeAgent: site === 'shop', sites: SITES },
      }),
      planSetUp: async (_, wish) => {
        asked.push(wish);
        return { ok: true, value: PLAN };
      },
      undoSetUp: async (_, site) => {
        asked.push(site);
        return { ok: true, value: undefined };
      },
    });
    administrator.take({ ticket: 't1', role: 'admin' });
    await setUp.loadState();
    expect([setUp.siteView?.id, setUp.othersSetUp.map(({ id }) => id)]).toEqual(['default', ['shop']]);
    await setUp.open();
    await setUp.chooseSite('shop');
    expect(setUp.step.value).toEqual({ kind: 'closed' });
    await setUp.open();
    await setUp.undo();
    expect(asked).toEqual([{}, { tools: 'whole-agent', site: 'shop' }, 'shop']);
  });

  it('shows nothing of one site beside the name of another, whichever answer comes last', async () => {
    const held = Promise.withResolvers<void>();
    const { setUp } = modelOf({
      setUpState: async (site) => {
        if (site === 'default') await held.promise;
        return { ok: true, value: { site, canUndo: site === 'default', sites: SITES } };
      },
    });
    const slow = setUp.loadState();
    await setUp.chooseSite('shop');
    held.resolve();
    await slow;
    expect(setUp.state.value).toMatchObject({ site: 'shop', canUndo: false });
  });

  it('goes back to the default one when the site is gone, and says so', async () => {
    const gone = { ok: false, failure: { code: 'site-unknown' } } as const;
    const { setUp } = modelOf({
      setUpState: async (site) =>
        site === 'gone' ? gone : { ok: true, value: { site, canUndo: false, sites: SITES } },
    });
    await setUp.chooseSite('gone');
    expect([setUp.site.value, setUp.stateFailure.value]).toEqual(['default', gone.failure]);
    expect(setUp.state.value?.sites).toEqual(SITES);
  });

  it('plans for no other site than the one that was wished', async () => {
    const gone = { ok: false, failure: { code: 'site-unknown' } } as const;
    const held = Promise.withResolvers<void>();
    const { setUp, administrator } = modelOf(
      {
        setUpState: async (site) =>
          site === 'gone' ? gone : { ok: true, value: { site, canUndo: false, sites: SITES } },
        planSetUp: async () => {
          await held.promise;
          return { ok: true, value: PLAN };
        },
      },
      'gone',
    );
    // As a link leads there, to a site that was removed since.
    const read = setUp.loadState();
    const opened = setUp.open({ tools: 'whole-agent' });
    expect(setUp.step.value).toEqual({ kind: 'sign-in', goal: 'plan' });
    await Promise.all([read, opened]);
    expect([setUp.site.value, setUp.stateFailure.value]).toEqual(['default', gone.failure]);
    expect(setUp.step.value).toEqual({ kind: 'closed' });
    administrator.take({ ticket: 't1', role: 'admin' });
    const late = setUp.open();
    setUp.close();
    held.resolve();
    await late;
    expect(setUp.step.value).toEqual({ kind: 'closed' });
  });
});
