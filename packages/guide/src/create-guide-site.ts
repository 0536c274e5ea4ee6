import { contentOf } from './guide-content.ts';
import { type GuideSite, guideSite } from './guide-site.ts';
import type { Guide } from './read-guide.ts';

/** The guide as a website, from pages that were just read. */
export function createGuideSite(guide: Guide): GuideSite {
  return guideSite(contentOf(guide));
}
