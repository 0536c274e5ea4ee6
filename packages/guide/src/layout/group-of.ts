import { ALL_CHECKS } from '@guichet/doctor';
import { slugOfCheck } from '../directives/findings.ts';
import type { GuidePage } from '../guide-page.ts';

const GROUPS = new Map(ALL_CHECKS.map(({ id }) => [slugOfCheck(id), id.split('/')[0] ?? '']));

/** Groups in the order of the ladder, then the causes. */
export const GROUP_ORDER: readonly string[] = [...new Set(GROUPS.values()), 'cause'];

/** Which group of findings a page belongs to; undefined for pages that are read by themselves. */
export function groupOf({ slug, section }: GuidePage): string | undefined {
  if (section !== 'findings') return undefined;
  return GROUPS.get(slug) ?? (slug.startsWith('cause-') ? 'cause' : undefined);
}
