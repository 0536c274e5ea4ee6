import { useSignal } from '@preact/signals';
import { Button } from '../../../parts/button.tsx';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { assistantTexts } from '../../../text/assistant/texts.ts';
import type { AgentAccountModel } from './agent-account-model.ts';

export interface ForgetAgentAccountProps {
  account: AgentAccountModel;
  email: string;
  onForgotten: () => void;
}

/** Forgets the sign-in, after saying what ends with it. */
export function ForgetAgentAccount({ account, email, onForgotten }: ForgetAgentAccountProps) {
  const words = assistantTexts().agentAccount;
  const asks = useSignal(false);
  const forget = useAction(async () => {
    if (await account.forget()) onForgotten();
  });
  return (
    <>
      <div class="actions">
        <Button
          onPress={() => {
            asks.value = true;
          }}
          busy={forget.busy.value}
          busyLabel={words.forgetting}
        >
          {words.forget}
        </Button>
      </div>
      {asks.value && (
        <ConfirmDialog
          title={words.forgetTitle}
          confirm={words.forgetConfirm}
          onCancel={() => {
            asks.value = false;
          }}
          onConfirm={() => {
            asks.value = false;
            forget.run();
          }}
        >
          <p>{words.forgetLost({ email })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
