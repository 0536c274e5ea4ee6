import '../../style/chain.css';
import '../../style/diagnosis.css';
import { useEffect, useRef } from 'preact/hooks';
import { currentSearch } from '../../address.ts';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import { locale } from '../../language/language.ts';
import { announce } from '../../parts/announcer.tsx';
import { Command } from '../../parts/command.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { useTitleDetail } from '../../parts/title-detail.ts';
import { isBackFromMending } from '../../parts/way-back.tsx';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import { currentTexts } from '../../text/texts.ts';
import { AwaitedPart } from './awaited-part.tsx';
import { measureBrowserTicks } from './browser-ticks.ts';
import { DiagnosisModel } from './diagnosis-model.ts';
import { FindingsSection } from './findings-section.tsx';
import { outcomeInWords } from './outcome.ts';
import { OutcomeCard } from './outcome-card.tsx';
import { ReferenceResult } from './reference-result.tsx';
import { ReferenceSection } from './reference-section.tsx';
import { RestPart } from './rest-part.tsx';
import { ShareSection } from './share-section.tsx';
import { shownChecks, sortedChecks } from './shown-checks.ts';
import { titleDetailOf } from './title-detail-of.ts';
import { useReference } from './use-reference.ts';

/** Kept as long as the console is open: who comes back from mending something sees what was and what is. */
const models = new WeakMap<AdminApi, DiagnosisModel>();

function modelOf(api: AdminApi): DiagnosisModel {
  const known = models.get(api);
  if (known) return known;
  const model = new DiagnosisModel({
    api,
    locale: () => locale.value,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    measureTicks: () => measureBrowserTicks({ fetch: (...request) => fetch(...request), now: () => performance.now() }),
  });
  models.set(api, model);
  return model;
}

/** Why no answer comes, whose turn it is, and what to click. Runs by itself. */
export function DiagnosisPage({ api }: { api: AdminApi }) {
  const texts = currentTexts();
  const words = diagnosisTexts();
  const model = modelOf(api);
  const reference = useReference(api);
  const ref = currentSearch().get('ref') ?? '';
  const run = model.run.value;
  const busy = model.busy.value;
  const isOver = busy === undefined || busy.kind === 'one';
  const shown = shownChecks(run, model.earlier.value, model.formers.value);
  const sorted = sortedChecks(shown);
  const checks = shown.map(({ check }) => check);
  const outcome = outcomeInWords(checks, isOver && run.end !== undefined, words);

  useEffect(() => {
    isBackFromMending();
    void model.open();
  }, [model]);
  useEffect(() => {
    if (ref !== '') void reference.lookUp(ref);
  }, [reference, ref]);
  useEffect(() => void model.languageChanged(), [model, locale.value, busy]);
  const hasEnded = isOver && run.end !== undefined;
  const wasLooking = useRef(false);
  useEffect(() => {
    // Once a run; the outcome that was there when the page was opened is not news.
    if (wasLooking.current && hasEnded) announce([outcome.what, ...outcome.means].join(' '));
    wasLooking.current = !isOver;
  }, [isOver, hasEnded]);
  useTitleDetail(hasEnded ? titleDetailOf(checks, words) : undefined);

  const failure = model.failure.value;
  return (
    <>
      <h1>{texts.diagnosis.title}</h1>
      <p class="lead">{words.lead}</p>
      {ref !== '' && <ReferenceResult reference={reference} shown={shown} isOver={isOver} />}
      <OutcomeCard model={model} outcome={outcome} shown={shown} />
      {isOver && ((failure && failure.id === undefined) || run.failed !== undefined) && (
        <>
          {run.failed === undefined && failure ? (
            <FailureNotice failure={failure.failure} title={run.arrived.size > 0 ? words.brokeOff : words.neverBegan} />
          ) : (
            <FailureNotice failure={{ code: 'diagnosis-failed', detail: run.failed ?? '' }} />
          )}
          <p>{words.byCommand}</p>
          <Command text="npx guichet doctor" />
        </>
      )}
      <FindingsSection api={api} model={model} findings={sorted.findings} />
      {!isOver && <AwaitedPart run={run} />}
      <RestPart sorted={sorted} />
      <ReferenceSection api={api} shown={shown} isOver={isOver} />
      {run.end && <ShareSection markdown={run.end.markdown} generatedAt={run.end.report.generatedAt} />}
    </>
  );
}
