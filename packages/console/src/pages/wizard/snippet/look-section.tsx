import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { locale } from '../../../language/language.ts';
import { Button } from '../../../parts/button.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { Form } from '../../../parts/form.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { wizardTexts } from '../../../text/wizard/texts.ts';
import { LookResult } from './look-result.tsx';
import type { PageLook } from './page-look.ts';

export interface LookSectionProps {
  look: PageLook;
  /** A site that may show the chat: mostly the one to look at. */
  first: string;
  onAllowed: () => Promise<unknown>;
}

/** Guichet fetches the page and says whether the chat can show up there. */
export function LookSection({ look, first, onAllowed }: LookSectionProps) {
  const words = wizardTexts().snippet;
  const url = useSignal(first);
  const isMissing = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const submit = useAction(async () => {
    isMissing.value = url.value.trim() === '';
    if (isMissing.value) return field.current?.focus();
    await look.at(url.value.trim());
  });
  const state = look.state.value;
  const language = useRef(locale.value);
  useEffect(() => {
    // The server's sentences are in the language they were asked for in.
    const seen = look.state.peek();
    if (language.current !== locale.value && seen.kind === 'seen' && seen.view.url !== '') void look.at(seen.view.url);
    language.current = locale.value;
  }, [look, locale.value]);
  return (
    <section aria-labelledby="look-heading" class="look">
      <h2 id="look-heading">{words.look}</h2>
      <p>{words.lookLead}</p>
      <Form class="add-row" onSubmit={submit.run}>
        <TextField
          id="look-url"
          label={words.pageField}
          hint={words.pageHint}
          value={url}
          autocomplete="url"
          inputMode="url"
          inputRef={field}
          error={isMissing.value && url.value.trim() === '' ? words.empty : undefined}
        />
        <Button type="submit" busy={state.kind === 'looking'} busyLabel={words.looking}>
          {words.submit}
        </Button>
      </Form>
      {state.kind === 'failed' && <FailureNotice failure={state.failure} />}
      {state.kind === 'seen' && (
        <LookResult
          view={state.view}
          refused={state.refused}
          onAllow={async () => {
            await look.allow(state.view.url);
            await onAllowed();
          }}
        />
      )}
    </section>
  );
}
