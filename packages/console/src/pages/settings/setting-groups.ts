import type { SettingView } from '@guichet/contract/set-up-api';

export type SettingGroup = 'openWebUi' | 'visitors' | 'server';

const VISITORS: ReadonlySet<string> = new Set([
  'GUICHET_PUBLIC_URL',
  'GUICHET_ALLOWED_ORIGINS',
  'GUICHET_SOURCE_EXCERPTS',
  'GUICHET_PROOF',
]);

/** In the order in which people look for them; a group without settings is left out. */
export function settingGroups(settings: readonly SettingView[]): [SettingGroup, SettingView[]][] {
  const groups: Record<SettingGroup, SettingView[]> = { openWebUi: [], visitors: [], server: [] };
  for (const setting of settings) groups[groupOf(setting.name)].push(setting);
  const entries: [SettingGroup, SettingView[]][] = [
    ['openWebUi', groups.openWebUi],
    ['visitors', groups.visitors],
    ['server', groups.server],
  ];
  return entries.filter(([, members]) => members.length > 0);
}

function groupOf(name: string): SettingGroup {
  if (name.startsWith('OPENWEBUI_')) return 'openWebUi';
  return VISITORS.has(name) ? 'visitors' : 'server';
}
