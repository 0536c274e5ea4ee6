import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Failure } from '../../../admin-api/outcome.ts';
import { locale } from '../../../language/language.ts';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { Form } from '../../../parts/form.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { wizardTexts } from '../../../text/wizard/texts.ts';
import { keepSettings } from '../keep-settings.ts';
import { StepActions } from '../step-actions.tsx';
import type { StepParts } from '../step-parts.ts';
import { AddressCheck } from './address-check.ts';
import { AddressVerdict } from './address-verdict.tsx';

/** The address of Open WebUI, looked at while it is typed; kept when an Open WebUI that works answers there. */
export function AddressStep({ api, wizard, view }: StepParts) {
  const words = wizardTexts().address;
  const check = useMemo(() => new AddressCheck(api), [api]);
  const text = useSignal(view.openWebUiUrl ?? '');
  const failure = useSignal<Failure | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const state = check.state.value;
  const checked = useComputed(() => (check.state.value.kind === 'checked' ? check.state.value.view : undefined));
  useEffect(() => {
    problem.value = undefined;
    check.typed(text.value);
    return () => check.stop();
    // The server's sentences come in the language asked for.
  }, [check, text.value, locale.value, problem]);

  const goOn = useAction(async () => {
    if (text.value.trim() === '') {
      problem.value = words.empty;
      announce(words.empty);
      return field.current?.focus();
    }
    const known = check.state.value;
    const found = known.kind === 'checked' && known.text === text.value ? known : await check.now(text.value);
    if (found.kind !== 'checked' || !found.view.usable || found.view.address === undefined) {
      // Of a key, the verdict below says so already.
      if (found.kind !== 'is-key') problem.value = words.wait;
      announce(words.wait);
      return field.current?.focus();
    }
    await keep(found.view.address);
  });

  async function keep(address: string): Promise<void> {
    failure.value = undefined;
    const kept = await keepSettings(api, wizard, address === view.openWebUiUrl ? {} : { OPENWEBUI_URL: address });
    if (kept.kind === 'kept') return wizard.forward();
    if (kept.kind === 'failed') failure.value = kept.failure;
    else {
      problem.value = Object.values(kept.problems).join(' ');
      announce(problem.value);
      field.current?.focus();
    }
  }

  return (
    <Form onSubmit={goOn.run}>
      <p class="lead">{words.lead}</p>
      <div class="form">
        <TextField
          id="address"
          label={words.field}
          hint={words.example}
          value={text}
          autocomplete="url"
          inputMode="url"
          inputRef={field}
          error={problem.value}
          describedBy="address-verdict"
        />
        <AddressVerdict state={state} text={text.value} onAgain={() => check.now(text.value)} />
        {failure.value && <FailureNotice failure={failure.value} />}
      </div>
      <StepActions wizard={wizard} isForm busy={goOn.busy.value} look={checked.value?.usable ? 'main' : 'second'} />
      {view.practice && (
        <section aria-labelledby="practice-heading">
          <h2 id="practice-heading">{words.practiceHeading}</h2>
          <p>{words.practice}</p>
          <div class="actions">
            <Button onPress={() => void wizard.forward()}>{words.practiceGo}</Button>
          </div>
        </section>
      )}
    </Form>
  );
}
