import type { KeyNeeds } from '@guichet/openwebui/allow-list';
import type { SiteContext } from './site-context.ts';

/** What sites are set to need of the key, besides models and answers. Pure. */
export function keyNeedsOf(
  sites: readonly Pick<SiteContext, 'files' | 'voice' | 'shareRatings'>[],
): Required<Omit<KeyNeeds, 'wholeAgent'>> {
  return {
    files: sites.some(({ files }) => files.kinds.includes('documents')),
    voice: sites.some(({ voice }) => voice !== 'off'),
    feedback: sites.some(({ shareRatings }) => shareRatings),
  };
}
