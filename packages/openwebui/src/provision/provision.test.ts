import { afterEach, describe, expect, it } from 'vitest';
import { createOpenWebUiClient } from '../client/create-open-webui-client.ts';
import { credentialOf, setUp } from '../contract-suite/fresh/set-up.ts';
import { Secret } from '../desk/secret.ts';
import { planProvision } from './plan-provision.ts';
import type { UndoneStep } from './provision-types.ts';
import { type FreshPractice, startFresh, VERSIONS } from './testing-provision.ts';
import { unprovision } from './unprovision.ts';

const open: FreshPractice[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function fresh(version: string): Promise<FreshPractice> {
  const one = await startFresh(version);
  open.push(one);
  return one;
}

async function modelsOf(baseUrl: string, credential: string): Promise<string[]> {
  const client = createOpenWebUiClient({ target: () => ({ baseUrl, credential }) });
  const models = await client.models();
  await client.close();
  if (!models.ok) throw new Error(models.failure.cause);
  return models.value.map((model) => model.id);
}

function outcomes(undone: UndoneStep[]): Record<string, string> {
  return Object.fromEntries(undone.map(({ step, result }) => [step.id, result.outcome]));
}

describe.each(VERSIONS)('a fresh %s', (version) => {
  it('is set up from a plan that changes nothing, and put back exactly', async () => {
    const { practice, desk, admin } = await fresh(version);
    const before = practice.state.snapshot();
    const plan = await planProvision(desk, admin, { model: 'echo' });
    expect(practice.state.snapshot()).toBe(before);
    expect(plan.cannot).toEqual([]);
    expect(plan.steps.map(({ id, state }) => [id, state])).toEqual([
      ['switch-keys-on', 'to-do'],
      ['make-account', 'to-do'],
      ['make-group', 'to-do'],
      ['join-group', 'to-do'],
      ['share-model echo', 'to-do'],
      ['make-key', 'to-do'],
      ['check-answer', 'to-do'],
    ]);

    const told: string[] = [];
    const made = await setUp(desk, admin, { model: 'echo' }, undefined, {
      onBefore: (step) => void told.push(`before ${step.id}`),
      onAfter: (step, { outcome }) => void told.push(`${outcome} ${step.id}`),
    });
    expect(await modelsOf(practice.url, credentialOf(made).reveal())).toEqual(['echo']);
    expect(told.slice(0, 2)).toEqual(['before switch-keys-on', 'done switch-keys-on']);
    expect(told).toHaveLength(14);
    expect(practice.state.account(made.record.account.email)).toMatchObject({ role: 'user', name: 'Guichet' });

    const undone = await unprovision(desk, admin, made.record);
    expect(practice.state.snapshot()).toBe(before);
    expect(new Set(Object.values(outcomes(undone)))).toEqual(new Set(['undone']));
    const again = await unprovision(desk, admin, made.record);
    expect(new Set(Object.values(outcomes(again)))).toEqual(new Set(['already']));
  });

  it('is left alone by a second run, which finds the same key', async () => {
    const { practice, desk, admin } = await fresh(version);
    const first = await setUp(desk, admin);
    const before = practice.state.snapshot();
    const second = await setUp(desk, admin, { model: 'echo' }, first.record);
    expect(credentialOf(second).reveal()).toBe(credentialOf(first).reveal());
    const states = second.plan.steps.filter(({ kind }) => kind !== 'make-key' && kind !== 'check-answer');
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['already']));
    // The password was not kept, so it is replaced; nothing else differs.
    const withoutPasswords = (text: string) => text.replace(/"password": "[^"]*"/g, '');
    expect(withoutPasswords(practice.state.snapshot())).toBe(withoutPasswords(before));
  });

  it('shares what a preset stands on, and keeps what others were given', async () => {
    const { practice, desk, admin } = await fresh(version);
    const { state } = practice;
    const other = state.addAccount({ name: 'Other' });
    state.shareModel('reason', other);
    await makePreset(practice.url, admin.reveal());
    const before = state.snapshot();
    const made = await setUp(desk, admin, { model: 'guide' });
    expect(made.plan.steps.map(({ id }) => id)).toContain('share-model reason');
    expect(made.plan.steps.filter(({ kind }) => kind === 'share-knowledge')).toHaveLength(1);
    expect(await modelsOf(practice.url, credentialOf(made).reveal())).toEqual(['reason', 'guide']);
    expect(await modelsOf(practice.url, state.makeSessionToken(other))).toEqual(['reason']);
    await unprovision(desk, admin, made.record);
    expect(state.snapshot()).toBe(before);
  });

  it('asks about an account and a group of that name, and leaves or uses them as told', async () => {
    const { practice, desk, admin } = await fresh(version);
    const { state } = practice;
    const account = state.addAccount({ name: 'Guichet', email: 'someone@example.com' });
    const oldKey = state.makeKey(account);
    const group = await makeGroup(practice.url, admin.reveal(), 'Guichet');
    const before = state.snapshot();
    const asked = await setUp(desk, admin);
    expect(asked.result.kind).toBe('not-started');
    expect(asked.plan.questions.map(({ id }) => id)).toEqual(['account-exists', 'group-exists']);
    expect(state.snapshot()).toBe(before);

    const apart = await setUp(desk, admin, {
      model: 'echo',
      answers: { 'account-exists': 'make-another', 'group-exists': 'make-another' },
    });
    expect(apart.record.group).toMatchObject({ name: 'Guichet 2', origin: 'made' });
    await unprovision(desk, admin, apart.record);
    expect(state.snapshot()).toBe(before);

    const answers = { 'account-exists': 'use-it', 'group-exists': 'use-it' } as const;
    const used = await setUp(desk, admin, { model: 'echo', answers });
    expect(credentialOf(used).reveal()).toBe(oldKey);
    expect(used.record.group).toMatchObject({ id: group, origin: 'found', permissionAdded: true });
    const undone = await unprovision(desk, admin, used.record);
    expect(outcomes(undone)).toMatchObject({ 'make-account': 'kept', 'make-group': 'undone' });
    expect(state.account('someone@example.com')).toBeDefined();
  });

  it('keeps what somebody changed since', async () => {
    const { practice, desk, admin } = await fresh(version);
    const { state } = practice;
    const made = await setUp(desk, admin);
    const other = state.addAccount({ name: 'Other' });
    state.shareModel('echo', other);
    await joinGroup(practice.url, admin.reveal(), made.record.group.id ?? '', other.id);
    const undone = await unprovision(desk, admin, made.record, { keepKeysOn: true });
    expect(outcomes(undone)).toEqual({
      'make-account': 'undone',
      'share-model echo': 'kept',
      'make-group': 'kept',
      'switch-keys-on': 'kept',
    });
    expect(await modelsOf(practice.url, state.makeSessionToken(other))).toEqual(['echo']);
  });

  it('says what stands in the way before anything is changed', async () => {
    const { practice, desk, admin } = await fresh(version);
    const { state } = practice;
    const plain = state.addAccount();
    const before = state.snapshot();
    const byPlain = await planProvision(desk, new Secret(state.makeSessionToken(plain)), { model: 'echo' });
    expect(byPlain.cannot).toMatchObject([{ what: 'not-administrator' }]);
    const missing = await planProvision(desk, admin, { model: 'nope' });
    expect(missing.cannot).toEqual([{ what: 'model-missing', cause: 'model-missing' }]);
    const expired = state.forgeSessionToken({ id: state.administrator.id, exp: 1 });
    const late = await planProvision(desk, new Secret(expired), { model: 'echo' });
    expect(late.cannot).toMatchObject([{ what: 'not-administrator', cause: 'session-token-expired' }]);
    expect(state.snapshot()).toBe(before);
  });
});

async function post(baseUrl: string, as: string, path: string, body: object): Promise<Record<string, string>> {
  const headers = { authorization: `Bearer ${as}`, 'content-type': 'application/json' };
  const reply = await fetch(baseUrl + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  return reply.json();
}

async function makeGroup(baseUrl: string, as: string, name: string): Promise<string> {
  return (await post(baseUrl, as, '/api/v1/groups/create', { name, description: 'Of somebody else' })).id ?? '';
}

async function joinGroup(baseUrl: string, as: string, id: string, accountId: string): Promise<void> {
  await post(baseUrl, as, `/api/v1/groups/id/${id}/users/add`, { user_ids: [accountId] });
}

/** A private preset of the model "reason", with a private collection. */
async function makePreset(baseUrl: string, as: string): Promise<void> {
  const closed = { access_grants: [], access_control: {} };
  const collection = await post(baseUrl, as, '/api/v1/knowledge/create', {
    name: 'Prices',
    description: '',
    ...closed,
  });
  const knowledge = [{ id: collection.id, name: 'Prices', type: 'collection' }];
  const body = {
    id: 'guide',
    base_model_id: 'reason',
    name: 'Guide',
    meta: { knowledge, capabilities: {} },
    params: {},
    is_active: true,
  };
  await post(baseUrl, as, '/api/v1/models/create', { ...body, ...closed });
}

it('on 0.7, a model that falls over its row answers again, and stays shared with whom it was', async () => {
  const { practice, desk, admin } = await fresh('0.7.2');
  const row = { id: 'echo', name: 'echo', base_model_id: null, meta: {}, params: {}, is_active: true };
  await post(practice.url, admin.reveal(), '/api/v1/models/create', { ...row, access_control: null });
  const made = await setUp(desk, admin);
  credentialOf(made);
  expect(made.plan.steps.find(({ kind }) => kind === 'share-model')?.state).toBe('to-do');
  expect(made.record.shares).toEqual([]);
  const again = await planProvision(desk, admin, { model: 'echo' }, made.record);
  expect(again.steps.find(({ kind }) => kind === 'share-model')?.state).toBe('already');
  await unprovision(desk, admin, made.record);
  const other = practice.state.makeSessionToken(practice.state.addAccount({ name: 'Other' }));
  expect(await modelsOf(practice.url, other)).toEqual(['echo']);
});

it('a set-up that an earlier release of Guichet left broken on 0.7 is carried on', async () => {
  const { practice, desk, admin } = await fresh('0.7.2');
  const before = practice.state.snapshot();
  const first = await setUp(desk, admin);
  const row = await desk.ask({ path: '/api/v1/models/model?id=echo', as: admin });
  const broken = { ...(row.json as object), meta: {} };
  await post(practice.url, admin.reveal(), '/api/v1/models/model/update?id=echo', broken);
  const second = await setUp(desk, admin, { model: 'echo' }, first.record);
  credentialOf(second);
  await unprovision(desk, admin, second.record);
  expect(practice.state.snapshot()).toBe(before);
});

it('a record of another server is neither carried on nor undone there', async () => {
  const { practice, desk, admin } = await fresh('0.12.4');
  const elsewhere = await fresh('0.12.4');
  const made = await setUp(elsewhere.desk, elsewhere.admin);
  practice.state.set('ENABLE_API_KEYS', true);
  const before = practice.state.snapshot();
  const undone = await unprovision(desk, admin, made.record);
  expect(new Set(Object.values(outcomes(undone)))).toEqual(new Set(['kept']));
  const plan = await planProvision(desk, admin, { model: 'echo' }, made.record);
  expect(plan.cannot).toEqual([{ what: 'other-server', cause: 'unknown' }]);
  expect(practice.state.snapshot()).toBe(before);
});
