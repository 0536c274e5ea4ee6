import type { ReportCheck } from '@guichet/contract/report';
import { FixSteps } from '../../parts/fix-steps.tsx';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';

/** The steps of a finding, under a heading where they stand open. */
export function FindingSteps({ fix, isNamed }: Pick<ReportCheck, 'fix'> & { isNamed: boolean }) {
  const words = diagnosisTexts();
  if (fix.length === 0) return null;
  return (
    <div class="finding-steps">
      {isNamed && <h4>{words.steps}</h4>}
      <FixSteps fix={fix} />
    </div>
  );
}
