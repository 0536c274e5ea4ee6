/** The settings as the guide tells them. */
import type { SettingFact } from '@guichet/guide';
import { SETTINGS, type SettingDefinition, type SettingKey } from './setting-definitions.ts';
import { settingWords } from './setting-words.ts';

export function settingFacts(): SettingFact[] {
  return (Object.keys(SETTINGS) as SettingKey[]).map((key) => {
    const definition: SettingDefinition<unknown> = SETTINGS[key];
    const { name, aliases = [], secret = false } = definition;
    return { name, aliases, secret, words: settingWords(key) };
  });
}
