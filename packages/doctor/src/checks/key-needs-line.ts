import { endpointAllowListLine } from '@guichet/openwebui/allow-list';
import { NEWEST_KNOWN } from './known-holes.ts';

/** What the list of allowed paths must hold at least. */
export const KEY_NEEDS_LINE = endpointAllowListLine(NEWEST_KNOWN);
