import type { SiteNameView } from '@guichet/contract/assistant-api';
import { siteName } from '../words/site-name.ts';

export interface SiteSelectProps<Site extends SiteNameView> {
  id: string;
  label: string;
  sites: readonly Site[];
  chosen: string;
  /** What stands beside a site's name. */
  shown: (site: Site, name: string) => string;
  onChoose: (id: string) => void;
}

/** Which site this is about; nothing to choose where there is one. */
export function SiteSelect<Site extends SiteNameView>({
  id,
  label,
  sites,
  chosen,
  shown,
  onChoose,
}: SiteSelectProps<Site>) {
  if (sites.length < 2) return null;
  return (
    <div class="field site-choice">
      <label for={id}>{label}</label>
      <select id={id} class="input" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {sites.map((site) => (
          <option key={site.id} value={site.id}>
            {shown(site, siteName(site))}
          </option>
        ))}
      </select>
    </div>
  );
}
