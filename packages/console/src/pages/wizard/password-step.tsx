import { useSignal } from '@preact/signals';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { passwordTexts } from '../../text/password/texts.ts';
import { wizardTexts } from '../../text/wizard/texts.ts';
import { NewPasswordForm } from '../password/new-password-form.tsx';
import { StepActions } from './step-actions.tsx';
import type { StepParts } from './step-parts.ts';

/** The link is used up: with a password one gets back in. */
export function PasswordStep({ api, session, wizard }: StepParts) {
  const words = wizardTexts().password;
  const { doneFirst } = passwordTexts();
  const isSet = session.hasPassword.value;
  const wantsOther = useSignal(false);
  const kept = async () => {
    session.hasChosenPassword();
    announce(doneFirst);
    await wizard.forward();
  };
  if (isSet && !wantsOther.value) {
    return (
      <>
        <Notice tone="ok" title={words.isSet}>
          <p>{words.isSetMeans}</p>
        </Notice>
        <StepActions wizard={wizard} onContinue={() => wizard.forward()} isFirst>
          <Button
            onPress={() => {
              wantsOther.value = true;
            }}
          >
            {words.other}
          </Button>
        </StepActions>
      </>
    );
  }
  return (
    <>
      <p class="lead">{words.lead}</p>
      <NewPasswordForm
        api={api}
        hasPassword={isSet}
        onKept={() => void kept()}
        actions={(busy) => <StepActions wizard={wizard} isForm busy={busy} isFirst />}
      />
    </>
  );
}
