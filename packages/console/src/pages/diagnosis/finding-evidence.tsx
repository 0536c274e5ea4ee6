import type { ReportCheck, ReportEvidence } from '@guichet/contract/report';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';

/** What was seen, from where, folded: for those who want to know how the doctor knows. */
export function FindingEvidence({ check: { id, title, evidence, cause } }: { check: ReportCheck }) {
  const words = diagnosisTexts();
  return (
    <details class="fold proof">
      <summary>
        {words.evidence}
        <span class="unseen">{` – ${title}`}</span>
      </summary>
      <dl class="evidence">
        {evidence.map((one) => (
          <Seen key={`${one.label} ${one.vantage}`} {...one} />
        ))}
        <div class="fact">
          <dt>{words.check}</dt>
          <dd>
            <code>{id}</code>
            {cause && (
              <>
                {' · '}
                <code>{cause}</code>
              </>
            )}
          </dd>
        </div>
      </dl>
    </details>
  );
}

function Seen({ label, observed, expected, vantage }: ReportEvidence) {
  const words = diagnosisTexts();
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>
        {observed} <span class="muted">{words.vantage[vantage]}</span>
        {expected !== undefined && <span class="muted expected">{words.expected({ value: expected })}</span>}
      </dd>
    </div>
  );
}
