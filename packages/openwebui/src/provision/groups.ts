/** Groups: the way to give one account a permission and models without changing what everybody else may. */
import { isRecord } from '../client/error-body.ts';
import type { Administrator } from './administrator.ts';
import { notTaken, refusedBy } from './step-failure.ts';

export interface KnownGroup {
  id: string;
  name: string;
  description: string;
  permissions: Record<string, unknown>;
  members: number;
}

export async function listGroups(administrator: Administrator): Promise<KnownGroup[]> {
  return (await administrator.list({ path: '/api/v1/groups/' })).flatMap(readGroup);
}

export function mayUseKeys(group: KnownGroup): boolean {
  const { features } = group.permissions;
  return isRecord(features) && features.api_keys === true;
}

export async function createGroup(
  administrator: Administrator,
  wanted: { name: string; description: string },
): Promise<KnownGroup> {
  const body = { ...wanted, permissions: withKeys({}) };
  const made = readGroup(await administrator.object({ method: 'POST', path: '/api/v1/groups/create', body }))[0];
  if (!made) throw notTaken('groups/create');
  return mayUseKeys(made) ? made : permitKeys(administrator, made, true);
}

/** Gives or takes the permission to use API keys; everything else about the group stays. */
export async function permitKeys(
  administrator: Administrator,
  group: KnownGroup,
  permitted: boolean,
): Promise<KnownGroup> {
  const { id, name, description, permissions } = group;
  const body = { name, description, permissions: permitted ? withKeys(permissions) : withoutKeys(permissions) };
  const path = `/api/v1/groups/id/${id}/update`;
  const updated = readGroup(await administrator.object({ method: 'POST', path, body }))[0];
  if (!updated || mayUseKeys(updated) !== permitted) throw notTaken('groups/update');
  return updated;
}

export async function addMember(administrator: Administrator, groupId: string, accountId: string): Promise<void> {
  await changeMembers(administrator, groupId, 'add', accountId);
}

export async function removeMember(administrator: Administrator, groupId: string, accountId: string): Promise<void> {
  await changeMembers(administrator, groupId, 'remove', accountId);
}

async function changeMembers(administrator: Administrator, groupId: string, how: 'add' | 'remove', accountId: string) {
  const path = `/api/v1/groups/id/${groupId}/users/${how}`;
  await administrator.object({ method: 'POST', path, body: { user_ids: [accountId] } });
}

export async function deleteGroup(administrator: Administrator, id: string): Promise<void> {
  const reply = await administrator.ask({ method: 'DELETE', path: `/api/v1/groups/id/${id}/delete` });
  if (reply.status !== 200) throw refusedBy(reply);
}

function withKeys(permissions: Record<string, unknown>): Record<string, unknown> {
  const features = isRecord(permissions.features) ? permissions.features : {};
  return { ...permissions, features: { ...features, api_keys: true } };
}

function withoutKeys(permissions: Record<string, unknown>): Record<string, unknown> {
  const features = isRecord(permissions.features) ? permissions.features : {};
  return { ...permissions, features: { ...features, api_keys: false } };
}

function readGroup(row: Record<string, unknown>): KnownGroup[] {
  const { id, name, description, permissions, member_count: members } = row;
  if (typeof id !== 'string' || typeof name !== 'string') return [];
  return [
    {
      id,
      name,
      description: typeof description === 'string' ? description : '',
      permissions: isRecord(permissions) ? permissions : {},
      members: typeof members === 'number' ? members : 0,
    },
  ];
}
