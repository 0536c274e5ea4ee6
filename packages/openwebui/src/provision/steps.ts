/** Each step of a set-up: looks first, does what is missing, and looks again where Open WebUI only says "done". */

import { createOwnKey, type OwnKey, readOwnKey } from '../key-exchange/own-key.ts';
import { isReadableBy } from './access-of-row.ts';
import { accountByEmail, addAccount, longPassword } from './accounts.ts';
import { changeSettings, readSettings } from './admin-settings.ts';
import { checkAnswer } from './check-answer.ts';
import { addMember, createGroup, listGroups, mayUseKeys, permitKeys } from './groups.ts';
import { groupDescription } from './provision-record.ts';
import type { Step, StepKind } from './provision-types.ts';
import type { Scene } from './scene.ts';
import { openServiceSession } from './service-session.ts';
import { isSharedWith, readRow, type SharedThing, shareWith } from './shared-thing.ts';
import { failed, notTaken, StepFailure } from './step-failure.ts';
import { closePermissions, closeTools, extendAllowList, keepSignIn, makeCopy } from './whole-agent-steps.ts';

/** Whether something was done. */
type Done = 'done' | 'already';

/** Throws StepFailure. */
type CarryOut = (scene: Scene, step: Step) => Promise<Done>;

export const STEPS: Record<StepKind, CarryOut> = {
  'switch-keys-on': switchKeysOn,
  'make-account': makeAccount,
  'make-group': makeGroup,
  'join-group': joinGroup,
  'share-model': share,
  'share-knowledge': share,
  'second-factor': setUpSecondFactor,
  'make-key': makeKey,
  'copy-model': makeCopy,
  'close-tools': closeTools,
  'close-permissions': closePermissions,
  'extend-allow-list': extendAllowList,
  'keep-sign-in': keepSignIn,
  'check-answer': async ({ administrator, key, model }) => {
    await checkAnswer(administrator.desk.baseUrl, known(key, 'key'), model.id);
    return 'done';
  },
};

async function switchKeysOn(scene: Scene): Promise<Done> {
  const { ENABLE_API_KEYS: on } = await readSettings(scene.administrator);
  if (on === true) return 'already';
  scene.record.switchedKeysOn = true;
  await scene.save();
  await changeSettings(scene.administrator, { ENABLE_API_KEYS: true });
  return 'done';
}

async function makeAccount(scene: Scene): Promise<Done> {
  const { account } = scene.record;
  const known = await accountByEmail(scene.administrator, account.email);
  if (known) {
    account.id = known.id;
    await scene.save();
    return 'already';
  }
  account.origin = 'made';
  await scene.save();
  const password = longPassword();
  const made = await addAccount(scene.administrator, account, password);
  account.id = made.id;
  scene.password = password;
  if (made.session) scene.session = made.session;
  await scene.save();
  return 'done';
}

async function makeGroup(scene: Scene): Promise<Done> {
  const { record, administrator } = scene;
  const groups = await listGroups(administrator);
  const description = groupDescription(record.id);
  const isOwn = ({ id, description: text }: { id: string; description: string }) =>
    id === record.group.id || (record.group.origin === 'made' && text === description);
  const known = groups.find(isOwn);
  if (known) record.group.id = known.id;
  if (known && mayUseKeys(known)) return 'already';
  if (known && record.group.origin === 'found') record.group.permissionAdded = true;
  await scene.save();
  if (known) await permitKeys(administrator, known, true);
  else record.group.id = (await createGroup(administrator, { name: record.group.name, description })).id;
  await scene.save();
  return 'done';
}

async function joinGroup(scene: Scene): Promise<Done> {
  const { record, administrator } = scene;
  const [accountId, groupId] = [known(record.account.id, 'account'), known(record.group.id, 'group')];
  const isMember = async () =>
    (await accountByEmail(administrator, record.account.email))?.groupIds.includes(groupId) === true;
  if (await isMember()) return 'already';
  record.joined = true;
  await scene.save();
  await addMember(administrator, groupId, accountId);
  if (!(await isMember())) throw notTaken('users/add');
  return 'done';
}

async function share(scene: Scene, { kind, facts }: Step): Promise<Done> {
  const { administrator, record } = scene;
  const groupId = known(record.group.id, 'group');
  const id = known(facts.id, 'id');
  const thing: SharedThing = { kind: kind === 'share-model' ? 'model' : 'knowledge', id, name: facts.name ?? id };
  const row = await readRow(administrator, thing);
  if (await isSharedWith(administrator, row, groupId)) return 'already';
  // Where only capabilities are missing, nothing is shared that could be taken back.
  const isNoted = record.shares.some((one) => one.kind === thing.kind && one.id === id);
  if (!isNoted && !isReadableBy(row, groupId)) {
    record.shares.push({ kind: thing.kind, id, rowMade: row === undefined });
    await scene.save();
  }
  await shareWith(administrator, thing, groupId, row);
  return 'done';
}

async function setUpSecondFactor(scene: Scene): Promise<Done> {
  if (scene.session) return 'already';
  await openServiceSession(scene);
  return 'done';
}

async function makeKey(scene: Scene): Promise<Done> {
  const session = scene.session ?? (await openServiceSession(scene));
  const { desk } = scene.administrator;
  const existing = await readOwnKey(desk, session);
  if (existing.kind === 'key') {
    scene.key = existing.key;
    return 'already';
  }
  if (existing.kind === 'failed') throw failed(existing.failure);
  scene.record.keyMade = true;
  await scene.save();
  const created = await createOwnKey(desk, session);
  // An answer that was lost has made a key all the same: it is read.
  const kept =
    created.kind === 'failed' && created.failure.status === undefined ? await readOwnKey(desk, session) : created;
  scene.key = keyOf(kept);
  return 'done';
}

function keyOf(own: OwnKey) {
  if (own.kind === 'key') return own.key;
  if (own.kind === 'failed') throw failed(own.failure);
  throw new StepFailure('refused', {
    cause: own.kind === 'not-allowed' ? 'api-keys-not-permitted' : 'unknown',
    confidence: 'probable',
    phase: 'response',
  });
}

function known<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw notTaken(`${what} is not known`);
  return value;
}
