import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { locale } from '../../../language/language.ts';
import { Button } from '../../../parts/button.tsx';
import { clearSent } from '../../../parts/clear-sent.ts';
import { FocusedHeading } from '../../../parts/focused-heading.tsx';
import { Form } from '../../../parts/form.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import { timeLeft } from '../../../words/time-left.ts';
import { EXCHANGE_FORM } from '../lent-sign-in/sign-in-taker.ts';
import { Refusal } from './refusal.tsx';
import type { SignInStepProps } from './step-props.ts';
import { usePause } from './use-pause.ts';

/** The password was right; the account asks for a code as well. */
export function CodeStep({ exchange, step, form = EXCHANGE_FORM }: SignInStepProps<'code'>) {
  const texts = currentTexts();
  const words = { ...texts.exchange, ...form.words };
  const code = useSignal('');
  const recovery = useSignal(false);
  const isMissing = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const pause = usePause(step.retryAfter, step);
  const submit = useAction(async () => {
    isMissing.value = code.value.trim() === '';
    const sent = code.value;
    if (!isMissing.value) await exchange.answerCode(sent.trim(), recovery.value);
    clearSent(code, sent);
    field.current?.focus();
  });
  return (
    <Form
      class="form"
      onSubmit={() => {
        if (pause === 0) submit.run();
      }}
    >
      <FocusedHeading>{words.code}</FocusedHeading>
      <p>{words.codeText}</p>
      <Refusal refusal={step.refusal} failure={step.failure} />
      <TextField
        id={`${form.id}-code`}
        label={recovery.value ? words.recoveryField : words.codeField}
        value={code}
        autocomplete={recovery.value ? 'off' : 'one-time-code'}
        inputMode={recovery.value ? 'text' : 'numeric'}
        inputRef={field}
        narrow
        {...(recovery.value && { hint: words.recoveryHint })}
        error={isMissing.value && code.value.trim() === '' ? texts.required : undefined}
      />
      <div class="actions">
        <Button
          look="main"
          type="submit"
          busy={submit.busy.value}
          busyLabel={words.codeSubmitting}
          disabled={pause > 0}
        >
          {words.codeSubmit}
        </Button>
        {pause > 0 && <p class="muted">{texts.waitSeconds({ time: timeLeft(pause, locale.value) })}</p>}
        <Button
          onPress={() => {
            recovery.value = !recovery.value;
            code.value = '';
          }}
        >
          {recovery.value ? words.useAuthenticator : words.useRecovery}
        </Button>
        <Button look="plain" onPress={() => exchange.beginAgain()}>
          {words.beginAgain}
        </Button>
      </div>
    </Form>
  );
}
