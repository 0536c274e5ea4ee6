import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from '../../../parts/button.tsx';
import { clearSent } from '../../../parts/clear-sent.ts';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { Form } from '../../../parts/form.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import type { RenewalModel } from './renewal-model.ts';

/** Address and password of the service account. The password leaves the field with the answer, whatever it is. */
export function RenewalForm({ renewal, onChosen }: { renewal: RenewalModel; onChosen: (email: string) => void }) {
  const texts = currentTexts();
  const words = texts.renewal;
  const email = useSignal('');
  const password = useSignal('');
  const tried = useSignal(false);
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const failure = renewal.failure.value;
  const submit = useAction(async () => {
    const address = email.value.trim();
    tried.value = address === '' || password.value === '';
    if (address === '') return emailField.current?.focus();
    if (password.value === '') return passwordField.current?.focus();
    const sent = password.value;
    const isOn = await renewal.choose(address, sent);
    clearSent(password, sent);
    tried.value = false;
    if (isOn) onChosen(address);
    else passwordField.current?.focus();
  });
  const missing = (text: string) => (tried.value && text.trim() === '' ? texts.required : undefined);
  return (
    <Form class="form" onSubmit={submit.run}>
      {failure && <FailureNotice failure={failure} title={words.refused} />}
      <TextField
        id="renewal-email"
        label={words.email}
        value={email}
        type="email"
        autocomplete="off"
        inputMode="email"
        inputRef={emailField}
        error={missing(email.value)}
      />
      <TextField
        id="renewal-password"
        label={words.password}
        value={password}
        type="password"
        autocomplete="off"
        hint={words.passwordHint}
        inputRef={passwordField}
        error={missing(password.value)}
      />
      <div class="actions">
        <Button type="submit" busy={submit.busy.value} busyLabel={words.submitting}>
          {words.submit}
        </Button>
      </div>
    </Form>
  );
}
