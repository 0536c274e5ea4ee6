import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from '../../../parts/button.tsx';
import { clearSent } from '../../../parts/clear-sent.ts';
import { Form } from '../../../parts/form.tsx';
import { PasswordField } from '../../../parts/password-field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { assistantTexts } from '../../../text/assistant/texts.ts';
import { currentTexts } from '../../../text/texts.ts';
import type { AgentAccountModel } from './agent-account-model.ts';

/** Email, password and, where the account has one, its authenticator. Both secrets leave the fields with the answer. */
export function AgentAccountForm({ account, onKept }: { account: AgentAccountModel; onKept: (email: string) => void }) {
  const texts = currentTexts();
  const words = assistantTexts().agentAccount;
  const email = useSignal('');
  const password = useSignal('');
  const authenticatorKey = useSignal('');
  const tried = useSignal(false);
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const submit = useAction(async () => {
    const address = email.value.trim();
    const key = authenticatorKey.value.trim();
    tried.value = address === '' || password.value === '';
    if (address === '') return emailField.current?.focus();
    if (password.value === '') return passwordField.current?.focus();
    const [sent, sentKey] = [password.value, authenticatorKey.value];
    const isKept = await account.choose({
      email: address,
      password: sent,
      ...(key !== '' && { authenticatorKey: key }),
    });
    clearSent(password, sent);
    clearSent(authenticatorKey, sentKey);
    tried.value = false;
    if (isKept) onKept(address);
    else passwordField.current?.focus();
  });
  const missing = (text: string) => (tried.value && text.trim() === '' ? texts.required : undefined);
  return (
    <Form class="form" onSubmit={submit.run}>
      <TextField
        id="agent-account-email"
        label={words.email}
        value={email}
        type="email"
        autocomplete="off"
        inputMode="email"
        inputRef={emailField}
        error={missing(email.value)}
      />
      <PasswordField
        id="agent-account-password"
        label={words.password}
        value={password}
        autocomplete="off"
        hint={words.passwordHint}
        inputRef={passwordField}
        error={missing(password.value)}
      />
      <details class="fold">
        <summary>{words.hasAuthenticator}</summary>
        <PasswordField
          id="agent-account-authenticator"
          label={words.authenticatorKey}
          value={authenticatorKey}
          autocomplete="off"
          hint={words.authenticatorKeyHint}
        />
      </details>
      <div class="actions">
        <Button type="submit" busy={submit.busy.value} busyLabel={words.submitting}>
          {words.submit}
        </Button>
      </div>
    </Form>
  );
}
