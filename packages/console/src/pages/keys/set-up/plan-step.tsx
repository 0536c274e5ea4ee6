import type { SetUpPlanView } from '@guichet/contract/admin-api';
import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { FocusedHeading } from '../../../parts/focused-heading.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import { OtherModel } from './other-model.tsx';
import { Questions } from './questions.tsx';
import type { SetUpModel } from './set-up-model.ts';
import type { SetUpStep } from './set-up-step.ts';
import { StepList } from './step-list.tsx';
import { WholeAgentChoice } from './whole-agent-choice.tsx';

export interface PlanStepProps {
  setUp: SetUpModel;
  step: Extract<SetUpStep, { kind: 'plan' }>;
}

/** The steps that a set-up takes each time, also where nothing is left to change. */
const ASKED_ANEW: ReadonlySet<string> = new Set(['second-factor', 'make-key', 'check-answer']);

/** Everything that would be done, before anything is. */
export function PlanStep({ setUp, step: { plan, failure } }: PlanStepProps) {
  const words = currentTexts().setUp;
  const cannot = plan.obstacles.length > 0;
  const headedAs = useRef(cannot);
  // Whoever ticks a box stays at it.
  if (!document.activeElement?.closest('.whole-agent-choice')) headedAs.current = cannot;
  const run = useAction(() => setUp.run());
  const isThere =
    plan.steps.length > 0 && plan.steps.every(({ id, state }) => state === 'already' || ASKED_ANEW.has(id));
  return (
    <>
      <FocusedHeading key={String(headedAs.current)}>{cannot ? words.cannot : words.plan}</FocusedHeading>
      {plan.version !== '' && <p>{words.planLead({ version: plan.version })}</p>}
      <WholeAgentChoice setUp={setUp} />
      <Obstacles plan={plan} />
      {plan.questions.length > 0 && <Questions setUp={setUp} questions={plan.questions} />}
      {plan.steps.length > 0 && (
        <>
          <p>{words.model(plan.model)}</p>
          <StepList lines={plan.steps} label={words.steps} />
          {isThere && <p>{words.nothingToDo}</p>}
        </>
      )}
      {plan.notes.length > 0 && (
        <div class="set-up-notes">
          <h4>{words.notes}</h4>
          <ul>
            {plan.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      )}
      <OtherModel setUp={setUp} />
      {failure && <FailureNotice failure={failure} />}
      <div class="actions">
        {plan.plan !== undefined && (
          <Button look="main" onPress={() => run.run()} busy={run.busy.value} busyLabel={words.working}>
            {words.submit}
          </Button>
        )}
        <Button onPress={() => setUp.close()}>{currentTexts().cancel}</Button>
        <Button look={cannot ? 'second' : 'plain'} onPress={() => setUp.otherAdministrator()}>
          {words.otherAdministrator}
        </Button>
      </div>
    </>
  );
}

function Obstacles({ plan: { obstacles } }: { plan: SetUpPlanView }) {
  const said = obstacles.join(' ');
  useEffect(() => {
    if (said !== '') announce(said);
  }, [said]);
  return (
    <>
      {obstacles.map((obstacle) => (
        <Notice key={obstacle} tone="fail" title={obstacle} />
      ))}
    </>
  );
}
