/** Which of the two switches keeps an account from having a key. */
import { isRecord } from '../client/error-body.ts';
import type { Desk } from '../desk/desk.ts';
import type { Secret } from '../desk/secret.ts';
import { findMenuPath } from '../menus/find-menu-path.ts';
import type { MenuLocale } from '../menus/menu-path.ts';
import type { KeyPlace } from './key-exchange-types.ts';

/** @returns at least one place, the switch of the instance first */
export async function findKeyPlaces(
  desk: Desk,
  session: Secret,
  role: string,
  locale: MenuLocale,
): Promise<KeyPlace[]> {
  const [switchedOn, permitted] = await Promise.all([readSwitch(desk, session), readPermission(desk, session)]);
  const missing: KeyPlace['what'][] = [];
  if (switchedOn === false) missing.push('switch-keys-on');
  // Administrators need no permission since 0.8; where they are refused with the switch on, it is an older version.
  if (permitted === false && (role !== 'admin' || switchedOn)) missing.push('default-permission');
  // Neither can be seen: the switch is off on every fresh instance.
  if (missing.length === 0) missing.push(switchedOn ? 'default-permission' : 'switch-keys-on');
  const version = await desk.version();
  return missing.map((what) => {
    const path = findMenuPath(what, version, locale);
    return { what, who: 'administrator', ...(path && { path }) };
  });
}

async function readSwitch(desk: Desk, session: Secret): Promise<boolean | undefined> {
  const { json } = await desk.ask({ path: '/api/config', as: session });
  const features = isRecord(json) ? json.features : undefined;
  return isRecord(features) && typeof features.enable_api_keys === 'boolean' ? features.enable_api_keys : undefined;
}

async function readPermission(desk: Desk, session: Secret): Promise<boolean | undefined> {
  const { json } = await desk.ask({ path: '/api/v1/users/permissions', as: session });
  const features = isRecord(json) ? json.features : undefined;
  return isRecord(features) && typeof features.api_keys === 'boolean' ? features.api_keys : undefined;
}
