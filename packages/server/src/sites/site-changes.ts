/** What became another value with a change of a site, for the audit log and for whoever asked. Pure. */
import type { SiteRecord } from '../storage/site-records.ts';
import { allTextsOf } from './resolve-site.ts';

export interface SettingChange {
  name: string;
  before?: string;
  after?: string;
}

type Texts = Pick<SiteRecord, 'name' | 'settings'>;

export function siteChangesBetween(before: Texts, after: Texts): SettingChange[] {
  const [old, now] = [allTextsOf(before), allTextsOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return names.flatMap((name) => {
    const [was, is] = [old[name], now[name]];
    if (was === is) return [];
    return [{ name, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }];
  });
}
