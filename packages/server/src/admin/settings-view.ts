/** The settings as the console shows them: effective values, where they came from, what they stand before. */
import type { Locale } from '@guichet/contract/locale';
import type { SettingOriginView, SettingView } from '@guichet/contract/set-up-api';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import type { Setting, Settings } from '../settings/read-settings.ts';
import { SETTINGS, type SettingDefinition, type SettingKey } from '../settings/setting-definitions.ts';
import { settingWords } from '../settings/setting-words.ts';

/** @param desk knows which credential counts; the console's is kept elsewhere than the other settings */
export function settingsView(
  { settings, given }: { settings: Settings; given: Settings },
  desk: Pick<CredentialDesk, 'keeper'>,
  locale: Locale,
): SettingView[] {
  return (Object.keys(SETTINGS) as SettingKey[])
    .filter((key) => !(SETTINGS[key] as SettingDefinition<unknown>).unused)
    .map((key) =>
      key === 'openWebUiApiKey'
        ? credentialSetting(settings, given, desk, locale)
        : settingView(key, settings[key], locale),
    );
}

export function settingView(key: SettingKey, setting: Setting<unknown>, locale: Locale): SettingView {
  const definition = SETTINGS[key] as SettingDefinition<unknown>;
  const { name, secret = false, console: editable = false } = definition;
  const text = secret ? undefined : textOf(setting.value);
  const { meaning, defaultText, example } = settingWords(key)[locale];
  return {
    name,
    meaning,
    secret,
    ...(text !== undefined && { value: text }),
    isSet: setting.origin.kind !== 'default',
    origin: setting.origin,
    overridden: setting.overridden.map(({ value, origin }) => ({ origin, ...shownValue(secret, value) })),
    defaultText,
    example,
    editable,
  };
}

/** One that was not given for the address in force counts as little as one that the console's stands before. */
function credentialSetting(
  settings: Settings,
  given: Settings,
  { keeper }: Pick<CredentialDesk, 'keeper'>,
  locale: Locale,
): SettingView {
  const view = settingView('openWebUiApiKey', settings.openWebUiApiKey, locale);
  const byConsole = keeper.held?.origin === 'console';
  if (!byConsole && view.isSet) return view;
  const { origin, overridden } = given.openWebUiApiKey;
  const origins: SettingOriginView[] = [origin, ...overridden.map((other) => other.origin)];
  return {
    ...view,
    isSet: byConsole,
    origin: byConsole ? { kind: 'console' } : { kind: 'default' },
    overridden: origins.filter(({ kind }) => kind !== 'default').map((one) => ({ origin: one })),
  };
}

function shownValue(secret: boolean, value: unknown): { value?: string } {
  const text = secret ? undefined : textOf(value);
  return text === undefined ? {} : { value: text };
}

/** A value as it would be written in the environment; undefined when there is none. */
export function textOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = Array.isArray(value) ? value.join(',') : String(value);
  return text === '' ? undefined : text;
}
