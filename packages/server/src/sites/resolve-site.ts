/** From a site's record to what is decided about it. Pure. */
import type { SiteTexts } from '@guichet/contract/public-site';
import { VISITOR_LOCALES, type VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import type { LimitSettings } from '../limits/visitor-limits.ts';
import { parseSetting, type Settings } from '../settings/read-settings.ts';
import { SettingProblem } from '../settings/text/setting-problem-texts.ts';
import type { SiteRecord, SiteSettingTexts } from '../storage/site-records.ts';
import { DEFAULT_SITE, type SiteContext } from './site-context.ts';
import {
  SITE_SETTINGS,
  type SiteSettingDefinition,
  type SiteSettingKey,
  type SiteSettingValues,
} from './site-setting-definitions.ts';

export interface ResolveParts {
  settings: Pick<Settings, 'allowedOrigins' | 'openWebUiModel' | 'sourceExcerpts'>;
  /** The practice server answers: the owner's models and collections are not there. */
  practice: boolean;
  limits: LimitSettings;
}

export interface ResolvedSite {
  site: SiteContext;
  /** What is kept and makes no sense to this version; the default counts instead. */
  problems: { name: string; problem: SettingProblem }[];
}

export function resolveSite(
  record: Pick<SiteRecord, 'id' | 'name' | 'settings'>,
  { settings, practice, limits }: ResolveParts,
): ResolvedSite {
  const { values, problems } = readSiteSettings(allTextsOf(record));
  const isDefault = record.id === DEFAULT_SITE;
  const { name, owner, contact, privacy, system, tools, frame, followUps, showToolArguments } = values;
  const origins = isDefault ? settings.allowedOrigins.value : values.origins;
  const model = isDefault ? settings.openWebUiModel.value : values.model;
  return {
    site: {
      id: record.id,
      ...(name !== undefined && { name }),
      ...(owner !== undefined && { owner }),
      links: { ...(contact !== undefined && { contact }), ...(privacy !== undefined && { privacy }) },
      origins,
      ...(model !== undefined && !practice && { model }),
      ...(system !== undefined && { system }),
      collections: practice ? [] : values.collections,
      tools,
      frame,
      followUps,
      voice: values.voice,
      shareRatings: values.shareRatings,
      files: { kinds: values.files, maxBytes: values.fileBytes },
      showToolArguments,
      sourceExcerpts: isDefault ? settings.sourceExcerpts.value === 'on' : values.sourceExcerpts,
      pageContext: values.pageContext,
      pictureHosts: values.pictureHosts,
      introduction: {
        name: values.askName,
        email: values.askEmail,
        consent: values.askConsent,
        consentVersion: values.consentVersion,
      },
      texts: textsIn(values),
      limits,
    },
    problems,
  };
}

/** The name is one of a site's settings to people, and a column of its own to the storage. */
export function allTextsOf({ name, settings }: Pick<SiteRecord, 'name' | 'settings'>): SiteSettingTexts {
  return name === undefined ? settings : { ...settings, [SITE_SETTINGS.name.name]: name };
}

function readSiteSettings(texts: SiteSettingTexts): {
  values: SiteSettingValues;
  problems: ResolvedSite['problems'];
} {
  const problems: ResolvedSite['problems'] = [];
  const entries = (Object.keys(SITE_SETTINGS) as SiteSettingKey[]).map((key) => {
    // The table's entries differ in their value's type; each is read by its own `parse`, so the pairs stay matched.
    const definition = SITE_SETTINGS[key] as SiteSettingDefinition<unknown>;
    const text = texts[definition.name];
    if (text === undefined) return [key, definition.default] as const;
    try {
      return [key, parseSetting(definition, text)] as const;
    } catch (problem) {
      if (!(problem instanceof SettingProblem)) throw problem;
      problems.push({ name: definition.name, problem });
      return [key, definition.default] as const;
    }
  });
  return { values: Object.fromEntries(entries) as unknown as SiteSettingValues, problems };
}

/** The settings that hold a text in each language, and what the widget knows them by. */
const TEXTS = [
  ['greeting', 'greeting'],
  ['placeholder', 'placeholder'],
  ['ai-notice', 'aiNotice'],
  ['data-notice', 'dataNotice'],
  ['consent', 'consent'],
] as const;

function textsIn(values: SiteSettingValues): SiteContext['texts'] {
  const entries = VISITOR_LOCALES.map((locale): [VisitorLocale, SiteTexts] => {
    const texts: SiteTexts = {};
    for (const [name, field] of TEXTS) {
      const text = values[`${name}.${locale}`];
      if (text !== undefined) texts[field] = text;
    }
    return [locale, texts];
  });
  return Object.fromEntries(entries.filter(([, texts]) => Object.keys(texts).length > 0));
}
