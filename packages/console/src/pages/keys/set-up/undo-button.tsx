import { useSignal } from '@preact/signals';
import { Button } from '../../../parts/button.tsx';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import { lazyPage } from '../../../parts/lazy-page.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import { siteName } from '../../../words/site-name.ts';
import type { SetUpModel } from './set-up-model.ts';

const WholeAgentLost = lazyPage<object>(() => import('./whole-agent-lost.tsx').then((module) => module.WholeAgentLost));

/** Takes everything back, after naming what is lost. */
export function UndoButton({ setUp }: { setUp: SetUpModel }) {
  const words = currentTexts().setUp;
  const asks = useSignal(false);
  const undo = useAction(() => setUp.undo());
  const others = setUp.othersSetUp;
  const isOfMany = others.length > 0;
  return (
    <>
      <Button
        onPress={() => {
          asks.value = true;
        }}
        busy={undo.busy.value}
        busyLabel={words.undoing}
      >
        {isOfMany ? words.undoSite : words.undo}
      </Button>
      {asks.value && (
        <ConfirmDialog
          title={
            isOfMany
              ? words.undoSiteTitle({ site: siteName(setUp.siteView ?? { id: setUp.site.value }) })
              : words.undoTitle
          }
          confirm={isOfMany ? words.undoSiteConfirm : words.undoConfirm}
          onCancel={() => {
            asks.value = false;
          }}
          onConfirm={() => {
            asks.value = false;
            undo.run();
          }}
        >
          {isOfMany ? (
            <>
              <p>{words.undoSiteLost}</p>
              <p>{words.undoSiteKeeps({ sites: others.map(siteName).join(', ') })}</p>
            </>
          ) : (
            <>
              <p>{words.undoLost}</p>
              {setUp.state.value?.wholeAgent && <WholeAgentLost />}
              <p>{words.undoKeys}</p>
              <p>{words.undoHere}</p>
            </>
          )}
          <p>{words.undoStays}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
