/** What a set-up would do here, by reading alone. Nothing is changed before `runProvision`. */
import { isRecord } from '../client/error-body.ts';
import type { Desk } from '../desk/desk.ts';
import type { Secret } from '../desk/secret.ts';
import { isBefore } from '../version-order.ts';
import { accountByEmail, findAccounts, type KnownAccount } from './accounts.ts';
import { readSettings } from './admin-settings.ts';
import { type Administrator, createAdministrator } from './administrator.ts';
import { findFoundation, foundationsOf, uniqueThings } from './find-foundation.ts';
import { type KnownGroup, listGroups, mayUseKeys } from './groups.ts';
import { planWholeAgent, sourceOf, wholeAgentObstacle } from './plan-whole-agent.ts';
import { newRecord, type ProvisionRecord } from './provision-record.ts';
import type { Note, Obstacle, ProvisionPlan, ProvisionWishes, Step } from './provision-types.ts';
import { settleAccount, settleGroup } from './settle-names.ts';
import { isSharedWith, readRow, type SharedThing } from './shared-thing.ts';
import { StepFailure } from './step-failure.ts';
import { turnRecordTo } from './turn-record.ts';

/** Before it, keys were on for everybody and there was no permission for them. */
const OLDEST = '0.6.37';

/**
 * @param credential an administrator's session token or key; used for reading and kept nowhere
 * @param former the record of an interrupted set-up, to carry it on
 */
export async function planProvision(
  desk: Desk,
  credential: Secret,
  wishes: ProvisionWishes,
  former?: ProvisionRecord,
): Promise<ProvisionPlan> {
  const administrator = createAdministrator(desk, credential);
  const version = await desk.version();
  const names = { account: wishes.accountName ?? 'Guichet', group: wishes.groupName ?? 'Guichet' };
  const record = former
    ? turnRecordTo(structuredClone(former), wishes.model)
    : newRecord(desk.baseUrl, version ?? '', names);
  const empty: ProvisionPlan = {
    baseUrl: desk.baseUrl,
    version: version ?? '',
    model: { id: wishes.model, name: wishes.model },
    steps: [],
    cannot: [],
    questions: [],
    notes: [],
    record,
  };
  if (record.baseUrl !== desk.baseUrl) return { ...empty, cannot: [{ what: 'other-server', cause: 'unknown' }] };
  const obstacle = await findObstacle(administrator, version);
  if (obstacle) return { ...empty, cannot: [obstacle] };
  try {
    return await fillPlan(administrator, empty, wishes, former !== undefined);
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    const { failure } = error;
    const what = error.why === 'refused' ? 'settings-unreadable' : 'not-reached';
    return { ...empty, cannot: [{ what, cause: failure.cause, failure }] };
  }
}

async function findObstacle(administrator: Administrator, version: string | undefined): Promise<Obstacle | undefined> {
  if (version === undefined) {
    const failure = (await administrator.desk.ask({ path: '/api/version' })).failure();
    return { what: 'not-reached', cause: failure.cause, failure };
  }
  if (isBefore(version, OLDEST)) return { what: 'too-old', cause: 'upstream-too-old' };
  // Only an administrator can read this, by session or by key, in every version.
  const reply = await administrator.ask({ path: '/api/v1/users/default/permissions' });
  if (reply.status === 200 && isRecord(reply.json)) return undefined;
  const failure = reply.failure();
  if (reply.status === 0) return { what: 'not-reached', cause: failure.cause, failure };
  const plain = failure.cause === 'account-pending';
  return { what: 'not-administrator', cause: plain ? 'unknown' : failure.cause, failure };
}

async function fillPlan(
  administrator: Administrator,
  plan: ProvisionPlan,
  wishes: ProvisionWishes,
  carriedOn: boolean,
): Promise<ProvisionPlan> {
  const { record } = plan;
  const tooEarly = wishes.tools === 'whole-agent' ? wholeAgentObstacle(plan.version) : undefined;
  if (tooEarly) return { ...plan, cannot: [tooEarly] };
  const wanted = wishes.tools === 'whole-agent' ? sourceOf(record, wishes.model) : wishes.model;
  const foundation = await findFoundation(administrator, wanted);
  if (!foundation.found) return { ...plan, cannot: [{ what: foundation.what, cause: 'model-missing' }] };
  const [settings, groups, accounts] = await Promise.all([
    readSettings(administrator),
    listGroups(administrator),
    findAccounts(administrator, record.account.name),
  ]);
  const own = await accountByEmail(administrator, record.account.email);
  const questions = [...settleAccount(record, own, accounts, wishes), ...settleGroup(record, groups, wishes)];
  const group = groups.find((one) => one.id === record.group.id);
  const secondFactor = settings.ENABLE_MFA === true;
  const account = record.account.id === undefined ? undefined : [own, ...accounts].find(hasId(record.account.id));
  const agent =
    wishes.tools === 'whole-agent'
      ? await planWholeAgent(administrator, record, foundation, wishes, settings)
      : undefined;
  const { model, things: foundations } = agent ?? foundation;
  const others = await foundationsOf(administrator, wishes.otherModels ?? []);
  // A copy is shared when it is made.
  const things = uniqueThings([
    ...foundations,
    ...others.filter(({ kind, id }) => kind !== 'model' || id !== model.id),
  ]);
  const steps = [
    step('switch-keys-on', settings.ENABLE_API_KEYS === true, {}),
    step('make-account', account !== undefined, { ...record.account }),
    step('make-group', group !== undefined && mayUseKeys(group), groupFacts(record, group)),
    step('join-group', account?.groupIds.includes(group?.id ?? '') === true, { name: record.group.name }),
    ...(agent?.beforeSharing ?? []),
    ...(await Promise.all(things.map((thing) => shareStep(administrator, thing, group?.id)))),
    ...(agent?.afterSharing ?? []),
    ...(secondFactor ? [step('second-factor', false, { email: record.account.email })] : []),
    step('make-key', false, { email: record.account.email }),
    ...(agent?.afterKey ?? []),
    step('check-answer', false, { ...model }),
  ];
  const notes = [...notesOf(steps, secondFactor, carriedOn), ...(agent?.notes ?? [])];
  return { ...plan, model, steps, questions: [...questions, ...(agent?.questions ?? [])], notes };
}

function hasId(id: string) {
  return (account: KnownAccount | undefined): account is KnownAccount => account?.id === id;
}

function groupFacts(record: ProvisionRecord, group: KnownGroup | undefined): Step['facts'] {
  const members = record.group.origin === 'found' && group ? { members: group.members } : {};
  return { name: record.group.name, origin: record.group.origin, ...members };
}

async function shareStep(administrator: Administrator, thing: SharedThing, groupId: string | undefined): Promise<Step> {
  const row = await readRow(administrator, thing);
  const kind = thing.kind === 'model' ? 'share-model' : 'share-knowledge';
  const facts = { id: thing.id, name: thing.name, makesRow: row === undefined };
  return step(kind, await isSharedWith(administrator, row, groupId), facts, thing.id);
}

function step(kind: Step['kind'], already: boolean, facts: Step['facts'], subject?: string): Step {
  const id = subject === undefined ? kind : `${kind} ${subject}`;
  const { name, id: factId, email, members, makesRow, origin } = facts;
  const kept = { name, id: factId, email, members, makesRow, origin };
  const present = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
  return { id, kind, state: already ? 'already' : 'to-do', facts: present };
}

function notesOf(steps: Step[], secondFactor: boolean, carriedOn: boolean): Note[] {
  const switches = steps.some(({ kind, state }) => kind === 'switch-keys-on' && state === 'to-do');
  return [
    ...(carriedOn ? (['carried-on'] as const) : []),
    ...(switches ? (['switch-is-for-everybody', 'switch-may-not-last'] as const) : []),
    ...(secondFactor ? (['second-factor-for-all'] as const) : []),
    'one-answer-is-asked',
  ];
}
