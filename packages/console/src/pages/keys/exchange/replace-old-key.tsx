import { useSignal } from '@preact/signals';
import { Button } from '../../../parts/button.tsx';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import type { ExchangeModel } from './exchange-model.ts';
import type { LentSession } from './exchange-step.ts';

/** Makes a new key, once the person has read what dies with it. */
export function ReplaceOldKey({ exchange, session }: { exchange: ExchangeModel; session: LentSession }) {
  const words = currentTexts().exchange;
  const asks = useSignal(false);
  const make = useAction(() => exchange.look(session, 'replace'));
  return (
    <>
      <Button
        onPress={() => {
          asks.value = true;
        }}
        busy={make.busy.value}
        busyLabel={words.making}
      >
        {words.replaceOpen}
      </Button>
      {asks.value && (
        <ConfirmDialog
          title={words.replaceTitle}
          confirm={words.replaceConfirm}
          onCancel={() => {
            asks.value = false;
          }}
          onConfirm={() => {
            asks.value = false;
            make.run();
          }}
        >
          <p>{words.replaceText({ account: session.email ?? words.thisAccount })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
