import type { AdminApi } from '../../admin-api/admin-api.ts';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import type { DiagnosisModel } from './diagnosis-model.ts';
import { Finding } from './finding.tsx';
import type { ShownCheck } from './shown-checks.ts';

export interface FindingsSectionProps {
  api: AdminApi;
  model: DiagnosisModel;
  findings: readonly ShownCheck[];
}

/** What needs somebody, the first to mend first. */
export function FindingsSection({ api, model, findings }: FindingsSectionProps) {
  if (findings.length === 0) return null;
  const lacksAddress = findings.some(({ check }) => check.status === 'fail' && check.cause === 'url-missing');
  const first = findings.find(({ check }) => check.status === 'fail');
  return (
    <section id="findings" aria-labelledby="findings-heading">
      <h2 id="findings-heading" tabIndex={-1}>
        {diagnosisTexts().findings}
      </h2>
      <ol class="report-findings">
        {findings.map((shown) => (
          <Finding
            key={shown.check.id}
            api={api}
            model={model}
            shown={shown}
            isFirst={shown === first}
            lacksAddress={lacksAddress}
          />
        ))}
      </ol>
    </section>
  );
}
