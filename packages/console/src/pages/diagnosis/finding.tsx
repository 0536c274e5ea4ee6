import type { ReportCheck } from '@guichet/contract/report';
import { useEffect, useRef } from 'preact/hooks';
import { locale } from '../../language/language.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Icon } from '../../parts/icon.tsx';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import { currentTexts, type Texts } from '../../text/texts.ts';
import { asOfInWords } from '../../words/moment-in-words.ts';
import { CHECK_MARKS } from './check-marks.ts';
import type { DiagnosisModel } from './diagnosis-model.ts';
import { FindingChange } from './finding-change.tsx';
import { FindingEvidence } from './finding-evidence.tsx';
import { findingAnchor } from './finding-place.ts';
import { FindingSteps } from './finding-steps.tsx';
import { isDetour, mendsOf } from './mend-actions.ts';
import { MendLinks } from './mend-links.tsx';
import type { ShownCheck } from './shown-checks.ts';

export interface FindingProps {
  model: DiagnosisModel;
  shown: ShownCheck;
  /** The one to mend first. */
  isFirst: boolean;
}

/** Mark and word, what is, what visitors see, who acts, what to do; what fails whole, what warns folded. */
export function Finding({ model, shown, isFirst }: FindingProps) {
  const texts = currentTexts();
  const words = diagnosisTexts();
  const { check, former, asOf } = shown;
  const { icon, tone } = CHECK_MARKS[check.status];
  const anchor = findingAnchor(check.id);
  const isOpen = check.status === 'fail';
  const heading = useRef<HTMLHeadingElement>(null);
  const status = useRef(check.status);
  useEffect(() => {
    // The button that was pressed may be gone with what it was about.
    if (status.current !== check.status && document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
    status.current = check.status;
  }, [check.status]);
  const body = <FindingBody model={model} check={check} isFirst={isFirst} />;
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

function FindingBody({ model, check, isFirst }: { model: DiagnosisModel; check: ReportCheck; isFirst: boolean }) {
  const words = diagnosisTexts();
  const busy = model.busy.value;
  const failure = model.failure.value;
  const failed = failure?.id === check.id ? failure : undefined;
  const checksThis = busy?.kind === 'one' && busy.id === check.id;
  async function checkAgain(): Promise<void> {
    await model.checkAgain(check.id);
    const now = model.run.peek().arrived.get(check.id);
    if (now && !model.failure.peek()) announce(`${words.now}: ${now.title}`);
  }
  return (
    <div class="finding-body">
      <dl class="finding-facts">
        {check.status === 'fail' && check.impact && (
          <div class="fact">
            <dt>{words.visitors}</dt>
            <dd>{check.impact}</dd>
          </div>
        )}
        {check.actor && (
          <div class="fact">
            <dt>{words.turn}</dt>
            <dd>{check.actor}</dd>
          </div>
        )}
      </dl>
      <FindingSteps fix={check.fix} isNamed={check.status === 'fail'} />
      {mendsOf(check).length > 0 && <h4>{isDetour(check) ? words.meanwhile : words.mend}</h4>}
      <div class="actions">
        <MendLinks check={check} isFirst={isFirst && !isDetour(check)} />
        <Button
          onPress={() => void checkAgain()}
          busy={busy !== undefined}
          busyLabel={checksThis ? words.checking : words.checkAgain}
        >
          {words.checkAgain}
          <span class="unseen">{` – ${check.title}`}</span>
        </Button>
      </div>
      {failed && <FailureNotice failure={failed.failure} />}
      <div class="finding-more">
        <FindingEvidence check={check} />
        <a href={check.docUrl}>
          {words.guide}
          <span class="unseen">{` – ${check.title}`}</span>
        </a>
      </div>
    </div>
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
