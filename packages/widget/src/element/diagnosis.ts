import type { Problem } from '@guichet/contract/problem';
import { VERSION } from '../loader/constants.ts';

/** What a page's owner needs to see, in the browser's console, when the chat does not work. Nothing secret. */
export interface Diagnosis {
  version: string;
  server: string;
  site: string;
  origin: string;
  /** HTTP status of the site's public settings; undefined when no answer came, or the browser kept it from the page. */
  status: number | undefined;
  code: string | undefined;
  ref: string | undefined;
  ms: number;
}

export async function diagnosis(server: string, site: string): Promise<Diagnosis> {
  const begun = performance.now();
  const response = await fetch(`${server}/v1/sites/${encodeURIComponent(site)}`, {
    credentials: 'omit',
    cache: 'no-store',
  }).catch(() => undefined);
  const body: Partial<Problem> | undefined = await response?.json().catch(() => undefined);
  return {
    version: VERSION,
    server,
    site,
    origin: location.origin,
    status: response?.status,
    code: response?.ok ? undefined : body?.code,
    ref: response?.ok ? undefined : body?.ref,
    ms: Math.round(performance.now() - begun),
  };
}
