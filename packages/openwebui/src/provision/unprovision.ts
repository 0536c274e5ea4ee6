/**
 * Takes a set-up back, last step first. Only what Guichet made or changed, and only where it is still as Guichet left
 * it. Can be repeated; works from the record of an interrupted set-up as well.
 */

import { undoAllowList } from '../allow-list/allow-list.ts';
import type { Desk } from '../desk/desk.ts';
import type { Secret } from '../desk/secret.ts';
import { isBareRow, isReadableBy } from './access-of-row.ts';
import { accountByEmail, deleteAccount } from './accounts.ts';
import { changeSettings, readSettings } from './admin-settings.ts';
import { type Administrator, createAdministrator } from './administrator.ts';
import { undoClosedTools, undoCopy } from './closed-model.ts';
import { undoDefaultRights } from './default-rights.ts';
import { deleteGroup, type KnownGroup, listGroups, permitKeys, removeMember } from './groups.ts';
import { groupDescription, type ModelRecord, type ProvisionRecord, type ShareRecord } from './provision-record.ts';
import type { StepKind, UndoneStep, UndoOutcome } from './provision-types.ts';
import { deleteModelRow, readRow, type SharedThing, unshareFrom } from './shared-thing.ts';
import { StepFailure } from './step-failure.ts';

export interface UndoWishes {
  /** Leave API keys switched on, for instance because others have made keys meanwhile. */
  keepKeysOn?: boolean;
  /** The address changed since the set-up, the server did not. */
  sameServer?: boolean;
  /** Lets go of the service account's sign-in where it was kept. @returns whether there was one */
  forgetSignIn?(): Promise<boolean>;
  onBefore?(step: UndoneStep['step']): void | Promise<void>;
  onAfter?(undone: UndoneStep): void | Promise<void>;
}

export interface UndoStep {
  step: UndoneStep['step'];
  undo(): Promise<UndoOutcome>;
}

export async function unprovision(
  desk: Desk,
  credential: Secret,
  record: ProvisionRecord,
  wishes: UndoWishes = {},
): Promise<UndoneStep[]> {
  const administrator = createAdministrator(desk, credential);
  // What stands there under the same names belongs to somebody else.
  const isOther = record.baseUrl !== desk.baseUrl && !wishes.sameServer;
  return takeBack(undoSteps(administrator, credential, record, wishes), wishes, isOther);
}

export async function takeBack(
  steps: UndoStep[],
  wishes: Pick<UndoWishes, 'onBefore' | 'onAfter'>,
  isOther: boolean,
): Promise<UndoneStep[]> {
  const undone: UndoneStep[] = [];
  for (const { step, undo } of steps) {
    await wishes.onBefore?.(step);
    const result: UndoOutcome = isOther ? { outcome: 'kept', why: 'other-server' } : await attempt(undo);
    const one = { step, result };
    undone.push(one);
    await wishes.onAfter?.(one);
  }
  return undone;
}

/** The account goes first, and the key with it: from then on nobody can use anything of this. */
function undoSteps(
  administrator: Administrator,
  credential: Secret,
  record: ProvisionRecord,
  wishes: UndoWishes,
): UndoStep[] {
  const { name, email, origin } = record.account;
  return [
    { step: step('make-account', { name, email, origin }), undo: () => undoAccount(administrator, record) },
    ...wholeAgentSteps(administrator, credential, record, wishes),
    ...modelRecordsOf(record).flatMap((model) => modelSteps(administrator, record, model)),
    ...[...record.shares].reverse().map((share) => shareStep(administrator, record, share)),
    {
      step: step('make-group', { name: record.group.name, origin: record.group.origin }),
      undo: () => undoGroup(administrator, record),
    },
    { step: step('switch-keys-on', {}), undo: () => undoSwitch(administrator, record, wishes) },
  ];
}

function step(kind: StepKind, facts: UndoneStep['step']['facts'], subject?: string): UndoneStep['step'] {
  return { id: subject === undefined ? kind : `${kind} ${subject}`, kind, facts };
}

/** What is of the account, whichever models it was prepared for. In the order opposite to that of the set-up. */
export function wholeAgentSteps(
  administrator: Administrator,
  credential: Secret,
  record: ProvisionRecord,
  wishes: Pick<UndoWishes, 'forgetSignIn'>,
): UndoStep[] {
  const { signInKept, allowList, rights } = record.wholeAgent ?? {};
  const steps: (UndoStep | undefined)[] = [
    signInKept && {
      step: step('keep-sign-in', { email: record.account.email }),
      undo: async () => ({ outcome: (await wishes.forgetSignIn?.()) === true ? 'undone' : 'already' }),
    },
    allowList && {
      step: step('extend-allow-list', {}),
      undo: () => undoAllowList(administrator.desk, credential, allowList),
    },
    rights && {
      step: step('close-permissions', { rights }),
      undo: () => undoDefaultRights(administrator, rights),
    },
  ];
  return steps.filter((one) => one !== undefined);
}

export function modelRecordsOf({ wholeAgent, otherModels = [] }: ProvisionRecord): ModelRecord[] {
  return [...(wholeAgent ? [wholeAgent] : []), ...otherModels];
}

export function modelSteps(
  administrator: Administrator,
  record: ProvisionRecord,
  { closed, copy }: ModelRecord,
): UndoStep[] {
  const steps: (UndoStep | undefined)[] = [
    closed && {
      step: step('close-tools', { id: closed.id }, closed.id),
      undo: () => undoClosedTools(administrator, closed),
    },
    copy && {
      step: step('copy-model', { id: copy.id, copyOf: copy.of }, copy.id),
      undo: async () => undoCopy(administrator, copy, (await findGroup(administrator, record))?.id ?? record.group.id),
    },
  ];
  return steps.filter((one) => one !== undefined);
}

export function shareStep(administrator: Administrator, record: ProvisionRecord, share: ShareRecord): UndoStep {
  return {
    step: step(share.kind === 'model' ? 'share-model' : 'share-knowledge', { id: share.id }, share.id),
    undo: () => undoShare(administrator, record, share),
  };
}

async function attempt(undo: () => Promise<UndoOutcome>): Promise<UndoOutcome> {
  try {
    return await undo();
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    return { outcome: 'failed', why: error.why, failure: error.failure };
  }
}

async function undoAccount(administrator: Administrator, record: ProvisionRecord): Promise<UndoOutcome> {
  const account = await accountByEmail(administrator, record.account.email);
  if (!account) return { outcome: 'already' };
  if (record.account.origin === 'made') {
    await deleteAccount(administrator, account.id);
    return { outcome: 'undone' };
  }
  const groupId = record.group.id;
  if (record.joined && groupId && account.groupIds.includes(groupId)) {
    await removeMember(administrator, groupId, account.id);
  }
  return { outcome: 'kept', why: 'was-there-before' };
}

async function undoShare(
  administrator: Administrator,
  record: ProvisionRecord,
  share: ShareRecord,
): Promise<UndoOutcome> {
  const groupId = (await findGroup(administrator, record))?.id ?? record.group.id;
  const thing: SharedThing = { kind: share.kind, id: share.id, name: share.id };
  const row = await readRow(administrator, thing);
  if (!row || groupId === undefined) return { outcome: 'already' };
  if (share.rowMade && isBareRow(row, groupId)) {
    await deleteModelRow(administrator, share.id);
    return { outcome: 'undone' };
  }
  if (isReadableBy(row, groupId)) await unshareFrom(administrator, { ...thing, name: String(row.name) }, groupId, row);
  return share.rowMade ? { outcome: 'kept', why: 'changed-since' } : { outcome: 'undone' };
}

async function undoGroup(administrator: Administrator, record: ProvisionRecord): Promise<UndoOutcome> {
  const group = await findGroup(administrator, record);
  if (!group) return { outcome: 'already' };
  if (record.group.origin === 'found') {
    if (record.group.permissionAdded) await permitKeys(administrator, group, false);
    return record.group.permissionAdded ? { outcome: 'undone' } : { outcome: 'kept', why: 'was-there-before' };
  }
  if (group.members > 0) return { outcome: 'kept', why: 'others-use-it' };
  await deleteGroup(administrator, group.id);
  return { outcome: 'undone' };
}

async function findGroup(administrator: Administrator, record: ProvisionRecord): Promise<KnownGroup | undefined> {
  const groups = await listGroups(administrator);
  const description = groupDescription(record.id);
  return groups.find((group) => group.id === record.group.id || group.description === description);
}

async function undoSwitch(
  administrator: Administrator,
  record: ProvisionRecord,
  wishes: UndoWishes,
): Promise<UndoOutcome> {
  if (!record.switchedKeysOn) return { outcome: 'already' };
  const { ENABLE_API_KEYS: on } = await readSettings(administrator);
  if (on !== true) return { outcome: 'already' };
  if (wishes.keepKeysOn) return { outcome: 'kept', why: 'wanted' };
  await changeSettings(administrator, { ENABLE_API_KEYS: false });
  return { outcome: 'undone' };
}
