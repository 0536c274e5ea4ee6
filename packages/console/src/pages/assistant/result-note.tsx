import type { AssistantChange } from '@guichet/contract/assistant-api';
import { useEffect } from 'preact/hooks';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useAction } from '../../parts/use-action.ts';
import { type AssistantTexts, assistantTexts } from '../../text/assistant/texts.ts';
import type { AssistantModel } from './assistant-model.ts';
import { ReasonText } from './reason-text.tsx';

/** What was saved, before and after, and the way back. */
export function ResultNote({ model }: { model: AssistantModel }) {
  const words = assistantTexts();
  const result = model.result.value;
  const undo = useAction(() => model.undo());
  const said = result ? saidOf(result.kind, words) : '';
  useEffect(() => {
    if (said !== '') announce(said);
  }, [result, said]);
  switch (result?.kind) {
    case undefined:
      return null;
    case 'changed':
      return (
        <Notice tone="ok" title={words.changed}>
          <ul class="changes">
            {result.changes.map((change) => (
              <li key={change.name}>{changeText(change, words)}</li>
            ))}
          </ul>
          <div class="actions">
            <Button onPress={() => undo.run()} busy={undo.busy.value} busyLabel={words.undoing}>
              {words.undo}
            </Button>
          </div>
        </Notice>
      );
    case 'same':
      return <Notice tone="info" title={words.same} />;
    case 'undone':
      return <Notice tone="ok" title={words.undone} />;
    case 'not-available':
      return (
        <Notice tone="fail" title={words.notAvailable}>
          <ul class="changes">
            {result.reasons.map((reason) => (
              <li key={`${reason.code} ${reason.names.join()}`}>
                <ReasonText reason={reason} site={model.site.value} />
              </li>
            ))}
          </ul>
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="fail" title={words.failed}>
          <ul class="changes">
            {result.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      );
    case 'failed':
      return <FailureNotice failure={result.failure} title={words.failed} />;
    default:
      return result satisfies never;
  }
}

function saidOf(kind: string, words: AssistantTexts): string {
  switch (kind) {
    case 'changed':
      return words.changed;
    case 'same':
      return words.same;
    case 'undone':
      return words.undone;
    case 'not-available':
      return words.notAvailable;
    case 'refused':
      return words.failed;
    default:
      // A failure says itself.
      return '';
  }
}

function changeText({ name, before, after }: AssistantChange, words: AssistantTexts): string {
  const what = name === 'tools' ? words.modes.heading : words.visitors[name];
  const told = (value: AssistantChange['before']) => {
    if (typeof value === 'boolean') return value ? words.on : words.off;
    return typeof value === 'string' ? words.modes[value].name : value.join(', ') || words.noHost;
  };
  return words.change({ what, before: told(before), after: told(after) });
}
