/** `docs/reference/settings.md`, from the settings' own definitions. */
import {
  SETTINGS,
  type SettingDefinition,
  type SettingKey,
} from '../../packages/server/src/settings/setting-definitions.ts';
import { code, page, table } from './markdown.ts';

const LEAD = `Set them in the environment, or in a file named \`.env\` next to \`package.json\`. The environment overrides the file. You can also change those marked "Console" in the console: its values override both immediately, without a restart. An empty value means not set.

Every setting has a second form that ends in \`_FILE\` and names a file with the value, for example \`OPENWEBUI_API_KEY_FILE=/run/secrets/openwebui_api_key\`. Setting both is an error that names them. If a value is invalid, Guichet does not start. It prints one sentence with the setting, where it was found, what is wrong and an example. It never quotes a secret.`;

/** Settings whose part of Guichet is still to come. A test takes care that none stands here a day too long. */
export const NOT_USED_YET: readonly SettingKey[] = (Object.keys(SETTINGS) as SettingKey[]).filter(
  (key) => (SETTINGS[key] as SettingDefinition<unknown>).unused,
);

export function settingsPage(): string {
  const definitions = Object.entries(SETTINGS) as [SettingKey, SettingDefinition<unknown>][];
  const rows = definitions.map(
    ([key, { name, aliases = [], meaning, defaultText, example, secret, console: inConsole }]) => [
      [name, ...aliases].map(code).join('<br>also '),
      [
        meaning,
        ...(secret ? ['Secret: never shown or logged.'] : []),
        ...(inConsole ? ['Console.'] : []),
        ...(NOT_USED_YET.includes(key) ? ['**Not in this version.**'] : []),
      ].join(' '),
      defaultText,
      code(example),
    ],
  );
  return page('Settings', LEAD, table(['setting', 'meaning', 'default', 'example'], rows));
}
