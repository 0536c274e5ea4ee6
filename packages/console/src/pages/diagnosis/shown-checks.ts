/** What the page shows of each check: the newest that is known, and what it was before. Pure. */
import type { CheckStatus, DoctorReport, ReportCheck } from '@guichet/contract/report';
import type { RunState } from './run-state.ts';

/** A report that was there before the run that is shown. */
export interface EarlierReport {
  report: DoctorReport;
  by: 'operator' | 'watch';
}

/** Something was looked at again: what was, and when that was seen. */
export interface Former {
  check: ReportCheck;
  /** ISO 8601. */
  at: string;
}

export interface ShownCheck {
  check: ReportCheck;
  /** Not from the run that is under way: as of that time. */
  asOf?: string;
  former?: Former;
}

/** Ladder order: the first that fails is the one to mend first. */
export function shownChecks(
  run: RunState,
  earlier: EarlierReport | undefined,
  formers: ReadonlyMap<string, Former>,
): ShownCheck[] {
  const earlierChecks = run.end ? [] : (earlier?.report.checks ?? []);
  const known = new Map(earlierChecks.map((check) => [check.id, check]));
  const order = run.expected.length > 0 ? run.expected.map(({ id }) => id) : [...known.keys()];
  return order.flatMap((id): ShownCheck[] => {
    const former = formers.get(id);
    const more = former ? { former } : {};
    const arrived = run.arrived.get(id);
    if (arrived) return [{ check: arrived, ...more }];
    const before = known.get(id);
    return before && earlier ? [{ check: before, asOf: earlier.report.generatedAt, ...more }] : [];
  });
}

export interface SortedChecks {
  /** Each of its own: failing first, then what the doctor could not judge, then warnings, each in ladder order. */
  findings: ShownCheck[];
  notes: ShownCheck[];
  fine: ShownCheck[];
  skipped: ShownCheck[];
}

const FINDING_ORDER: readonly CheckStatus[] = ['fail', 'crashed', 'warn'];

export function sortedChecks(shown: readonly ShownCheck[]): SortedChecks {
  const having = (status: CheckStatus) => shown.filter((one) => weightOf(one) === status);
  return {
    findings: FINDING_ORDER.flatMap(having),
    notes: having('info'),
    fine: having('ok'),
    skipped: having('skipped'),
  };
}

/** What was mended stays where it stood, so that nobody has to look for it, nor the keyboard for its button. */
function weightOf({ check, former }: ShownCheck): CheckStatus {
  const both = [check.status, ...(former ? [former.check.status] : [])];
  return FINDING_ORDER.find((status) => both.includes(status)) ?? check.status;
}

/** It needs somebody: fails, warns, or could not be judged. */
export function isFinding({ status }: ReportCheck): boolean {
  return FINDING_ORDER.includes(status);
}

/** Findings of the earlier report that are good now. */
export function mendedSince(earlier: EarlierReport | undefined, run: RunState): Map<string, Former> {
  const mended = new Map<string, Former>();
  if (!earlier) return mended;
  for (const check of earlier.report.checks) {
    const isGood = run.arrived.get(check.id)?.status === 'ok';
    if (isFinding(check) && isGood) mended.set(check.id, { check, at: earlier.report.generatedAt });
  }
  return mended;
}
