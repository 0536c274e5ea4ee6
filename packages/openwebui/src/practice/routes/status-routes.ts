import type { Call } from '../http/call.ts';
import { json } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import { callerBySession } from '../identity/caller.ts';
import { readCredential } from '../identity/credential.ts';
import type { World } from '../world.ts';

/** Routes that need no credential. */
export const statusRoutes: Route[] = [
  { method: 'GET', pattern: '/health', handle: () => json({ status: true }) },
  { method: 'GET', pattern: '/health/db', handle: () => json({ status: true }) },
  { method: 'GET', pattern: '/ready', since: 'readyRoute', handle: () => json({ status: true }) },
  {
    method: 'GET',
    pattern: '/api/version',
    handle: (_, world) => json({ version: world.version, deployment_id: '' }),
  },
  { method: 'GET', pattern: '/api/changelog', handle: (_, world) => json({ [world.version]: { date: '' } }) },
  { method: 'GET', pattern: '/api/config', handle: (call, world) => json(publicConfig(call, world)) },
];

function publicConfig(call: Call, world: World) {
  return {
    ...(world.accounts.all().length === 0 && { onboarding: true }),
    status: true,
    name: 'Open WebUI',
    version: world.version,
    default_locale: '',
    ...(world.has('slimInConfig') && { i18n: {} }),
    oauth: { providers: {}, ...(world.has('configTellsAutoRedirect') && { auto_redirect: false }) },
    features: features(hasSession(call, world), world),
  };
}

/** An API key counts as nobody here; so does a token that is not taken. */
function hasSession(call: Call, world: World): boolean {
  const credential = readCredential(call.headers, world.has);
  if (!credential || credential.startsWith('sk-')) return false;
  try {
    callerBySession(credential, world);
    return true;
  } catch {
    return false;
  }
}

function features(signedIn: boolean, world: World) {
  const apiKeys = { enable_api_keys: world.settings.flag('ENABLE_API_KEYS') };
  const hidden = world.has('anonymousConfigHidesSwitches');
  return {
    ...(world.has('slimInConfig') && { slim: false }),
    auth: true,
    auth_trusted_header: false,
    enable_signup_password_confirmation: false,
    enable_ldap: false,
    ...(!hidden && apiKeys),
    enable_signup: world.settings.flag('ENABLE_SIGNUP'),
    enable_login_form: true,
    enable_websocket: true,
    ...(signedIn && hidden && { ...apiKeys, enable_password_change_form: true }),
    ...((signedIn || !hidden) && oldPublicFeatures(world)),
    ...(signedIn && signedInFeatures(world)),
  };
}

/** Shown to everybody before 0.9.5. */
function oldPublicFeatures(world: World) {
  return {
    enable_version_update_check: false,
    ...(world.has('configTellsPyodide') && { enable_pyodide_file_persistence: false }),
    enable_public_active_users_count: true,
    ...(world.has('easterEggsInConfig') && { enable_easter_eggs: true }),
  };
}

function signedInFeatures(world: World) {
  return {
    enable_direct_connections: false,
    enable_folders: true,
    ...(world.has('easterEggsInConfig') && { folder_max_file_count: '' }),
    enable_channels: false,
    enable_notes: true,
    enable_web_search: false,
    enable_code_execution: true,
    enable_image_generation: false,
    enable_community_sharing: true,
    enable_message_rating: true,
    ...(world.has('userStatusSwitch') && { enable_user_status: world.settings.flag('ENABLE_USER_STATUS') }),
    ...(world.has('pluginSwitchesInConfig') && {
      enable_tools: true,
      enable_functions: true,
      enable_tool_servers: true,
      enable_direct_integrations: false,
    }),
  };
}
