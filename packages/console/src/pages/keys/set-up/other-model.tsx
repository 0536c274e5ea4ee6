import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from '../../../parts/button.tsx';
import { Form } from '../../../parts/form.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import type { SetUpModel } from './set-up-model.ts';

/** Another model than the one that answers now or that the settings name. */
export function OtherModel({ setUp }: { setUp: SetUpModel }) {
  const texts = currentTexts();
  const words = texts.setUp;
  const model = useSignal('');
  const tried = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const submit = useAction(async () => {
    tried.value = model.value.trim() === '';
    if (tried.value) return field.current?.focus();
    await setUp.planWith({ model: model.value.trim() });
  });
  return (
    <details class="fold">
      <summary>{words.otherModel}</summary>
      <Form class="form" onSubmit={submit.run}>
        <TextField
          id="set-up-model"
          label={words.modelField}
          hint={words.modelHint}
          value={model}
          autocomplete="off"
          inputRef={field}
          error={tried.value && model.value.trim() === '' ? texts.required : undefined}
        />
        <div class="actions">
          <Button type="submit" busy={submit.busy.value} busyLabel={texts.current.checking}>
            {words.planAgain}
          </Button>
        </div>
      </Form>
    </details>
  );
}
