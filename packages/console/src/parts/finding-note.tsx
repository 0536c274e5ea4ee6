import type { ReportCheck } from '@guichet/contract/report';
import { currentTexts } from '../text/texts.ts';
import { FixSteps } from './fix-steps.tsx';
import { Icon } from './icon.tsx';
import type { Tone } from './tone.ts';

/** A finding of the doctor in the place that it is about: what is, who acts, and the steps. */
export function FindingNote({ finding }: { finding: ReportCheck }) {
  const texts = currentTexts();
  const words = texts.finding;
  const tone = toneOf(finding);
  return (
    <div class={`notice finding-note ${tone}`}>
      <Icon name={tone} />
      <div class="notice-text">
        <p class="notice-title">
          <span class="unseen">{`${texts.mark[tone]}: `}</span>
          {finding.title}
        </p>
        {finding.actor && <p class="muted">{words.who({ actor: finding.actor })}</p>}
        {finding.fix.length > 0 && <FixSteps fix={finding.fix} />}
        <p>
          <a href={finding.docUrl} target="_blank" rel="noreferrer">
            {words.more}
          </a>
        </p>
      </div>
    </div>
  );
}

/** Only what fails or warns is a finding of an address. */
function toneOf({ status }: ReportCheck): Tone {
  if (status === 'fail' || status === 'crashed') return 'fail';
  return status === 'warn' ? 'warn' : 'info';
}
