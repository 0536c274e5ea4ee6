import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { ManagerAccount } from '../../parts/manager-account.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { useAction } from '../../parts/use-action.ts';
import type { Session } from '../../session/session.ts';
import { currentTexts } from '../../text/texts.ts';

/** The password stays in the field when the server refuses it: mostly one letter is wrong. */
export function PasswordSignIn({ session }: { session: Session }) {
  const words = currentTexts().signIn;
  const password = useSignal('');
  const isMissing = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const signIn = useAction(async () => {
    isMissing.value = password.value === '';
    if (isMissing.value) announce(words.passwordMissing);
    else await session.signIn({ password: password.value });
    field.current?.focus();
  });
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        signIn.run();
      }}
    >
      <ManagerAccount />
      <PasswordField
        id="password"
        label={words.password}
        value={password}
        autocomplete="current-password"
        inputRef={field}
        error={isMissing.value && password.value === '' ? words.passwordMissing : undefined}
      />
      <div class="actions">
        <Button look="main" type="submit" busy={signIn.busy.value} busyLabel={words.checking}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
