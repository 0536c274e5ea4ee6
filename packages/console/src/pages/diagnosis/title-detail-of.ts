import type { ReportCheck } from '@guichet/contract/report';
import type { DiagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import { isFinding } from './shown-checks.ts';

/** "1 problem": how the whole stands, for the window's title. */
export function titleDetailOf(checks: readonly ReportCheck[], words: DiagnosisTexts): string {
  const failing = checks.filter(({ status }) => status === 'fail').length;
  if (failing > 0) return words.titleFailing({ count: failing });
  const others = checks.filter(isFinding).length;
  return others > 0 ? words.titleWarnings({ count: others }) : words.titleFine;
}
