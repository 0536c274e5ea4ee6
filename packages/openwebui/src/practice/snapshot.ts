import type { World } from './world.ts';

/** Times, ids of grants and empty fields left aside: writing the same again renews or adds them. */
export function snapshotOf(world: World): string {
  const accounts = world.accounts.all().map(({ id, name, email, role, password, secondFactor }) => ({
    id,
    name,
    email,
    role,
    password,
    key: world.keys.of(id),
    secondFactor: secondFactor !== undefined,
  }));
  const groups = world.groups.all().map(({ id, name, description, permissions, memberIds }) => ({
    id,
    name,
    description,
    permissions,
    memberIds: [...memberIds],
  }));
  const models = [...world.models.rows.values()].map(({ versionId: _, grants, meta, updatedAt: __, ...row }) => ({
    ...row,
    // In an order of its own: writing a model again gives the fields the server's order.
    meta: Object.fromEntries(
      Object.entries(meta)
        .filter(([name, value]) => value !== null && !/image/.test(name))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
    grants: grants.map(plain),
  }));
  const knowledge = world.knowledge.all().map(({ grants, updatedAt: _, ...base }) => ({
    ...base,
    grants: grants.map(plain),
  }));
  const settings = world.settings.toJson();
  const permissions = world.permissions.current;
  return JSON.stringify({ accounts, groups, models, knowledge, settings, permissions }, null, 1);
}

function plain({ principal_type, principal_id, permission }: PlainGrant) {
  return `${principal_type} ${principal_id} ${permission}`;
}

interface PlainGrant {
  principal_type: string;
  principal_id: string;
  permission: string;
}
