import type { SiteNameView } from '@guichet/contract/assistant-api';

/** What its owner calls it, with its id. */
export function siteName({ id, name }: Pick<SiteNameView, 'id' | 'name'>): string {
  return name === undefined ? id : `${name} (${id})`;
}
