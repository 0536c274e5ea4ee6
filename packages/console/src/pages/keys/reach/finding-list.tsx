import { Icon } from '../../../parts/icon.tsx';
import { reachTexts } from '../../../text/reach/texts.ts';
import { FINDING_TONES, type Finding, findingState, sortedFindings } from './sorted-findings.ts';

/** Each thing that was tried: mark, word, what it is, and the proof, folded. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const words = reachTexts();
  return (
    <ul class="findings" aria-label={words.findings}>
      {sortedFindings(findings).map((finding) => {
        const state = findingState(finding);
        const tone = FINDING_TONES[state];
        return (
          <li key={finding.id} class={`finding ${tone}`}>
            <Icon name={tone} />
            <div>
              <p>{finding.text}</p>
              <div class="finding-line">
                <p class="finding-state">{words[state]}</p>
                <details class="fold proof">
                  <summary>
                    {words.proof}
                    <span class="unseen">{` – ${finding.text}`}</span>
                  </summary>
                  <code>{finding.proof}</code>
                </details>
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
