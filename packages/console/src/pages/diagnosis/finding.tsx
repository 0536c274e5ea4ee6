import type { ReportCheck } from '@guichet/contract/report';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import { locale } from '../../language/language.ts';
import { Icon } from '../../parts/icon.tsx';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import { currentTexts, type Texts } from '../../text/texts.ts';
import { asOfInWords } from '../../words/moment-in-words.ts';
import { CHECK_MARKS } from './check-marks.ts';
import type { DiagnosisModel } from './diagnosis-model.ts';
import { FindingBody } from './finding-body.tsx';
import { FindingChange } from './finding-change.tsx';
import { findingAnchor } from './finding-place.ts';
import type { ShownCheck } from './shown-checks.ts';

export interface FindingProps {
  api: AdminApi;
  model: DiagnosisModel;
  shown: ShownCheck;
  /** The one to mend first. */
  isFirst: boolean;
  /** There is no Open WebUI yet. */
  lacksAddress: boolean;
}

/** Mark and word, what is, what visitors see, who acts, what to do; what fails whole, what warns folded. */
export function Finding({ api, model, shown, isFirst, lacksAddress }: FindingProps) {
  const texts = currentTexts();
  const words = diagnosisTexts();
  const { check, former, asOf } = shown;
  const { icon, tone } = CHECK_MARKS[check.status];
  const anchor = findingAnchor(check.id);
  const isOpen = check.status === 'fail';
  // What was changed here stays to be read when the rest of the finding has gone with its cause.
  const changed = useSignal<string | undefined>(undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  const status = useRef(check.status);
  useEffect(() => {
    // The button that was pressed may be gone with what it was about.
    if (status.current !== check.status && document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
    status.current = check.status;
  }, [check.status]);
  const body = (
    <FindingBody
      api={api}
      model={model}
      check={check}
      isFirst={isFirst}
      lacksAddress={lacksAddress}
      onChanged={(said) => {
        changed.value = said;
      }}
    />
  );
  return (
    <li id={anchor} class={`report-finding ${check.status} ${tone ?? ''}${asOf ? ' stale' : ''}`}>
      <Icon name={icon} />
      <div class="finding-text">
        <p class="finding-word">
          {stateInWords(check, former !== undefined, texts)}
          {asOf && (
            <span class="muted tabular">{` · ${words.asOf({ time: asOfInWords(new Date(asOf), locale.value, new Date()) })}`}</span>
          )}
        </p>
        <h3 ref={heading} tabIndex={-1}>
          {check.title}
        </h3>
        {former && (
          <FindingChange
            former={former}
            now={check}
            seenAt={
              model.lookedAgain.value.get(check.id) ?? new Date(model.run.value.end?.report.generatedAt ?? Date.now())
            }
          />
        )}
        {changed.value && <p class="changed">{changed.value}</p>}
        {isOpen && body}
        {!isOpen && (check.status === 'warn' || check.status === 'crashed') && (
          <>
            {check.impact && <p>{check.impact}</p>}
            <details class="fold what-to-do">
              <summary>
                {words.steps}
                <span class="unseen">{` – ${check.title}`}</span>
              </summary>
              {body}
            </details>
          </>
        )}
      </div>
    </li>
  );
}

/** "Problem · certain": how bad, and how sure. */
function stateInWords({ status, confidence }: ReportCheck, wasLookedAtAgain: boolean, texts: Texts): string {
  const words = diagnosisTexts();
  switch (status) {
    case 'fail':
    case 'warn':
      return `${texts.mark[status]} · ${words.sure[confidence]}`;
    case 'crashed':
      return words.notJudged;
    case 'ok':
      return wasLookedAtAgain ? words.mended : texts.mark.ok;
    case 'info':
      return texts.mark.info;
    case 'skipped':
      return words.rest.skippedHeading;
    default:
      return status satisfies never;
  }
}
