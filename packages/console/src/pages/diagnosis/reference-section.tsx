import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import { ReferenceResult, type ReferenceResultProps } from './reference-result.tsx';
import { useReference } from './use-reference.ts';

export interface ReferenceSectionProps extends Omit<ReferenceResultProps, 'reference'> {
  api: AdminApi;
}

/** For a reference that a visitor passed on by mouth or mail. */
export function ReferenceSection({ api, shown, isOver }: ReferenceSectionProps) {
  const reference = useReference(api);
  const words = diagnosisTexts().reference;
  const text = useSignal('');
  const isMissing = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const lookUp = useAction(async () => {
    isMissing.value = text.value.trim() === '';
    if (!isMissing.value) return reference.lookUp(text.value);
    announce(words.empty);
    input.current?.focus();
  });
  return (
    <section id="reference" aria-labelledby="reference-heading">
      <h2 id="reference-heading">{words.heading}</h2>
      <p>{words.lead}</p>
      <Form class="form" onSubmit={lookUp.run}>
        <TextField
          id="visitor-reference"
          label={words.field}
          hint={words.hint}
          value={text}
          autocomplete="off"
          inputRef={input}
          narrow
          error={isMissing.value && text.value.trim() === '' ? words.empty : undefined}
        />
        <div class="actions">
          <Button type="submit" busy={lookUp.busy.value} busyLabel={words.looking}>
            {words.submit}
          </Button>
        </div>
      </Form>
      <ReferenceResult reference={reference} shown={shown} isOver={isOver} />
    </section>
  );
}
