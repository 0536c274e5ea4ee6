/** The sites as `npx guichet site list` tells them. */
import type { Settings } from '../settings/read-settings.ts';
import { SETTINGS } from '../settings/setting-definitions.ts';
import { DEFAULT_SITE } from '../sites/site-context.ts';
import { SITE_SETTINGS, type SiteSettingDefinition } from '../sites/site-setting-definitions.ts';
import type { SiteRecord, SiteRecords } from '../storage/site-records.ts';

export interface ShownSite {
  id: string;
  name?: string;
  paused: boolean;
  /** ISO 8601. */
  pausedAt?: string;
  /** What is set, as it would be written; nothing that counts by default. */
  settings: Record<string, string>;
  /** By the name above: the server's setting that it comes from. */
  from: Record<string, string>;
}

/** Every site, `default` first, which is there also without a record. */
export async function listedSites(records: SiteRecords): Promise<SiteRecord[]> {
  const listed = await records.list();
  const first = listed.find(({ id }) => id === DEFAULT_SITE);
  const others = listed.filter((record) => record !== first);
  return [first ?? { id: DEFAULT_SITE, settings: {}, createdAt: 0, updatedAt: 0 }, ...others];
}

export function shownSites(records: readonly SiteRecord[], settings: Settings): ShownSite[] {
  return records.map((record) => {
    const { id, name, pausedAt } = record;
    const inherited = id === DEFAULT_SITE ? ofDefaultSite(settings) : { settings: {}, from: {} };
    return {
      id,
      ...(name !== undefined && { name }),
      paused: pausedAt !== undefined,
      ...(pausedAt !== undefined && { pausedAt: new Date(pausedAt).toISOString() }),
      settings: { ...record.settings, ...inherited.settings },
      from: inherited.from,
    };
  });
}

function ofDefaultSite(settings: Settings): Pick<ShownSite, 'settings' | 'from'> {
  const shown: Pick<ShownSite, 'settings' | 'from'> = { settings: {}, from: {} };
  for (const definition of Object.values(SITE_SETTINGS) as SiteSettingDefinition<unknown>[]) {
    if (!definition.ofDefaultSite) continue;
    const { text } = settings[definition.ofDefaultSite];
    if (text === undefined) continue;
    shown.settings[definition.name] = text;
    shown.from[definition.name] = SETTINGS[definition.ofDefaultSite].name;
  }
  return shown;
}
