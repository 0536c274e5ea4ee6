import { useEffect } from 'preact/hooks';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useAction } from '../../parts/use-action.ts';
import { settingsTexts } from '../../text/settings/texts.ts';
import type { SettingResult, SettingsModel } from './settings-model.ts';

export interface SettingResultNoteProps {
  model: SettingsModel;
  result: SettingResult;
  onChanged: () => void;
}

/** What was changed, before and after, and the way back. */
export function SettingResultNote({ model, result, onChanged }: SettingResultNoteProps) {
  const words = settingsTexts();
  const back = useAction(async () => {
    await model.takeBack();
    onChanged();
  });
  const said = saidOf(result, words);
  useEffect(() => {
    if (said !== '') announce(said);
  }, [result, said]);
  switch (result.kind) {
    case 'changed':
      return (
        <Notice tone="ok" title={words.changed}>
          {(result.before !== undefined || result.after !== undefined) && (
            <dl class="before-after">
              <div class="fact">
                <dt>{words.before}</dt>
                <dd>{result.before ? <code>{result.before}</code> : words.notSet}</dd>
              </div>
              <div class="fact">
                <dt>{words.after}</dt>
                <dd>{result.after ? <code>{result.after}</code> : words.notSet}</dd>
              </div>
            </dl>
          )}
          {result.back && (
            <div class="actions">
              <Button onPress={() => back.run()} busy={back.busy.value} busyLabel={words.takingBack}>
                {words.takeBack}
              </Button>
            </div>
          )}
        </Notice>
      );
    case 'same':
      return <Notice tone="info" title={words.same} />;
    case 'taken-back':
      return <Notice tone="ok" title={words.takenBack} />;
    case 'failed':
      return <FailureNotice failure={result.failure} title={words.refused} />;
    case 'refused':
      // The sentence itself stands under the field, if that is still open.
      return model.open.value === result.name ? null : (
        <Notice tone="fail" title={words.refused}>
          <p>{result.text}</p>
        </Notice>
      );
    default:
      return result satisfies never;
  }
}

function saidOf(result: SettingResult, words: ReturnType<typeof settingsTexts>): string {
  switch (result.kind) {
    case 'changed':
      return words.changed;
    case 'same':
      return words.same;
    case 'taken-back':
      return words.takenBack;
    case 'refused':
      return `${words.refused} ${result.text}`;
    case 'failed':
      return '';
    default:
      return result satisfies never;
  }
}
