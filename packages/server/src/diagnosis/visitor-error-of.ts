/** What is remembered of a request that was refused: nothing that came from the visitor. */
import type { Cause } from '@guichet/contract/cause';
import type { ErrorCode } from '@guichet/contract/error-catalogue';
import type { VisitorError } from '../storage/visitor-error-records.ts';

/** Codes whose cause is our own side and always the same. */
const CAUSES: Partial<Record<ErrorCode, Cause>> = {
  'origin-not-allowed': 'origin-not-allowed',
  'storage-unavailable': 'store-unreachable',
};

/** No host name is longer. */
const MAX_ORIGIN_CHARS = 270;

/** @param origin the request's header: anybody can write anything into it */
export function visitorErrorOf(ref: string, code: ErrorCode, origin: string | undefined): Omit<VisitorError, 'at'> {
  const cause = CAUSES[code];
  const site = code === 'origin-not-allowed' ? siteOf(origin) : undefined;
  return { ref, code, ...(cause && { cause }), ...(site && { origin: site }) };
}

function siteOf(origin: string | undefined): string | undefined {
  if (origin === undefined || origin.length > MAX_ORIGIN_CHARS || !URL.canParse(origin)) return undefined;
  const url = new URL(origin);
  // Only what an operator could put on the list as it stands.
  return /^https?:$/.test(url.protocol) ? url.origin : undefined;
}
