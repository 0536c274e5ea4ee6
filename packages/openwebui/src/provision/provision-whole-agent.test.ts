import { afterEach, describe, expect, it } from 'vitest';
import { wholeAgentObstacles } from '../agent-safety/whole-agent-obstacles.ts';
import { credentialOf, type SetUp, setUp } from '../contract-suite/fresh/set-up.ts';
import { createDesk } from '../desk/desk.ts';
import { Secret } from '../desk/secret.ts';
import { signIn } from '../sign-in/sign-in.ts';
import { createSignInLimiter } from '../sign-in/sign-in-limiter.ts';
import { breakAfter, breakBefore } from '../testing/breaking-proxy.ts';
import { planProvision } from './plan-provision.ts';
import type { ProvisionWishes, UndoneStep } from './provision-types.ts';
import { type FreshPractice, startFresh } from './testing-provision.ts';
import { type UndoWishes, unprovision } from './unprovision.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function fresh(version: string): Promise<FreshPractice> {
  const one = await startFresh(version);
  open.push(() => one.close());
  return one;
}

const COPY: ProvisionWishes = { model: 'guide', tools: 'whole-agent', answers: { 'tools-open': 'make-another' } };
const CHANGE: ProvisionWishes = { ...COPY, answers: { 'tools-open': 'use-it' } };

/** A preset with all that a copy has to have too. */
function makePreset({ practice }: FreshPractice): void {
  practice.state.editModel(
    'guide',
    {
      toolIds: ['weather'],
      filterIds: ['safety'],
      defaultFilterIds: ['safety'],
      builtinTools: { time: false, notes: true, mailbox: true },
      capabilities: { web_search: true, vision: false },
      tags: [{ name: 'Sales' }],
      description: 'Knows the shop',
    },
    { baseModelId: 'reason', params: { system: 'Be kind.', temperature: 0.2 } },
  );
}

const idsOf = (steps: { id: string }[]) => steps.map(({ id }) => id);
const outcomes = (undone: UndoneStep[]) =>
  Object.fromEntries(undone.map(({ step, result }) => [step.id, result.outcome]));

function takeBack({ desk, admin }: FreshPractice, made: SetUp, wishes: UndoWishes = {}): Promise<UndoneStep[]> {
  return unprovision(desk, admin, made.record, { forgetSignIn: async () => true, ...wishes });
}

async function obstaclesOf({ practice }: FreshPractice, made: SetUp): Promise<unknown[]> {
  const target = { baseUrl: practice.url, credential: credentialOf(made).reveal() };
  return (await wholeAgentObstacles(target, made.plan.model.id)).obstacles;
}

async function rowOf({ practice, admin }: FreshPractice, id: string): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${admin.reveal()}` };
  return (await (await fetch(`${practice.url}/api/v1/models/model?id=${id}`, { headers })).json()) as never;
}

describe.each(['0.10.2', '0.11.4', '0.12.4'])('the whole agent on %s', (version) => {
  it('is asked about before anything is changed: a copy first, with what is open by name', async () => {
    const scene = await fresh(version);
    makePreset(scene);
    const before = scene.practice.state.snapshot();
    const plan = await planProvision(scene.desk, scene.admin, { model: 'guide', tools: 'whole-agent' });
    expect(plan.questions).toEqual([
      {
        id: 'tools-open',
        choices: ['make-another', 'use-it'],
        facts: {
          id: 'guide',
          name: 'guide',
          kinds: expect.arrayContaining(['chats', 'notes', 'mailbox', 'knowledge']),
        },
      },
    ]);
    expect((await setUp(scene.desk, scene.admin, { model: 'guide', tools: 'whole-agent' })).result.kind).toBe(
      'not-started',
    );
    expect(scene.practice.state.snapshot()).toBe(before);
  });

  it('makes a copy of each model that it is set up for, with one account, and takes all of them back', async () => {
    const scene = await fresh(version);
    makePreset(scene);
    const { practice, desk, admin } = scene;
    const before = practice.state.snapshot();
    const made = await setUp(desk, admin, COPY);
    const other = await setUp(desk, admin, { ...COPY, model: 'echo' }, made.record);
    expect(other.result.kind).toBe('done');
    expect([made.plan.model.id, other.plan.model.id]).toEqual(['guide-website', 'echo-website']);
    expect(other.plan.steps.find(({ kind }) => kind === 'make-account')?.state).toBe('already');
    expect(credentialOf(other).reveal()).toBe(credentialOf(made).reveal());
    for (const one of [made, other]) expect(await obstaclesOf(scene, one)).toEqual([]);
    // Set up again, each model finds its own copy.
    for (const model of ['guide', 'echo']) {
      const again = await setUp(desk, admin, { ...COPY, model }, other.record);
      expect([again.plan.model.id, again.plan.questions]).toEqual([`${model}-website`, []]);
      expect(again.plan.steps.find(({ kind }) => kind === 'copy-model')?.state).toBe('already');
    }
    const undone = outcomes(await takeBack(scene, other));
    expect(undone).toMatchObject({ 'copy-model guide-website': 'undone', 'copy-model echo-website': 'undone' });
    expect(practice.state.snapshot()).toBe(before);
  });

  it('answers by a copy that leaves the model as it is, and is put back exactly', async () => {
    const scene = await fresh(version);
    makePreset(scene);
    const { practice, desk, admin } = scene;
    const before = practice.state.snapshot();
    const original = JSON.stringify(await rowOf(scene, 'guide'));
    const made = await setUp(desk, admin, COPY);
    expect(made.result.kind).toBe('done');
    expect(made.plan.model).toEqual({ id: 'guide-website', name: 'guide' });
    const ids = idsOf(made.plan.steps);
    expect(ids).toContain('copy-model guide-website');
    // The copy stands on the base, not on the model it was made of.
    expect(ids).toContain('share-model reason');
    expect(ids).not.toContain('share-model guide');
    expect(JSON.stringify(await rowOf(scene, 'guide'))).toBe(original);
    expect(await rowOf(scene, 'guide-website')).toMatchObject({
      base_model_id: 'reason',
      params: { system: 'Be kind.', temperature: 0.2 },
      meta: {
        toolIds: ['weather'],
        defaultFilterIds: ['safety'],
        builtinTools: { time: false, notes: false, mailbox: false, chats: false, web_search: true, knowledge: false },
        tags: [{ name: 'Sales' }, { name: 'Guichet' }],
      },
    });
    expect(await obstaclesOf(scene, made)).toEqual([]);
    const asked = practice.state.received.filter(({ path }) => path === '/api/chat/completions').at(-1);
    expect(asked?.body).toMatchObject({ model: 'guide-website' });
    const undone = await takeBack(scene, made);
    expect(new Set(Object.values(outcomes(undone)))).toEqual(new Set(['undone']));
    expect(idsOf(undone.map(({ step }) => step))).toEqual([
      'make-account',
      'keep-sign-in',
      'copy-model guide-website',
      'share-model reason',
      'make-group',
      'switch-keys-on',
    ]);
    expect(practice.state.snapshot()).toBe(before);
    const again = await takeBack(scene, made, { forgetSignIn: async () => false });
    expect(new Set(Object.values(outcomes(again)))).toEqual(new Set(['already']));
  });

  it('closes a model in itself where that was chosen, and puts exactly its switches back', async () => {
    const scene = await fresh(version);
    makePreset(scene);
    const { practice, desk, admin } = scene;
    const before = practice.state.snapshot();
    const made = await setUp(desk, admin, CHANGE);
    expect(made.result.kind).toBe('done');
    expect(made.plan.model.id).toBe('guide');
    expect(await obstaclesOf(scene, made)).toEqual([]);
    expect(await rowOf(scene, 'guide')).toMatchObject({
      params: { system: 'Be kind.' },
      meta: { description: 'Knows the shop', builtinTools: { time: false, notes: false, web_search: true } },
    });
    const undone = await takeBack(scene, made);
    expect(outcomes(undone)).toMatchObject({ 'close-tools guide': 'undone' });
    expect(practice.state.snapshot()).toBe(before);
  });

  it('closes a provider’s model that had no row, and leaves none behind', async () => {
    const scene = await fresh(version);
    const before = scene.practice.state.snapshot();
    for (const answer of ['use-it', 'make-another'] as const) {
      const wishes = { ...COPY, model: 'echo', answers: { 'tools-open': answer } };
      const made = await setUp(scene.desk, scene.admin, wishes);
      expect(made.result.kind, answer).toBe('done');
      expect(await obstaclesOf(scene, made)).toEqual([]);
      await takeBack(scene, made);
      expect(scene.practice.state.snapshot(), answer).toBe(before);
    }
  });
});

it.each([
  ['the connection, with a copy', COPY, breakBefore],
  ['an answer, with a copy', COPY, breakAfter],
  ['an answer, changing the model', CHANGE, breakAfter],
] as const)(
  'goes on and is undone exactly, whichever change loses %s',
  async (_what, wishes, lose) => {
    for (let lost = 1, broke = true; broke; lost++) broke = await breakAt('0.12.4', wishes, lose, lost);
  },
  60_000,
);

async function breakAt(
  version: string,
  wishes: ProvisionWishes,
  lose: typeof breakBefore,
  lost: number,
): Promise<boolean> {
  const scene = await startFresh(version);
  makePreset(scene);
  scene.practice.state.restrictKeysTo('/api/models');
  const before = scene.practice.state.snapshot();
  let changes = 0;
  const proxy = await lose(scene.practice.url, ({ method }) => {
    if (method !== 'GET') changes++;
    return lose === breakBefore ? changes >= lost : method !== 'GET' && changes === lost;
  });
  const desk = createDesk({ baseUrl: proxy.url });
  const what = `${lose === breakBefore ? 'connection' : 'answer'} at change ${lost}`;
  const first = await setUp(desk, scene.admin, { ...wishes, closePermissions: true });
  const broke = changes >= lost;
  proxy.mend();
  const record = JSON.parse(JSON.stringify(first.record));
  // Every second time it is carried on first.
  const last = lost % 2 === 0 ? await setUp(desk, scene.admin, { ...wishes, closePermissions: true }, record) : first;
  if (lost % 2 === 0) expect(last.result.kind, what).toBe('done');
  const kept = JSON.parse(JSON.stringify(last.record));
  const undone = await unprovision(desk, scene.admin, kept, { forgetSignIn: async () => true });
  expect(Object.values(outcomes(undone)), what).not.toContain('failed');
  expect(scene.practice.state.snapshot(), what).toBe(before);
  await desk.close();
  await proxy.close();
  await scene.close();
  if (lost > 40) throw new Error('it never went through');
  return broke;
}

it('refuses versions that are too old or that nobody has read, before anything is changed', async () => {
  for (const [version, what] of [
    ['0.9.6', 'whole-agent-too-old'],
    ['0.10.1', 'whole-agent-too-old'],
    ['0.13.0', 'whole-agent-unread'],
  ] as const) {
    const scene = await fresh(version);
    const before = scene.practice.state.snapshot();
    const plan = await planProvision(scene.desk, scene.admin, { model: 'echo', tools: 'whole-agent' });
    expect(plan.cannot).toMatchObject([{ what }]);
    expect(plan.steps).toEqual([]);
    expect(scene.practice.state.snapshot()).toBe(before);
  }
});

it('a model that is closed already is used as it is', async () => {
  const scene = await fresh('0.12.4');
  scene.practice.state.editModel('echo', { capabilities: { builtin_tools: false } });
  const before = scene.practice.state.snapshot();
  const made = await setUp(scene.desk, scene.admin, { model: 'echo', tools: 'whole-agent' });
  expect(made.plan.questions).toEqual([]);
  expect(made.plan.steps.find(({ kind }) => kind === 'close-tools')).toMatchObject({ state: 'already' });
  expect(await obstaclesOf(scene, made)).toEqual([]);
  await takeBack(scene, made);
  expect(scene.practice.state.snapshot()).toBe(before);
});

it('a second run finds its own copy, by either name, and changes nothing', async () => {
  const scene = await fresh('0.12.4');
  makePreset(scene);
  const first = await setUp(scene.desk, scene.admin, COPY);
  if (first.result.kind !== 'done') throw new Error(JSON.stringify(first));
  const between = scene.practice.state.snapshot();
  for (const model of ['guide', 'guide-website']) {
    const plan = await planProvision(scene.desk, scene.admin, { model, tools: 'whole-agent' }, first.record);
    expect(plan.questions).toEqual([]);
    expect(plan.model.id).toBe('guide-website');
    const open = plan.steps.filter(({ state }) => state === 'to-do').map(({ kind }) => kind);
    expect(open).toEqual(['make-key', 'keep-sign-in', 'check-answer']);
  }
  const { servicePassword } = first.result;
  const plan = await planProvision(scene.desk, scene.admin, COPY, first.record);
  const { runProvision } = await import('./run-provision.ts');
  const extras = { limiter: createSignInLimiter(), ...(servicePassword && { servicePassword }) };
  const second = await runProvision(scene.desk, scene.admin, plan, {}, extras);
  expect(second.kind).toBe('done');
  expect(scene.practice.state.snapshot()).toBe(between);
});

it('hands over a password that signs in as the account, where keys are bound too', async () => {
  const scene = await fresh('0.12.4');
  scene.practice.state.restrictKeysTo('/api/models, /api/chat/completions');
  const before = scene.practice.state.snapshot();
  const made = await setUp(scene.desk, scene.admin, { ...COPY, model: 'echo' });
  if (made.result.kind !== 'done' || !made.result.servicePassword) throw new Error(JSON.stringify(made));
  expect(made.plan.steps.find(({ kind }) => kind === 'extend-allow-list')?.facts.paths).toEqual(
    expect.arrayContaining(['/api/tasks/chat', '/api/v1/users/permissions']),
  );
  const { email } = made.record.account;
  const session = await signIn(scene.desk, { email, password: made.result.servicePassword }, createSignInLimiter());
  expect(session).toMatchObject({ kind: 'session', session: { role: 'user' } });
  const headers = { authorization: `Bearer ${credentialOf(made).reveal()}` };
  expect((await fetch(`${scene.practice.url}/api/v1/users/permissions`, { headers })).status).toBe(200);
  expect(await obstaclesOf(scene, made)).toEqual([]);
  const undone = await takeBack(scene, made);
  expect(outcomes(undone)).toMatchObject({ 'extend-allow-list': 'undone' });
  expect(scene.practice.state.snapshot()).toBe(before);
});

it('where every account needs a second factor, its authenticator is handed over with the password', async () => {
  const scene = await fresh('0.12.4');
  scene.practice.state.set('ENABLE_MFA', true);
  const before = scene.practice.state.snapshot();
  const made = await setUp(scene.desk, scene.admin, { ...COPY, model: 'echo' });
  expect(made.result).toMatchObject({
    kind: 'done',
    servicePassword: expect.any(Secret),
    authenticatorKey: expect.any(Secret),
  });
  await takeBack(scene, made);
  expect(scene.practice.state.snapshot()).toBe(before);
});

it('takes rights from everybody only where that was wished, and gives back those it took', async () => {
  const scene = await fresh('0.12.4');
  const before = scene.practice.state.snapshot();
  const without = await setUp(scene.desk, scene.admin, { ...COPY, model: 'echo' });
  expect(without.plan.notes).toContain('rights-stay');
  expect(idsOf(without.plan.steps)).not.toContain('close-permissions');
  await takeBack(scene, without);
  const made = await setUp(scene.desk, scene.admin, { ...COPY, model: 'echo', closePermissions: true });
  const step = made.plan.steps.find(({ kind }) => kind === 'close-permissions');
  expect(step?.facts.rights).toEqual(['features.notes', 'features.memories', 'features.calendar', 'features.channels']);
  const headers = { authorization: `Bearer ${credentialOf(made).reveal()}` };
  const rights = await (await fetch(`${scene.practice.url}/api/v1/users/permissions`, { headers })).json();
  expect(rights).toMatchObject({ features: { notes: false, calendar: false, web_search: true, api_keys: true } });
  // Somebody gives one back meanwhile: that stays, and the others come back.
  scene.practice.state.permit('features', 'notes', true);
  expect(outcomes(await takeBack(scene, made))).toMatchObject({ 'close-permissions': 'undone' });
  expect(scene.practice.state.snapshot()).toBe(before);
});

describe('what somebody has done since is kept', () => {
  it('a copy that was worked on, without the group', async () => {
    const scene = await fresh('0.12.4');
    makePreset(scene);
    const made = await setUp(scene.desk, scene.admin, COPY);
    scene.practice.state.editModel('guide-website', { description: 'Better' });
    expect(outcomes(await takeBack(scene, made))).toMatchObject({ 'copy-model guide-website': 'kept' });
    expect(await rowOf(scene, 'guide-website')).toMatchObject({ meta: { description: 'Better' }, access_grants: [] });
  });

  it('a copy that was shared with others', async () => {
    const scene = await fresh('0.12.4');
    makePreset(scene);
    const made = await setUp(scene.desk, scene.admin, COPY);
    scene.practice.state.shareModel('guide-website', scene.practice.state.addAccount());
    const undone = await takeBack(scene, made);
    expect(undone.find(({ step }) => step.kind === 'copy-model')?.result).toEqual({
      outcome: 'kept',
      why: 'others-use-it',
    });
  });

  it('switches of a model that were changed since', async () => {
    const scene = await fresh('0.12.4');
    makePreset(scene);
    const made = await setUp(scene.desk, scene.admin, CHANGE);
    scene.practice.state.editModel('guide', { builtinTools: { notes: true } });
    const undone = await takeBack(scene, made);
    expect(outcomes(undone)).toMatchObject({ 'close-tools guide': 'kept' });
    expect(await rowOf(scene, 'guide')).toMatchObject({ meta: { builtinTools: { notes: true } } });
  });

  it('a model of the copy’s name that was there before', async () => {
    const scene = await fresh('0.12.4');
    makePreset(scene);
    scene.practice.state.editModel('guide-website', { description: 'Of somebody else' }, { baseModelId: 'echo' });
    const before = scene.practice.state.snapshot();
    const made = await setUp(scene.desk, scene.admin, COPY);
    expect(made.plan.model.id).toBe('guide-website-2');
    await takeBack(scene, made);
    expect(scene.practice.state.snapshot()).toBe(before);
  });
});
