import type { Settings } from './read-settings.ts';
import { SETTINGS, type SettingDefinition } from './setting-definitions.ts';

/** @returns names of what has changed and counts from the next start on; the others count at once */
export function settingsThatNeedRestart(before: Settings, after: Settings): string[] {
  const definitions = Object.entries(SETTINGS) as [keyof Settings, SettingDefinition<unknown>][];
  return definitions.flatMap(([key, { name, console }]) => {
    const same = JSON.stringify(before[key].value) === JSON.stringify(after[key].value);
    return same || console || key === 'openWebUiApiKey' ? [] : [name];
  });
}
