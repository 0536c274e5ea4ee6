import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Failure } from '../../admin-api/outcome.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { ManagerAccount } from '../../parts/manager-account.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { useAction } from '../../parts/use-action.ts';
import type { Session } from '../../session/session.ts';
import { currentTexts } from '../../text/texts.ts';
import { failureText } from '../../words/failure-text.ts';

export interface PasswordSignInProps {
  session: Session;
  /** The password was another one. */
  refusal: Failure | undefined;
}

/** The password stays in the field when the server refuses it: mostly one letter is wrong. */
export function PasswordSignIn({ session, refusal }: PasswordSignInProps) {
  const words = currentTexts().signIn;
  const password = useSignal('');
  const isMissing = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const wrong = refusal && failureText(refusal, currentTexts(), window.location.origin);
  useEffect(() => {
    if (wrong) announce(wrong);
  }, [refusal, wrong]);
  const signIn = useAction(async () => {
    isMissing.value = password.value === '';
    if (isMissing.value) announce(words.passwordMissing);
    else await session.signIn({ password: password.value });
    field.current?.focus();
  });
  return (
    <Form class="form" onSubmit={signIn.run}>
      <ManagerAccount />
      <PasswordField
        id="password"
        label={words.password}
        value={password}
        autocomplete="current-password"
        inputRef={field}
        error={isMissing.value && password.value === '' ? words.passwordMissing : wrong}
      />
      <div class="actions">
        <Button look="main" type="submit" busy={signIn.busy.value} busyLabel={words.checking}>
          {words.submit}
        </Button>
      </div>
    </Form>
  );
}
