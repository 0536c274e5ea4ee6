import type { JsonObject } from '../http/read-body.ts';
import type { Account } from '../identity/accounts.ts';
import type { World } from '../world.ts';

/** An account as its owner and administrators see it: everything but password and key. */
export function accountRow(account: Account, world: World): JsonObject {
  return {
    id: account.id,
    email: account.email,
    username: null,
    role: account.role,
    name: account.name,
    profile_image_url: '/user.png',
    profile_banner_image_url: null,
    bio: null,
    gender: null,
    date_of_birth: null,
    timezone: null,
    presence_state: null,
    status_emoji: null,
    status_message: null,
    status_expires_at: null,
    info: null,
    settings: null,
    oauth: null,
    ...(world.has('scimOnAccount') && { scim: null }),
    last_active_at: account.lastActiveAt,
    updated_at: account.updatedAt,
    created_at: account.createdAt,
  };
}
