import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { locale } from '../../../language/language.ts';
import { Button } from '../../../parts/button.tsx';
import { clearSent } from '../../../parts/clear-sent.ts';
import { Form } from '../../../parts/form.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import { timeLeft } from '../../../words/time-left.ts';
import { EXCHANGE_FORM } from '../lent-sign-in/sign-in-taker.ts';
import type { SignInStepProps } from './step-props.ts';
import { usePause } from './use-pause.ts';

/** Address and password for one sign-in. The password leaves the field with the answer, whatever the answer is. */
export function PasswordForm({ exchange, step, form = EXCHANGE_FORM }: SignInStepProps<'lend'>) {
  const texts = currentTexts();
  const words = { ...texts.exchange, ...form.words };
  const email = useSignal('');
  const password = useSignal('');
  const tried = useSignal(false);
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const pause = usePause(step.retryAfter, step);
  const submit = useAction(async () => {
    tried.value = email.value.trim() === '' || password.value === '';
    if (email.value.trim() === '') return emailField.current?.focus();
    if (password.value === '') return passwordField.current?.focus();
    const sent = password.value;
    await exchange.lend({ email: email.value.trim(), password: sent });
    clearSent(password, sent);
    passwordField.current?.focus();
  });
  return (
    <Form
      class="form"
      onSubmit={() => {
        if (pause === 0) submit.run();
      }}
    >
      <TextField
        id={`${form.id}-email`}
        label={words.email}
        value={email}
        type="email"
        autocomplete="username"
        inputMode="email"
        inputRef={emailField}
        error={tried.value && email.value.trim() === '' ? texts.required : undefined}
      />
      <TextField
        id={`${form.id}-password`}
        label={words.password}
        value={password}
        type="password"
        autocomplete="current-password"
        hint={words.usedOnce}
        inputRef={passwordField}
        error={tried.value && password.value === '' ? texts.required : undefined}
      />
      <div class="actions">
        <Button look="main" type="submit" busy={submit.busy.value} busyLabel={words.submitting} disabled={pause > 0}>
          {words.submit}
        </Button>
        {pause > 0 && <p class="muted">{texts.waitSeconds({ time: timeLeft(pause, locale.value) })}</p>}
      </div>
    </Form>
  );
}
