import { useEffect } from 'preact/hooks';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { FocusedHeading } from '../../../parts/focused-heading.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts, type Texts } from '../../../text/texts.ts';
import { wholeAgentSetUpTexts } from '../../../text/whole-agent-set-up/texts.ts';
import type { SetUpModel } from './set-up-model.ts';
import type { SetUpStep } from './set-up-step.ts';
import { StepList } from './step-list.tsx';
import { UndoButton } from './undo-button.tsx';

type Ended = Extract<SetUpStep, { kind: 'ended' }>;

/** What was done, what was not and why, and what one can do then: go on, or take it back. */
export function EndedStep({ setUp, step }: { setUp: SetUpModel; step: Ended }) {
  const texts = currentTexts();
  const words = texts.setUp;
  const { ok, goal, lines, failure } = step;
  const tone = ok ? 'ok' : 'fail';
  const isOfMany = setUp.othersSetUp.length > 0;
  // That everything is taken back, the heading says; what stays for other sites, the server.
  const text = goal === 'undo' && ok && lines.length > 0 && !isOfMany ? undefined : (step.text ?? words.lost);
  const again = useAction(() => (goal === 'plan' ? setUp.open() : setUp.undo()));
  useEffect(() => {
    if (text) announce(text);
  }, [text]);
  return (
    <>
      <div class={`outcome ${tone}`}>
        <Icon name={tone} />
        <FocusedHeading>{headingOf(step, words, isOfMany)}</FocusedHeading>
      </div>
      {ok && text && <p>{text}</p>}
      {failure && <FailureNotice failure={failure} />}
      {lines.length > 0 && <StepList lines={lines} label={words.steps} />}
      {/* The server's word on a stop speaks of what is listed above it. */}
      {!ok && text && <p>{text}</p>}
      {goal === 'plan' && ok && setUp.state.value?.wholeAgent && (
        <p>
          {wholeAgentSetUpTexts().next}{' '}
          <a href={`/console/assistant?${new URLSearchParams({ site: setUp.site.value })}`}>
            {wholeAgentSetUpTexts().assistant}
          </a>
        </p>
      )}
      <div class="actions">
        {!ok && (
          <Button look="main" onPress={() => again.run()} busy={again.busy.value} busyLabel={texts.current.checking}>
            {goal === 'plan' ? words.goOn : words.tryUndoAgain}
          </Button>
        )}
        {goal === 'plan' && setUp.state.value?.canUndo && <UndoButton setUp={setUp} />}
        <Button look="plain" onPress={() => setUp.close()}>
          {words.close}
        </Button>
      </div>
    </>
  );
}

function headingOf({ goal, ok }: Ended, words: Texts['setUp'], isOfMany: boolean): string {
  if (goal === 'plan') return ok ? words.done : words.stopped;
  if (!ok) return words.undoStopped;
  return isOfMany ? words.undoneSite : words.undone;
}
