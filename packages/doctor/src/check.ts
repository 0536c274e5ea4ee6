import type { Cause } from '@guichet/contract/cause';
import type { EvidenceKey, EvidenceMap } from './evidence/evidence-map.ts';
import type { CheckId } from './text/texts.ts';
import type { Verdict } from './verdict.ts';

/** One question and the pure, synchronous judgement of what was seen. */
export interface Check<Need extends EvidenceKey = EvidenceKey> {
  /** Permanent: also the file's name and the anchor in the guide. */
  id: CheckId;
  /** Everything it may find wrong, the likeliest first; none where it only advises. */
  causes?: readonly Cause[];
  /** When one of these fails, it explains this one as well: it is then skipped with that reason. */
  after: readonly CheckId[];
  needs: readonly Need[];
  run(evidence: Pick<EvidenceMap, Need>): Verdict;
}

/** A check among others: the runner hands it all evidence, of which its type lets it read only what it needs. */
export type AnyCheck = Pick<Check, 'id' | 'after' | 'needs'> & {
  causes: readonly Cause[];
  run(evidence: EvidenceMap): Verdict;
};

export function defineCheck<const Need extends EvidenceKey>(check: Check<Need>): AnyCheck {
  return { ...check, causes: check.causes ?? [] };
}
