/** The sites this Guichet serves. One so far: `default`, which always exists. */
import { MAX_MESSAGE_CHARS } from '@guichet/contract/limits';
import type { Locale } from '@guichet/contract/locale';
import type { PublicSite } from '@guichet/contract/site-settings';
import type { UpstreamModel } from '@guichet/openwebui/client';
import { en } from './text/en.ts';
import { fr } from './text/fr.ts';

export interface Sites {
  exists(site: string): boolean;
  /** What anybody may know of a site. */
  publicSite(site: string, locale: Locale): Promise<PublicSite | undefined>;
}

export interface SitesParts {
  /** Asked each time: a credential can arrive while the server runs. */
  practice: () => boolean;
  /** The answering model, for its name and its suggested questions; undefined when it cannot be had now. */
  model: () => Promise<UpstreamModel | undefined>;
}

export const DEFAULT_SITE = 'default';

/** More suggestions than these crowd a phone. */
const MAX_SUGGESTIONS = 3;

const PRACTICE_NAMES = { en: en.practice.assistantName, fr: fr.practice.assistantName };

const PRACTICE_TEXTS: PublicSite['texts'] = {
  en: { suggestions: en.practice.suggestions },
  fr: { suggestions: fr.practice.suggestions },
};

/** A model's suggestions are in whatever language its owner wrote them. */
function modelTexts(model: UpstreamModel | undefined): PublicSite['texts'] {
  const suggestions = model?.suggestions.slice(0, MAX_SUGGESTIONS) ?? [];
  const texts = suggestions.length > 0 ? { suggestions } : {};
  return { en: texts, fr: texts };
}

export function createSites({ practice, model }: SitesParts): Sites {
  async function publicSite(site: string, locale: Locale): Promise<PublicSite | undefined> {
    if (site !== DEFAULT_SITE) return undefined;
    const answering = await model();
    return {
      id: site,
      name: practice() ? PRACTICE_NAMES[locale] : (answering?.name ?? 'Assistant'),
      practice: practice(),
      languages: ['en', 'fr'],
      look: { accent: '#0B5D5E', position: 'right', theme: 'auto' },
      texts: practice() ? PRACTICE_TEXTS : modelTexts(answering),
      features: { attachments: false, feedback: false, stop: true, followUps: false },
      limits: { messageChars: MAX_MESSAGE_CHARS },
    };
  }
  return { exists: (site) => site === DEFAULT_SITE, publicSite };
}
