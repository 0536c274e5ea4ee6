import type { SettingView } from '@guichet/contract/set-up-api';
import type { SettingsTexts } from '../../text/settings/texts.ts';

/** A setting's value as people may see it. `isWords`: it is no value, but says that there is none or that it is secret. */
export function shownValue(
  { secret, isSet, value, defaultText }: SettingView,
  words: SettingsTexts,
): { text: string; isWords: boolean } {
  if (secret) return { text: isSet ? words.secretSet : sentence(defaultText), isWords: true };
  if (isSet && value !== undefined && value !== '') return { text: value, isWords: false };
  return { text: defaultText === '' ? words.notSet : sentence(defaultText), isWords: true };
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
