/** Why an Open WebUI below a version should be brought up to date, as far as a gateway is concerned. Newest first. */
import type { TextRef } from '../text/texts.ts';

export interface KnownHole {
  below: string;
  why: TextRef<'hole'>['key'];
  /** Public number, where there is one. */
  number?: string;
}

/** The newest release that was looked at, and the floor its makers recommend. */
export const NEWEST_KNOWN = '0.12.4';
/** The oldest the product is tried with. */
export const OLDEST_SUPPORTED = '0.6.36';

export const KNOWN_HOLES: readonly KnownHole[] = [
  { below: '0.12.4', why: 'unlisted' },
  { below: '0.12.2', why: 'administratorsDeleted' },
  { below: '0.12.0', why: 'weakSecret' },
  { below: '0.11.4', why: 'tokensInLogs' },
  { below: '0.11.1', why: 'serverFetches' },
  { below: '0.9.6', why: 'allowListPath', number: 'CVE-2026-48710' },
  { below: '0.9.0', why: 'allowListBypassed', number: 'CVE-2026-45339' },
  { below: '0.9.0', why: 'foreignChats', number: 'CVE-2026-45349' },
  { below: '0.8.11', why: 'modelAccess', number: 'CVE-2026-45666' },
];
