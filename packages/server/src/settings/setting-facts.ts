/** The settings as the guide tells them. */
import type { SettingFact } from '@guichet/guide';
import { SETTINGS, type SettingDefinition } from './setting-definitions.ts';

export function settingFacts(): SettingFact[] {
  return Object.values<SettingDefinition<unknown>>(SETTINGS).map(
    ({ name, aliases = [], secret = false, meaning, example, defaultText }) => ({
      name,
      aliases,
      secret,
      meaning,
      example,
      defaultText,
    }),
  );
}
