import type { Skill } from '../content/skills.ts';
import type { Call } from '../http/call.ts';
import type { JsonObject } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import { verifiedCaller } from '../identity/caller.ts';
import type { World } from '../world.ts';
import { accountRow } from './account-row.ts';

export const skillRoutes: Route[] = [
  { method: 'GET', pattern: '/api/v1/skills/', since: 'skillsRoute', handle: listSkills },
];

/** Those the caller may read, without their text. */
function listSkills(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  return json(world.skills.visibleTo(account, world).map((skill) => skillRow(skill, world)));
}

function skillRow(skill: Skill, world: World): JsonObject {
  const owner = world.accounts.byId(skill.ownerId);
  return {
    ...(world.has('modelVersions') && { version_id: null }),
    id: skill.id,
    user_id: skill.ownerId,
    name: skill.name,
    description: null,
    meta: { tags: [] },
    is_active: true,
    access_grants: skill.grants,
    updated_at: skill.createdAt,
    created_at: skill.createdAt,
    user: owner ? accountRow(owner, world) : null,
  };
}
