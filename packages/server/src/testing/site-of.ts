/** A site in tests: the default one, with what the test is about. */
import { DEFAULT_LIMITS } from '../limits/visitor-limits.ts';
import { DEFAULT_SITE, type SiteContext } from '../sites/site-context.ts';

export function siteOf(more: Partial<SiteContext> = {}): SiteContext {
  return {
    id: DEFAULT_SITE,
    links: {},
    origins: [],
    collections: [],
    tools: 'off',
    frame: false,
    followUps: false,
    voice: 'off',
    shareRatings: false,
    files: { kinds: [], maxBytes: 5_000_000 },
    showToolArguments: false,
    sourceExcerpts: false,
    pageContext: false,
    pictureHosts: [],
    introduction: { name: 'off', email: 'off', consent: 'off', consentVersion: '1' },
    texts: {},
    limits: DEFAULT_LIMITS,
    ...more,
  };
}
