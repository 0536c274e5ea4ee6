import { useSignal } from '@preact/signals';
import { Button } from '../../../parts/button.tsx';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import { lazyPage } from '../../../parts/lazy-page.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import type { SetUpModel } from './set-up-model.ts';

const WholeAgentLost = lazyPage<object>(() => import('./whole-agent-lost.tsx').then((module) => module.WholeAgentLost));

/** Takes everything back, after naming what is lost. */
export function UndoButton({ setUp }: { setUp: SetUpModel }) {
  const words = currentTexts().setUp;
  const asks = useSignal(false);
  const undo = useAction(() => setUp.undo());
  return (
    <>
      <Button
        onPress={() => {
          asks.value = true;
        }}
        busy={undo.busy.value}
        busyLabel={words.undoing}
      >
        {words.undo}
      </Button>
      {asks.value && (
        <ConfirmDialog
          title={words.undoTitle}
          confirm={words.undoConfirm}
          onCancel={() => {
            asks.value = false;
          }}
          onConfirm={() => {
            asks.value = false;
            undo.run();
          }}
        >
          <p>{words.undoLost}</p>
          {setUp.state.value?.wholeAgent && <WholeAgentLost />}
          <p>{words.undoKeys}</p>
          <p>{words.undoHere}</p>
          <p>{words.undoStays}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
