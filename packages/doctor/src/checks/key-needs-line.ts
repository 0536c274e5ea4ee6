import { endpointAllowListLine } from '@guichet/openwebui/allow-list';
import type { OwnSettings } from '../evidence/evidence-map.ts';
import { NEWEST_KNOWN } from './known-holes.ts';

/** What the list of allowed paths must hold at least: for what the sites of this Guichet do, and no more. */
export function keyNeedsLine({ keyNeeds }: Pick<OwnSettings, 'keyNeeds'>): string {
  return endpointAllowListLine(NEWEST_KNOWN, keyNeeds);
}
