/** Several models of one account, each taken back by itself. */
import { afterEach, expect, it } from 'vitest';
import { credentialOf, type SetUp, setUp } from '../contract-suite/fresh/set-up.ts';
import { createDesk } from '../desk/desk.ts';
import { breakBefore } from '../testing/breaking-proxy.ts';
import type { ProvisionRecord } from './provision-record.ts';
import type { ProvisionWishes } from './provision-types.ts';
import { type FreshPractice, startFresh } from './testing-provision.ts';
import { unprovision } from './unprovision.ts';
import { type ModelUndoWishes, unprovisionModels } from './unprovision-models.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function fresh(version = '0.12.4'): Promise<FreshPractice> {
  const one = await startFresh(version);
  open.push(() => one.close());
  return one;
}

const wishesFor = (model: string, more: Partial<ProvisionWishes> = {}): ProvisionWishes => ({
  model,
  tools: 'whole-agent',
  answers: { 'tools-open': 'make-another' },
  ...more,
});

const ONLY = (models: string[], more: Partial<ModelUndoWishes> = {}): ModelUndoWishes => ({
  models,
  preparedForOthers: [],
  answering: [],
  endsWholeAgent: false,
  ...more,
});

/** Each run replaces the account's password, because these tests keep none. */
const worldOf = ({ practice }: FreshPractice) => practice.state.snapshot().replace(/"password": ".*"/g, '');

const outcomes = (undone: { step: { id: string }; result: { outcome: string } }[]) =>
  Object.fromEntries(undone.map(({ step, result }) => [step.id, result.outcome]));

async function usable({ practice }: FreshPractice, made: SetUp): Promise<string[]> {
  const headers = { authorization: `Bearer ${credentialOf(made).reveal()}` };
  const answer = await fetch(`${practice.url}/api/models`, { headers });
  return ((await answer.json()) as { data: { id: string }[] }).data.map(({ id }) => id);
}

it.each(['0.10.2', '0.12.4'])('takes back one model and leaves the other, on %s', async (version) => {
  const scene = await fresh(version);
  const { desk, admin, practice } = scene;
  const before = practice.state.snapshot();
  const first = await setUp(desk, admin, wishesFor('echo'));
  const between = worldOf(scene);
  const second = await setUp(desk, admin, wishesFor('reason'), first.record);
  const wishes = ONLY(['reason-website'], { preparedForOthers: ['echo-website'], answering: ['echo-website'] });
  const { undone, record } = await unprovisionModels(desk, admin, second.record, wishes);
  expect(outcomes(undone)).toEqual({ 'copy-model reason-website': 'undone', 'share-model reason': 'undone' });
  expect(worldOf(scene)).toBe(between);
  expect(record.wholeAgent).toMatchObject({ copy: { id: 'echo-website' }, signInKept: true });
  expect(record.otherModels).toBeUndefined();
  // What is left is enough to take the rest back.
  await unprovision(desk, admin, record, { forgetSignIn: async () => true });
  expect(practice.state.snapshot()).toBe(before);
});

it('leaves what others are answered by: a shared copy, and what a model stands on', async () => {
  const scene = await fresh();
  const { desk, admin, practice } = scene;
  practice.state.editModel('guide', {}, { baseModelId: 'reason' });
  const { record: made } = await setUp(desk, admin, wishesFor('guide'));
  const between = worldOf(scene);
  const shared = await unprovisionModels(desk, admin, made, ONLY(['guide-website'], { answering: ['guide-website'] }));
  expect(shared.undone.map(({ result }) => result)).toEqual([{ outcome: 'kept', why: 'other-site' }]);
  expect(worldOf(scene)).toBe(between);
  const based = await unprovisionModels(desk, admin, made, ONLY(['guide-website'], { answering: ['reason'] }));
  expect(outcomes(based.undone)).toEqual({ 'copy-model guide-website': 'undone' });
  expect(based.record.shares).toEqual(made.shares);
});

it('opens a model again that was closed for one site, and lets go of the sign-in with the last whole agent', async () => {
  const scene = await fresh();
  const { desk, admin } = scene;
  const plain = await setUp(desk, admin, { model: 'echo' });
  const between = worldOf(scene);
  const wishes = wishesFor('reason', { answers: { 'tools-open': 'use-it' }, closePermissions: true });
  const { record: made } = await setUp(desk, admin, wishes, plain.record);
  let forgotten = 0;
  const forgetSignIn = async () => ++forgotten === 1;
  const last = ONLY(['reason'], { preparedForOthers: ['echo'], endsWholeAgent: true, forgetSignIn });
  const { undone, record } = await unprovisionModels(desk, admin, made, last);
  expect(outcomes(undone)).toMatchObject({ 'keep-sign-in': 'undone', 'close-permissions': 'undone' });
  expect([forgotten, record.wholeAgent]).toEqual([1, undefined]);
  expect(worldOf(scene)).toBe(between);
});

it('keeps its record when the connection is lost, and goes on from there', async () => {
  const scene = await fresh();
  const { desk, admin, practice } = scene;
  const first = await setUp(desk, admin, wishesFor('echo'));
  const between = worldOf(scene);
  const second = await setUp(desk, admin, wishesFor('reason'), first.record);
  let changes = 0;
  const proxy = await breakBefore(practice.url, ({ method }) => {
    if (method === 'POST') changes++;
    return changes >= 2;
  });
  const broken = createDesk({ baseUrl: proxy.url });
  const ofProxy: ProvisionRecord = { ...second.record, baseUrl: proxy.url };
  const wishes = ONLY(['reason-website'], { preparedForOthers: ['echo-website'] });
  const stopped = await unprovisionModels(broken, admin, ofProxy, wishes);
  expect(Object.values(outcomes(stopped.undone))).toContain('failed');
  expect(stopped.record).toEqual(ofProxy);
  proxy.mend();
  const again = await unprovisionModels(broken, admin, stopped.record, wishes);
  expect(Object.values(outcomes(again.undone))).not.toContain('failed');
  expect(worldOf(scene)).toBe(between);
  await broken.close();
  await proxy.close();
});

it('lets the account use the models of other sites too, which are asked with its key', async () => {
  const scene = await fresh();
  const { desk, admin, practice } = scene;
  const before = practice.state.snapshot();
  const others = { otherModels: ['reason', 'gone', 'echo'] };
  const made = await setUp(desk, admin, { model: 'echo', ...others });
  expect(made.result.kind).toBe('done');
  expect(await usable(scene, made)).toEqual(['echo', 'reason']);
  await unprovision(desk, admin, made.record);
  expect(practice.state.snapshot()).toBe(before);
});
