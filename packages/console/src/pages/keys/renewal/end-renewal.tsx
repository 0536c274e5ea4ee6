import { useSignal } from '@preact/signals';
import { Button } from '../../../parts/button.tsx';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import type { RenewalModel } from './renewal-model.ts';

export interface EndRenewalProps {
  renewal: RenewalModel;
  email: string;
  onEnded: () => void;
}

/** Switches renewal off, after saying what ends with it. */
export function EndRenewal({ renewal, email, onEnded }: EndRenewalProps) {
  const words = currentTexts().renewal;
  const asks = useSignal(false);
  const end = useAction(async () => {
    await renewal.end();
    if (renewal.hasEnded.value) onEnded();
  });
  const failure = renewal.failure.value;
  return (
    <>
      {failure && <FailureNotice failure={failure} />}
      <div class="actions">
        <Button
          onPress={() => {
            asks.value = true;
          }}
          busy={end.busy.value}
          busyLabel={words.ending}
        >
          {words.end}
        </Button>
      </div>
      {asks.value && (
        <ConfirmDialog
          title={words.endTitle}
          confirm={words.endConfirm}
          onCancel={() => {
            asks.value = false;
          }}
          onConfirm={() => {
            asks.value = false;
            end.run();
          }}
        >
          <p>{words.endLost({ email })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
