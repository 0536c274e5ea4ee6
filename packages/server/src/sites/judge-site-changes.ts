/** Judges what console or command wish to change about a site, before anything is kept. Pure. */
import { parseSetting } from '../settings/read-settings.ts';
import { SETTINGS } from '../settings/setting-definitions.ts';
import { SettingProblem } from '../settings/text/setting-problem-texts.ts';
import type { SettingTexts } from '../settings/text/setting-texts.ts';
import type { SiteChange } from '../storage/site-records.ts';
import { DEFAULT_SITE } from './site-context.ts';
import { SITE_SETTINGS, type SiteSettingDefinition } from './site-setting-definitions.ts';

/** By the setting's name; `null` and an empty text take a value away. */
export type SiteWishes = Readonly<Record<string, string | null>>;

export type JudgedSiteChanges =
  | { kind: 'good'; change: Pick<SiteChange, 'name' | 'settings'> }
  | { kind: 'refused'; problems: { name: string; text: string }[] };

const DEFINITIONS = new Map(
  (Object.values(SITE_SETTINGS) as SiteSettingDefinition<unknown>[]).map((definition) => [definition.name, definition]),
);

export function judgeSiteChanges(site: string, wished: SiteWishes, texts: SettingTexts): JudgedSiteChanges {
  const changes: Record<string, string | null> = {};
  const problems: { name: string; text: string }[] = [];
  for (const [name, written] of Object.entries(wished)) {
    const definition = DEFINITIONS.get(name);
    const text = written?.trim() ?? '';
    try {
      if (!definition) throw new SettingProblem('unknownOfSite', [...DEFINITIONS.keys()].join(', '));
      if (site === DEFAULT_SITE && definition.ofDefaultSite)
        throw new SettingProblem('ofDefaultSite', SETTINGS[definition.ofDefaultSite].name);
      if (text !== '') parseSetting(definition, text);
      changes[name] = text === '' ? null : text;
    } catch (error) {
      if (!(error instanceof SettingProblem)) throw error;
      problems.push({ name: name.slice(0, MAX_QUOTED_CHARS), text: sentence(name, error, definition, texts) });
    }
  }
  if (problems.length > 0) return { kind: 'refused', problems };
  const { [SITE_SETTINGS.name.name]: name, ...settings } = changes;
  return { kind: 'good', change: { ...(name !== undefined && { name }), settings } };
}

/** What was sent as a name is quoted no longer than this. */
const MAX_QUOTED_CHARS = 60;

function sentence(
  asked: string,
  problem: SettingProblem,
  definition: SiteSettingDefinition<unknown> | undefined,
  texts: SettingTexts,
): string {
  const said = problem.in(texts.problem);
  // The name of an unknown setting is whatever was sent.
  if (!definition) return texts.refusedPlainly(/^[a-z][\w.-]{0,59}$/i.test(asked) ? asked : '?', said);
  if (problem.message === 'ofDefaultSite') return texts.refusedPlainly(definition.name, said);
  return texts.refused(definition.name, said, `${definition.name}=${definition.example}`);
}

/** As an address and an attribute of a page have it. */
const SITE_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

export function isSiteId(text: string): boolean {
  return SITE_ID.test(text);
}
