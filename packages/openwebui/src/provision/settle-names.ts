/**
 * Which account and group a plan is about: those an interrupted run made, new ones, or, where others of that name are
 * there already, what the operator answers. Writes the choice into the record and returns what is still open.
 */
import type { KnownAccount } from './accounts.ts';
import type { KnownGroup } from './groups.ts';
import { groupDescription, type ProvisionRecord } from './provision-record.ts';
import type { ProvisionWishes, Question } from './provision-types.ts';

/** Finds what an interrupted run made, or asks about an account of that name. */
export function settleAccount(
  record: ProvisionRecord,
  own: KnownAccount | undefined,
  accounts: KnownAccount[],
  wishes: ProvisionWishes,
): Question[] {
  if (own && record.account.origin === 'made') record.account.id = own.id;
  if (record.account.id !== undefined) return [];
  const same = accounts.find(({ name, role }) => name === record.account.name && role === 'user');
  if (!same) return [];
  const answer = wishes.answers?.['account-exists'];
  if (answer === 'use-it') {
    record.account = { name: same.name, email: same.email, id: same.id, origin: 'found' };
    return [];
  }
  if (answer === 'make-another') return [];
  const facts = { name: same.name, email: same.email };
  return [{ id: 'account-exists', choices: ['make-another', 'use-it'], facts }];
}

export function settleGroup(record: ProvisionRecord, groups: KnownGroup[], wishes: ProvisionWishes): Question[] {
  const description = groupDescription(record.id);
  const own = groups.find((group) => group.description === description);
  if (own && record.group.origin === 'made') record.group.id = own.id;
  if (record.group.id !== undefined) return [];
  const same = groups.find((group) => group.name === record.group.name);
  if (!same) return [];
  const answer = wishes.answers?.['group-exists'];
  if (answer === 'use-it') {
    record.group = { name: same.name, id: same.id, origin: 'found' };
    return [];
  }
  if (answer === 'make-another') {
    record.group.name = freeName(record.group.name, groups);
    return [];
  }
  return [
    { id: 'group-exists', choices: ['make-another', 'use-it'], facts: { name: same.name, members: same.members } },
  ];
}

function freeName(name: string, groups: KnownGroup[]): string {
  const taken = new Set(groups.map((group) => group.name));
  let number = 2;
  while (taken.has(`${name} ${number}`)) number++;
  return `${name} ${number}`;
}
