/** What answers on each site, as far as somebody has said so: a command asks no Open WebUI for it. */
import type { SiteModel } from '../set-up/set-up-sites.ts';
import { createConsoleSettings } from '../settings/console-settings.ts';
import { LiveSettings } from '../settings/live-settings.ts';
import { DEFAULT_SITE } from '../sites/site-context.ts';
import { SITE_SETTINGS } from '../sites/site-setting-definitions.ts';
import type { SiteRecords } from '../storage/site-records.ts';
import { createSqlAdminRecords } from '../storage/sql-admin-records.ts';
import { type OpenedData, settingsOfCommand } from './open-data.ts';
import { listedSites } from './shown-sites.ts';

export async function sitesOfCommand({ database }: OpenedData, records: SiteRecords): Promise<SiteModel[]> {
  // Read anew each time: this very command may have chosen another model.
  const live = new LiveSettings(settingsOfCommand());
  live.hold(await createConsoleSettings(createSqlAdminRecords(database)).read());
  const { value } = live.settings.openWebUiModel;
  return (await listedSites(records)).map(({ id, name, settings }): SiteModel => {
    const model = id === DEFAULT_SITE ? value : settings[SITE_SETTINGS.model.name];
    return {
      id,
      ...(name !== undefined && { name }),
      ...(model !== undefined && { model }),
      wholeAgent: settings[SITE_SETTINGS.tools.name] === 'whole-agent',
    };
  });
}
