import { isAtLeast } from '../../version-order.ts';

export type Permissions = Record<string, Record<string, boolean>>;

/** Area, names, value on a fresh server, version that introduced them. Versions between two recordings are the later one's series. */
const table: [area: string, names: string, value: boolean, since: string][] = [
  ['workspace', 'models knowledge prompts tools', false, '0.5.0'],
  ['workspace', 'skills', false, '0.8.0'],
  ['workspace', 'models_import models_export', false, '0.6.37'],
  ['workspace', 'models_hidden', false, '0.12.0'],
  ['workspace', 'prompts_import prompts_export tools_import tools_export', false, '0.6.37'],
  ['workspace', 'skills_import skills_export', false, '0.11.0'],
  [
    'sharing',
    'models public_models knowledge public_knowledge prompts public_prompts tools public_tools',
    false,
    '0.6.0',
  ],
  ['sharing', 'skills public_skills', false, '0.8.0'],
  ['sharing', 'notes public_notes', false, '0.6.37'],
  ['sharing', 'folders', false, '0.11.0'],
  ['sharing', 'public_chats', false, '0.9.0'],
  ['sharing', 'open_chats', false, '0.11.0'],
  ['sharing', 'public_calendars', false, '0.9.0'],
  ['access_grants', 'allow_users', true, '0.8.0'],
  ['access_grants', 'allow_groups', true, '0.11.0'],
  ['chat', 'controls valves system_prompt params file_upload', true, '0.6.0'],
  ['chat', 'web_upload', true, '0.8.0'],
  [
    'chat',
    'delete delete_message continue_response regenerate_response rate_response edit share export',
    true,
    '0.6.0',
  ],
  ['chat', 'import', true, '0.11.0'],
  ['chat', 'stt tts call multiple_models temporary', true, '0.6.0'],
  ['chat', 'temporary_enforced', false, '0.6.0'],
  ['features', 'api_keys', false, '0.6.37'],
  ['features', 'notes folders channels', true, '0.6.37'],
  ['features', 'encrypted_channels', false, '0.12.0'],
  ['features', 'direct_tool_servers', false, '0.6.0'],
  ['features', 'web_search image_generation code_interpreter', true, '0.6.0'],
  ['features', 'memories', true, '0.8.0'],
  ['features', 'automations', false, '0.9.0'],
  ['features', 'calendar', true, '0.9.0'],
  ['features', 'webhooks', false, '0.11.0'],
  ['settings', 'interface', true, '0.8.0'],
];

/** What every account may do on a fresh server of this version. */
export function defaultPermissions(version: string): Permissions {
  const permissions: Permissions = {};
  for (const [area, names, value, since] of table) {
    if (!isAtLeast(version, since)) continue;
    const rights = Object.fromEntries(names.split(' ').map((name) => [name, value]));
    permissions[area] = { ...permissions[area], ...rights };
  }
  return permissions;
}
