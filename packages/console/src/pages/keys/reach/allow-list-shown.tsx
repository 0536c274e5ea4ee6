import { useEffect } from 'preact/hooks';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { Command } from '../../../parts/command.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { FocusedHeading } from '../../../parts/focused-heading.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { reachTexts } from '../../../text/reach/texts.ts';
import { currentTexts } from '../../../text/texts.ts';
import type { AllowListModel, AllowListStep } from './allow-list-model.ts';

export interface AllowListShownProps {
  allowList: AllowListModel;
  step: Extract<AllowListStep, { kind: 'shown' }>;
}

/** What stands there, what would stand there, and whom it binds; then done, or taken back. */
export function AllowListShown({ allowList, step: { view, said, failure } }: AllowListShownProps) {
  const words = reachTexts();
  const apply = useAction(() => allowList.apply());
  const undo = useAction(() => allowList.undo());
  const isToDo = view.state === 'to-do';
  useEffect(() => {
    if (said) announce(said.text);
  }, [said]);
  return (
    <>
      <FocusedHeading key={`${view.state} ${view.canUndo}`}>{isToDo ? words.propose : words.already}</FocusedHeading>
      {said && (isToDo || !said.ok) && <Notice tone={said.ok ? 'ok' : 'fail'} title={said.text} />}
      {isToDo && <p>{words.bindsAll}</p>}
      <h4>{words.now}</h4>
      {view.now.enabled ? <Command text={view.now.line} /> : <p>{words.nowOff}</p>}
      {isToDo && (
        <>
          <h4>{words.wanted}</h4>
          <Command text={view.wanted.line} />
        </>
      )}
      {view.kept.length > 0 && (
        <>
          <p>{words.kept}</p>
          <ul class="plain-list">
            {view.kept.map((entry) => (
              <li key={entry}>
                <code>{entry}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {failure && <FailureNotice failure={failure} title={words.notDone} />}
      <div class="actions">
        {isToDo && (
          <Button look="danger" onPress={() => apply.run()} busy={apply.busy.value} busyLabel={words.applying}>
            {words.apply}
          </Button>
        )}
        {view.canUndo && (
          <Button onPress={() => undo.run()} busy={undo.busy.value} busyLabel={words.undoing}>
            {words.undo}
          </Button>
        )}
        <Button look="plain" onPress={() => allowList.close()}>
          {isToDo ? words.leave : currentTexts().setUp.close}
        </Button>
      </div>
    </>
  );
}
