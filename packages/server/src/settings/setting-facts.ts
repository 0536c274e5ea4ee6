/** The settings as the guide tells them. */
import type { SettingFact } from '@guichet/guide';
import { SETTINGS, type SettingDefinition, type SettingKey } from './setting-definitions.ts';
import { MEANINGS_FR } from './text/meanings-fr.ts';

export function settingFacts(): SettingFact[] {
  return (Object.keys(SETTINGS) as SettingKey[]).map((key) => {
    const definition: SettingDefinition<unknown> = SETTINGS[key];
    const { name, aliases = [], secret = false, meaning, defaultText, example } = definition;
    return {
      name,
      aliases,
      secret,
      words: { en: { meaning, defaultText, example }, fr: { example, ...MEANINGS_FR[key] } },
    };
  });
}
