import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import type { Failure } from '../../admin-api/outcome.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Form } from '../../parts/form.tsx';
import { ManagerAccount } from '../../parts/manager-account.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { passwordTexts } from '../../text/password/texts.ts';
import { MIN_PASSWORD_CHARS, passwordProblem } from './password-problem.ts';

export interface NewPasswordFormProps {
  api: Pick<AdminApi, 'choosePassword'>;
  /** There is one already. The server wants it as well, unless one has just come in by a link. */
  hasPassword: boolean;
  onKept: () => void;
  /** In place of the button "Save this password". */
  actions?: (busy: boolean) => ComponentChildren;
}

/** Chooses a password. Both fields are emptied by an answer that takes them. */
export function NewPasswordForm({ api, hasPassword, onKept, actions }: NewPasswordFormProps) {
  const words = passwordTexts();
  const current = useSignal('');
  const password = useSignal('');
  const failure = useSignal<Failure | undefined>(undefined);
  const currentField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const wrong = failure.value && passwordProblem(failure.value);
  const missing = MIN_PASSWORD_CHARS - [...password.value].length;
  const keep = useAction(async () => {
    failure.value = undefined;
    const outcome = await api.choosePassword({
      password: password.value,
      ...(current.value !== '' && { current: current.value }),
    });
    if (outcome.ok) {
      current.value = '';
      password.value = '';
      return onKept();
    }
    failure.value = outcome.failure;
    const where = passwordProblem(outcome.failure);
    if (where) announce(where.text);
    (where?.field === 'current' ? currentField : passwordField).current?.focus();
  });
  return (
    <Form class="form" onSubmit={keep.run}>
      <ManagerAccount />
      {failure.value && !wrong && <FailureNotice failure={failure.value} title={words.failed} />}
      {hasPassword && (
        <PasswordField
          id="current-password"
          label={words.current}
          value={current}
          autocomplete="current-password"
          hint={words.currentHint}
          inputRef={currentField}
          error={wrong?.field === 'current' ? wrong.text : undefined}
        />
      )}
      <PasswordField
        id="new-password"
        label={words.field}
        value={password}
        autocomplete="new-password"
        hint={
          <>
            {words.hint}
            {password.value !== '' && (
              <span class="tabular"> {missing > 0 ? words.tooShort({ count: missing }) : words.longEnough}</span>
            )}
          </>
        }
        inputRef={passwordField}
        error={wrong?.field === 'password' ? wrong.text : undefined}
      />
      {actions ? (
        actions(keep.busy.value)
      ) : (
        <div class="actions">
          <Button type="submit" busy={keep.busy.value} busyLabel={words.submitting}>
            {words.submit}
          </Button>
        </div>
      )}
    </Form>
  );
}
