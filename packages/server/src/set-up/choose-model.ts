import type { ConsoleSettings } from '../settings/console-settings.ts';
import { SETTINGS } from '../settings/setting-definitions.ts';
import { DEFAULT_SITE } from '../sites/site-context.ts';
import { SITE_SETTINGS } from '../sites/site-setting-definitions.ts';
import type { SiteChange, SiteRecord } from '../storage/site-records.ts';

type ChangeSite = (id: string, change: SiteChange) => Promise<{ before: SiteRecord } | undefined>;

/**
 * Keeps the model that answers visitors of a site: of the default one among the console's settings, of another one in it.
 * @param id null: nothing is said about it any more
 * @returns what was said before
 */
export async function chooseModelOfSite(
  consoleSettings: ConsoleSettings,
  changeSite: ChangeSite,
  site: string,
  id: string | null,
): Promise<string | null> {
  if (site === DEFAULT_SITE) return chooseModel(consoleSettings, id);
  const { name } = SITE_SETTINGS.model;
  // A site that was removed since needs no model.
  const changed = await changeSite(site, { settings: { [name]: id } });
  return changed?.before.settings[name] ?? null;
}

/**
 * Keeps the model that answers visitors among the console's settings.
 * @param id null: the console says nothing about it any more
 * @returns what the console said before
 */
async function chooseModel(consoleSettings: ConsoleSettings, id: string | null): Promise<string | null> {
  const { name } = SETTINGS.openWebUiModel;
  const before = (await consoleSettings.read())[name] ?? null;
  if (before !== id) await consoleSettings.change({ [name]: id });
  return before;
}
