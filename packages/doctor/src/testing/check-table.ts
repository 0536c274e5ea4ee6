import type { Locale } from '@guichet/contract/locale';
import { describe, expect, it } from 'vitest';
import type { AnyCheck } from '../check.ts';
import type { EvidenceMap } from '../evidence/evidence-map.ts';
import { describeCheck } from '../report/make-report.ts';
import { TEXTS } from '../text/texts.ts';
import type { Verdict } from '../verdict.ts';
import { verdictLine } from './verdict-line.ts';

/** What is seen, in words; the same as evidence; and the line of what the check must say of it, see `verdictLine`. */
export type CheckRow = readonly [seen: string, evidence: Partial<EvidenceMap>, said: string];

/**
 * One test a row. A row gives just what the check needs, as the runner does. Whatever is said can be said in every
 * language, with nothing left open in it, and its cause is one that the check names.
 */
export function checkTable(check: AnyCheck, rows: readonly CheckRow[]): void {
  describe(check.id, () => {
    for (const [seen, evidence, said] of rows) {
      it(seen, () => {
        expect(Object.keys(evidence).sort()).toEqual([...check.needs].sort());
        // Its type lets it read no more than it needs.
        const verdict = check.run(evidence as EvidenceMap);
        expect(verdictLine(verdict)).toBe(said);
        expect(Object.entries(verdict).filter(([, value]) => value === undefined)).toEqual([]);
        if ('cause' in verdict && verdict.cause !== undefined) expect(check.causes).toContain(verdict.cause);
        for (const locale of Object.keys(TEXTS) as Locale[]) {
          expect(inWords(check, verdict, locale)).not.toMatch(/undefined|NaN|\[object/);
        }
      });
    }
  });
}

function inWords({ id }: AnyCheck, verdict: Verdict, locale: Locale): string {
  const outcome = verdict.status === 'skip' ? { status: 'skipped' as const, because: verdict.because } : verdict;
  return JSON.stringify(describeCheck({ id, outcome, ms: 0 }, undefined, locale));
}
