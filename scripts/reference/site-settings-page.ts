/** `docs/reference/site-settings.md`, from the definitions of a site's settings. */
import { SETTINGS } from '../../packages/server/src/settings/setting-definitions.ts';
import { SITE_SETTINGS, type SiteSettingDefinition } from '../../packages/server/src/sites/site-setting-definitions.ts';
import { code, page, table } from './markdown.ts';

const LEAD = `Set them with \`npx guichet site set --site ID NAME=VALUE …\`; some are on the console's page Assistant as well. They apply to the next question, without a restart. An empty value takes one away. The site \`default\` always exists; what has a setting named here, it gets from there.`;

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
