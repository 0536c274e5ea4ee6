import { recognise } from '@guichet/keys';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import type { StepProps } from './step-props.ts';

/** A session token that somebody copied from Open WebUI, for the key of its account. */
export function TokenForm({ exchange }: StepProps<'lend'>) {
  const texts = currentTexts();
  const words = texts.exchange;
  const token = useSignal('');
  const error = useSignal<'required' | 'not-a-token' | 'ended' | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const sentences = { required: texts.required, 'not-a-token': words.notAToken, ended: words.hasEnded };
  const said = error.value && sentences[error.value];
  const submit = useAction(async () => {
    error.value = tokenError(token.value);
    if (error.value) {
      announce(sentences[error.value]);
      return field.current?.focus();
    }
    await exchange.lend({ sessionToken: token.value });
    token.value = '';
  });
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit.run();
      }}
    >
      <TextField
        id="exchange-token"
        label={words.token}
        value={token}
        type="password"
        autocomplete="off"
        hint={words.tokenHint}
        inputRef={field}
        error={said}
      />
      <div class="actions">
        <Button look="main" type="submit" busy={submit.busy.value} busyLabel={words.tokenSubmitting}>
          {words.tokenSubmit}
        </Button>
      </div>
    </form>
  );
}

function tokenError(text: string): 'required' | 'not-a-token' | 'ended' | undefined {
  if (text.trim() === '') return 'required';
  const { kind, cause } = recognise(text);
  if (kind !== 'open-webui-session-token') return 'not-a-token';
  return cause === 'session-token-expired' ? 'ended' : undefined;
}
