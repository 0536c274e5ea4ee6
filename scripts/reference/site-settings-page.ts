/** `docs/reference/site-settings.md`, from the definitions of a site's settings. */
import { SETTINGS } from '../../packages/server/src/settings/setting-definitions.ts';
import { SITE_SETTINGS, type SiteSettingDefinition } from '../../packages/server/src/sites/site-setting-definitions.ts';
import { code, page, table } from './markdown.ts';

const LEAD = `Set them with \`npx guichet site set --site ID NAME=VALUE …\`. Some are also on the console's Assistant page. They apply to the next question, without a restart. An empty value removes one. The site \`default\` always exists. If the last column names a setting of the server, \`default\` takes its value from there.`;

export function siteSettingsPage(): string {
  const definitions = Object.values(SITE_SETTINGS) as SiteSettingDefinition<unknown>[];
  const rows = definitions.map(({ name, meaning, defaultText, example, ofDefaultSite }) => [
    code(name),
    meaning.en,
    defaultText.en,
    code(`${name}=${example}`),
    ofDefaultSite === undefined ? '' : code(SETTINGS[ofDefaultSite].name),
  ]);
  return page('Settings of a site', LEAD, table(['setting', 'meaning', 'default', 'example', 'for `default`'], rows));
}
