import type { ModelListView } from '@guichet/contract/set-up-api';
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Failure, Outcome } from '../../../admin-api/outcome.ts';
import { locale } from '../../../language/language.ts';
import { announce } from '../../../parts/announcer.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { wizardTexts } from '../../../text/wizard/texts.ts';
import { keepSettings } from '../keep-settings.ts';
import { StepActions } from '../step-actions.tsx';
import type { StepParts } from '../step-parts.ts';
import { matchingModels } from './matching-models.ts';
import { ModelChoices } from './model-choices.tsx';
import { NoModels } from './no-models.tsx';

/** From so many on, a list wants a search. */
const SEARCH_FROM = 8;

/** One of the models that the key can see. */
export function ModelStep({ api, wizard, view }: StepParts) {
  const words = wizardTexts().model;
  const outcome = useSignal<Outcome<ModelListView> | undefined>(undefined);
  const chosen = useSignal<string | undefined>(undefined);
  const search = useSignal('');
  const isMissing = useSignal(false);
  const refused = useSignal<string | undefined>(undefined);
  const failure = useSignal<Failure | undefined>(undefined);
  const turn = useRef(0);
  const list = outcome.value?.ok ? outcome.value.value : undefined;
  const models = useComputed(() => matchingModels(outcome.value?.ok ? outcome.value.value.models : [], search.value));
  const look = useAction(load);
  useEffect(() => void load(), [locale.value]);

  async function load(): Promise<void> {
    const mine = ++turn.current;
    const answer = await api.models();
    if (mine !== turn.current) return;
    outcome.value = answer;
    const known = answer.ok ? (chosen.value ?? view.model ?? answer.value.chosen) : undefined;
    if (answer.ok) chosen.value = answer.value.models.find(({ id }) => id === known)?.id;
  }

  async function goOn(): Promise<void> {
    const model = chosen.value;
    isMissing.value = model === undefined;
    refused.value = undefined;
    failure.value = undefined;
    if (model === undefined) {
      announce(words.choose);
      return document.querySelector<HTMLInputElement>('[name=model]')?.focus();
    }
    const kept = await keepSettings(api, wizard, model === view.model ? {} : { OPENWEBUI_MODEL: model });
    if (kept.kind === 'kept') return wizard.forward();
    if (kept.kind === 'failed') failure.value = kept.failure;
    else {
      refused.value = Object.values(kept.problems).join(' ');
      announce(refused.value);
    }
  }

  return (
    <>
      <p class="lead">{words.lead}</p>
      {!outcome.value && <p class="waiting">{words.loading}</p>}
      {outcome.value && !outcome.value.ok && <FailureNotice failure={outcome.value.failure} title={words.failed} />}
      {outcome.value && (list?.models.length ?? 0) === 0 && (
        <NoModels list={list} onAgain={() => look.run()} busy={look.busy.value} />
      )}
      {list && list.models.length > 0 && (
        <div class="form">
          {list.models.length >= SEARCH_FROM && (
            <TextField id="model-search" label={words.filter} value={search} autocomplete="off" narrow />
          )}
          <ModelChoices models={models.value} chosen={chosen} />
          {models.value.length === 0 && <p class="muted">{words.noMatch}</p>}
          {isMissing.value && chosen.value === undefined && <p class="field-error">{words.choose}</p>}
        </div>
      )}
      {refused.value && <Notice tone="fail" title={refused.value} />}
      {failure.value && <FailureNotice failure={failure.value} />}
      <StepActions
        wizard={wizard}
        {...(list && list.models.length > 0
          ? { onContinue: goOn }
          : { onContinue: () => wizard.forward(), look: 'second' })}
      />
    </>
  );
}
