import type { Finding } from '../verdict.ts';
import { NEWEST_KNOWN } from './known-holes.ts';

/** What to do about a model whose tools are called natively where only the owner can change that. */
export const NATIVE_CALLING: Pick<Finding, 'actor' | 'fix'> = {
  actor: { key: 'administrator' },
  fix: [{ how: { key: 'callByDefault' } }, { how: { key: 'update', args: { version: NEWEST_KNOWN } } }],
};
