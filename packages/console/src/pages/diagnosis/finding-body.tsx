import type { ReportCheck } from '@guichet/contract/report';
import { useSignal } from '@preact/signals';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import type { DiagnosisModel } from './diagnosis-model.ts';
import { FindingEvidence } from './finding-evidence.tsx';
import { FindingSteps } from './finding-steps.tsx';
import { isDetour, mendsOf } from './mend-actions.ts';
import { MendLinks } from './mend-links.tsx';
import { MendModel } from './mend-model.tsx';

export interface FindingBodyProps {
  api: AdminApi;
  model: DiagnosisModel;
  check: ReportCheck;
  isFirst: boolean;
  lacksAddress: boolean;
  /** Something was changed here; in words. */
  onChanged: (said: string) => void;
}

/** What visitors see, who acts, what to do, what Guichet can do, another look, and how the doctor knows. */
export function FindingBody({ api, model, check, isFirst, lacksAddress, onChanged }: FindingBodyProps) {
  const words = diagnosisTexts();
  const mends = mendsOf(check, lacksAddress);
  const choosesModel = useSignal(false);
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
      {mends.length > 0 && <h4>{isDetour(check) ? words.meanwhile : words.mend}</h4>}
      <div class="actions">
        <MendLinks
          check={check}
          mends={mends}
          isFirst={isFirst && !isDetour(check)}
          onChooseModel={() => {
            choosesModel.value = true;
          }}
        />
        <Button
          onPress={() => void checkAgain()}
          busy={busy !== undefined}
          busyLabel={checksThis ? words.checking : words.checkAgain}
        >
          {words.checkAgain}
          <span class="unseen">{` – ${check.title}`}</span>
        </Button>
      </div>
      {choosesModel.value && (
        <MendModel
          id={`model-of-${check.id}`}
          api={api}
          onChanged={(said) => {
            choosesModel.value = false;
            onChanged(said);
            announce(said);
            void checkAgain();
          }}
          onCancel={() => {
            choosesModel.value = false;
          }}
        />
      )}
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
