import type { CredentialDescriptionView, CredentialView } from '@guichet/contract/admin-api';
import { useSignal } from '@preact/signals';
import type { Outcome } from '../../../admin-api/outcome.ts';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import type { KeysModel } from '../keys-model.ts';
import { kindInside } from '../kind-name.ts';
import { removalText } from './removal-text.ts';

export interface RemoveKeyProps {
  keys: KeysModel;
  held: CredentialDescriptionView;
  onResult: (outcome: Outcome<CredentialView>) => void;
}

/** Takes the console's key away, after saying what is lost and what counts then. */
export function RemoveKey({ keys, held, onResult }: RemoveKeyProps) {
  const texts = currentTexts();
  const words = texts.remove;
  const asks = useSignal(false);
  const remove = useAction(async () => {
    const outcome = await keys.remove();
    onResult(outcome);
    if (!outcome.ok) return;
    announce(removalText(outcome.value, texts));
    // The button goes with the key.
    document.getElementById('current-heading')?.focus();
  });
  const next = keys.credential.value?.view.overrides[0];
  return (
    <>
      <Button
        look="plain"
        onPress={() => {
          asks.value = true;
        }}
        busy={remove.busy.value}
        busyLabel={texts.current.removing}
      >
        {texts.current.remove}
      </Button>
      {asks.value && (
        <ConfirmDialog
          title={words.title}
          confirm={words.confirm}
          onCancel={() => {
            asks.value = false;
          }}
          onConfirm={() => {
            asks.value = false;
            remove.run();
          }}
        >
          <p>{words.what({ ...held, kind: kindInside(held.kind, texts) })}</p>
          <p>{next ? words.thenOther({ origin: texts.originInside[next.origin] }) : words.thenNone}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
