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
}

export async function diagnosis(server: string, site: string): Promise<Diagnosis> {
  const address = `${server}/v1/sites/${encodeURIComponent(site)}`;
  const response = await fetch(address, { cache: 'no-store' }).catch(() => undefined);
  const body: Partial<Problem> | undefined = await response?.json().catch(() => undefined);
  return {
    version: VERSION,
    server,
    site,
    origin: location.origin,
    status: response?.status,
    code: body?.code,
    ref: body?.ref,
  };
}
