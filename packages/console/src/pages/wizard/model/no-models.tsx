import type { ModelListView } from '@guichet/contract/set-up-api';
import { useEffect } from 'preact/hooks';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { currentTexts } from '../../../text/texts.ts';
import { wizardTexts } from '../../../text/wizard/texts.ts';
import { menuMarks } from '../../../words/menu-marks.ts';

/** An empty list has a cause; the diagnosis tells the causes apart. */
export function NoModels({
  list,
  onAgain,
  busy,
}: {
  list: ModelListView | undefined;
  onAgain: () => void;
  busy: boolean;
}) {
  const texts = currentTexts();
  const words = wizardTexts().model;
  const why = list?.failure?.text;
  const said = why ?? words.none;
  useEffect(() => {
    if (list) announce(said);
  }, [list, said]);
  return (
    <>
      {list && (
        <Notice tone="fail" title={menuMarks(said)}>
          {!why && <p>{words.noneMeans}</p>}
        </Notice>
      )}
      <div class="actions">
        <Button look="main" onPress={onAgain} busy={busy} busyLabel={texts.current.checking}>
          {words.lookAgain}
        </Button>
        <a class="button second" href="/diagnostic">
          {words.toDiagnosis}
        </a>
      </div>
    </>
  );
}
