import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Failure } from '../../../admin-api/outcome.ts';
import { announce } from '../../../parts/announcer.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { Form } from '../../../parts/form.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { wizardTexts } from '../../../text/wizard/texts.ts';
import { keepSettings } from '../keep-settings.ts';
import { StepActions } from '../step-actions.tsx';
import type { StepParts } from '../step-parts.ts';
import { changedPlace } from './changed-place.ts';
import { cleanOrigin, isThisComputer } from './clean-origin.ts';
import { OriginList } from './origin-list.ts';
import { OriginsPart } from './origins-part.tsx';

/** The address of this server for visitors, and the origins that may show the chat. */
export function PlaceStep({ api, wizard, view }: StepParts) {
  const words = wizardTexts().place;
  const publicUrl = useSignal(view.publicUrl ?? window.location.origin);
  // What is being typed here is not undone by what is read meanwhile.
  const list = useMemo(() => new OriginList(view.allowedOrigins), []);
  const problems = useSignal<Readonly<Record<string, string>>>({});
  const failure = useSignal<Failure | undefined>(undefined);
  const urlField = useRef<HTMLInputElement>(null);
  const originField = useRef<HTMLInputElement>(null);

  const isProposal = view.publicUrl === undefined && publicUrl.value === window.location.origin;

  function addOrigin(): void {
    const origin = list.add();
    if (origin !== undefined) announce(words.added({ origin }));
    originField.current?.focus();
  }

  const goOn = useAction(async () => {
    problems.value = {};
    failure.value = undefined;
    if (!list.settle()) return originField.current?.focus();
    const cleaned = cleanOrigin(publicUrl.value);
    if (cleaned.kind === 'problem') {
      problems.value = { GUICHET_PUBLIC_URL: words.problem[cleaned.problem] };
      return urlField.current?.focus();
    }
    // Who tries it out on their own machine moves later; what each request says is right in both places.
    const isTrial = isProposal && isThisComputer(publicUrl.value);
    const kept = await keepSettings(
      api,
      wizard,
      changedPlace(view, isTrial ? undefined : publicUrl.value, list.origins.value),
    );
    if (kept.kind === 'kept') return wizard.forward();
    if (kept.kind === 'failed') failure.value = kept.failure;
    else {
      problems.value = kept.problems;
      announce([words.notSaved, ...Object.values(kept.problems)].join(' '));
      (kept.problems.GUICHET_PUBLIC_URL ? urlField : originField).current?.focus();
    }
  });

  return (
    <Form
      onSubmit={() => {
        // Enter in the field for origins adds what stands there.
        if (document.activeElement === originField.current && list.text.value.trim() !== '') addOrigin();
        else goOn.run();
      }}
    >
      <p class="lead">{words.lead}</p>
      <div class="form">
        <TextField
          id="public-url"
          label={words.publicUrl}
          hint={isProposal ? `${words.publicUrlHint} ${words.proposed}` : words.publicUrlHint}
          value={publicUrl}
          autocomplete="url"
          inputMode="url"
          inputRef={urlField}
          error={problems.value.GUICHET_PUBLIC_URL}
          describedBy="public-url-warning"
        />
        <div id="public-url-warning">
          <PublicUrlWarning address={publicUrl.value} />
        </div>
        <OriginsPart list={list} field={originField} onAdd={addOrigin} error={problems.value.GUICHET_ALLOWED_ORIGINS} />
        {failure.value && <FailureNotice failure={failure.value} title={words.notSaved} />}
      </div>
      <StepActions wizard={wizard} isForm busy={goOn.busy.value} />
    </Form>
  );
}

function PublicUrlWarning({ address }: { address: string }) {
  const words = wizardTexts().place;
  const cleaned = cleanOrigin(address);
  if (cleaned.kind === 'problem') return null;
  if (isThisComputer(cleaned.origin)) return <Notice tone="info" title={words.isLocal} />;
  return cleaned.origin.startsWith('http://') ? <Notice tone="warn" title={words.isHttp} /> : null;
}
