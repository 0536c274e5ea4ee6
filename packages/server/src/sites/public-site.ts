/** What anybody may know of a site. */
import { MAX_MESSAGE_CHARS } from '@guichet/contract/limits';
import { pickLocale } from '@guichet/contract/locale';
import type { PublicSite, SiteTexts } from '@guichet/contract/public-site';
import { VISITOR_LOCALES, type VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import type { UpstreamModel } from '@guichet/openwebui/client';
import { siteFiles } from '../files/site-files.ts';
import { en } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import { isAsked } from './introduction.ts';
import type { SiteContext } from './site-context.ts';

export interface PublicSiteParts {
  /** Asked each time: a credential can arrive while the server runs. */
  practice: () => boolean;
  /** What visitors can do by voice; undefined where that is nothing. */
  voice: (site: SiteContext) => Promise<PublicSite['voice']>;
  /** The answering model, for its name and its suggested questions; undefined when it cannot be had now. */
  model: (site: SiteContext) => Promise<UpstreamModel | undefined>;
}

export type ReadPublicSite = (site: SiteContext, locale: VisitorLocale) => Promise<PublicSite>;

/** More suggestions than these crowd a phone. */
const MAX_SUGGESTIONS = 3;

/** The practice assistant speaks the operators' languages. */
const PRACTICE_NAMES = { en: en.practice.assistantName, fr: fr.practice.assistantName };

const PRACTICE_SUGGESTIONS = { en: en.practice.suggestions, fr: fr.practice.suggestions };

export function createPublicSiteReader({ practice, model, voice: voiceOf }: PublicSiteParts): ReadPublicSite {
  return async function readPublicSite(site, locale) {
    const [answering, voice] = await Promise.all([model(site), voiceOf(site)]);
    const practises = practice();
    const files = siteFiles(site, answering?.equipment);
    return {
      id: site.id,
      name: site.name ?? (practises ? PRACTICE_NAMES[pickLocale([locale])] : (answering?.name ?? 'Assistant')),
      ...(site.owner !== undefined && { owner: site.owner }),
      links: site.links,
      practice: practises,
      languages: [...VISITOR_LOCALES],
      look: { accent: '#0B5D5E', position: 'right', theme: 'auto' },
      texts: Object.fromEntries(
        VISITOR_LOCALES.map((language) => [
          language,
          // A model's suggestions are in whatever language its owner wrote them.
          textsIn(
            language,
            site,
            practises ? PRACTICE_SUGGESTIONS[pickLocale([language])] : (answering?.suggestions ?? []),
          ),
        ]),
      ),
      features: {
        attachments: files !== undefined,
        feedback: true,
        stop: true,
        frame: site.frame,
        followUps: site.followUps,
        pageContext: site.pageContext,
        voice: voice !== undefined,
        introduction: isAsked(site),
      },
      ...(isAsked(site) && { introduction: site.introduction }),
      ...(files && { files }),
      ...(voice && { voice }),
      ...(site.pictureHosts.length > 0 && { pictureHosts: [...site.pictureHosts] }),
      limits: { messageChars: MAX_MESSAGE_CHARS },
    };
  };
}

function textsIn(locale: VisitorLocale, { texts }: SiteContext, suggestions: readonly string[]): SiteTexts {
  const shown = suggestions.slice(0, MAX_SUGGESTIONS);
  return { ...texts[locale], ...(shown.length > 0 && { suggestions: shown }) };
}
