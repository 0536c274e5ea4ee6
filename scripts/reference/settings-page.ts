/** `docs/reference/settings.md`, from the settings' own definitions. */
import {
  SETTINGS,
  type SettingDefinition,
  type SettingKey,
} from '../../packages/server/src/settings/setting-definitions.ts';
import { code, page, table } from './markdown.ts';

const LEAD = `Set them in the environment, or in a file named \`.env\` beside \`package.json\`; the environment wins. Those marked "Console" can be set there as well: what the console holds counts before both, at once and without a restart. An empty value counts as not set.

Every setting has a twin with \`_FILE\` at its end that names a file holding the value, for example \`OPENWEBUI_API_KEY_FILE=/run/secrets/openwebui_api_key\`. Setting both is an error that names them. A value that makes no sense stops the start with one sentence that says which setting, where it was found, what is wrong and an example; a secret is never quoted.`;

/** Settings whose part of Guichet is still to come. A test takes care that none stands here a day too long. */
export const NOT_USED_YET: readonly SettingKey[] = ['databaseUrl', 'redisUrl', 'proof'];

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
