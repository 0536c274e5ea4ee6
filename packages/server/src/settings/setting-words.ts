import type { Locale } from '@guichet/contract/locale';
import { SETTINGS, type SettingKey } from './setting-definitions.ts';
import { MEANINGS_FR, type SettingMeaning } from './text/meanings-fr.ts';

/** What people read about a setting, in each of the operators' languages. */
export function settingWords(key: SettingKey): Readonly<Record<Locale, Required<SettingMeaning>>> {
  const { meaning, defaultText, example } = SETTINGS[key];
  return { en: { meaning, defaultText, example }, fr: { example, ...MEANINGS_FR[key] } };
}
