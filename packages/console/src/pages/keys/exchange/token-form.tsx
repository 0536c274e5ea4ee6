import { type Recognition, recognise } from '@guichet/keys';
import { useComputed, useSignal } from '@preact/signals';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { clearSent } from '../../../parts/clear-sent.ts';
import { Form } from '../../../parts/form.tsx';
import { KeyField } from '../../../parts/key-field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import { EXCHANGE_FORM } from '../lent-sign-in/sign-in-taker.ts';
import type { SignInStepProps } from './step-props.ts';

/** A session token that somebody copied from Open WebUI, for the key of its account. */
export function TokenForm({ exchange, form = EXCHANGE_FORM }: SignInStepProps<'lend'>) {
  const texts = currentTexts();
  const words = { ...texts.exchange, ...form.words };
  const field = `${form.id}-token`;
  const token = useSignal('');
  const error = useSignal<'required' | 'not-a-token' | 'ended' | undefined>(undefined);
  /** What the error is about: it does not hold for the next text. */
  const tried = useSignal('');
  const recognition = useComputed(() => recognise(token.value));
  const sentences = { required: texts.required, 'not-a-token': words.notAToken, ended: words.hasEnded };
  const said = error.value && sentences[error.value];
  const submit = useAction(async () => {
    tried.value = token.value;
    error.value = tokenError(recognition.value);
    if (error.value) {
      announce(sentences[error.value]);
      return document.getElementById(field)?.focus();
    }
    const sent = token.value;
    await exchange.lend({ sessionToken: sent });
    clearSent(token, sent);
    tried.value = '';
    error.value = undefined;
  });
  return (
    <Form class="form" onSubmit={submit.run}>
      <KeyField
        id={field}
        label={words.token}
        value={token}
        recognition={recognition.value}
        error={token.value === tried.value ? said : undefined}
        aside={recognition.value.kind === 'open-webui-api-key' ? words.alreadyKey : undefined}
      >
        <p>{words.tokenHint}</p>
      </KeyField>
      <div class="actions">
        <Button look="main" type="submit" busy={submit.busy.value} busyLabel={words.tokenSubmitting}>
          {words.tokenSubmit}
        </Button>
      </div>
    </Form>
  );
}

function tokenError({ kind, cause }: Recognition): 'required' | 'not-a-token' | 'ended' | undefined {
  if (kind === 'missing') return 'required';
  if (kind !== 'open-webui-session-token') return 'not-a-token';
  return cause === 'session-token-expired' ? 'ended' : undefined;
}
