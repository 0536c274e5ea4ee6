import type { ModelListView } from '@guichet/contract/set-up-api';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import type { Outcome } from '../../admin-api/outcome.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Form } from '../../parts/form.tsx';
import { useAction } from '../../parts/use-action.ts';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import { currentTexts } from '../../text/texts.ts';
import { refusedTexts } from '../settings/refused-texts.ts';

export interface MendModelProps {
  /** Unique in the page. */
  id: string;
  api: Pick<AdminApi, 'models' | 'changeSettings'>;
  /** What was changed, in words. */
  onChanged: (said: string) => void;
  onCancel: () => void;
}

/** Another model in the place of the one that does not answer, without leaving the finding. */
export function MendModel({ id, api, onChanged, onCancel }: MendModelProps) {
  const texts = currentTexts();
  const words = diagnosisTexts().chooseModel;
  const list = useSignal<Outcome<ModelListView> | undefined>(undefined);
  const chosen = useSignal('');
  const problem = useSignal<string | Outcome<unknown> | undefined>(undefined);
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    void api.models().then((outcome) => {
      list.value = outcome;
      if (outcome.ok) chosen.value = othersOf(outcome.value)[0]?.id ?? '';
    });
  }, [api, list, chosen]);
  const others = list.value?.ok ? othersOf(list.value.value) : [];
  const isThere = others.length > 0;
  useEffect(() => {
    if (isThere) field.current?.focus();
  }, [isThere]);
  const use = useAction(async () => {
    problem.value = undefined;
    const outcome = await api.changeSettings({ OPENWEBUI_MODEL: chosen.value });
    if (!outcome.ok) {
      problem.value = outcome;
      return;
    }
    const refused = refusedTexts(outcome.value);
    if (refused !== '') {
      problem.value = refused;
      return announce(refused);
    }
    const name = others.find((model) => model.id === chosen.value)?.name ?? chosen.value;
    onChanged(words.done({ name }));
  });
  if (!list.value) return <p class="waiting">{words.loading}</p>;
  if (!list.value.ok) return <FailureNotice failure={list.value.failure} title={words.failed} />;
  if (!isThere) return <p>{list.value.value.failure?.text ?? words.none}</p>;
  return (
    <Form class="mend-model" onSubmit={use.run}>
      <div class="field">
        <label for={id}>{words.field}</label>
        <select
          id={id}
          ref={field}
          class="input"
          value={chosen.value}
          onChange={(event) => {
            chosen.value = event.currentTarget.value;
          }}
        >
          {others.map((model) => (
            <option key={model.id} value={model.id}>
              {model.name === model.id ? model.id : `${model.name} (${model.id})`}
            </option>
          ))}
        </select>
        <p class="hint">{words.hint}</p>
      </div>
      {typeof problem.value === 'string' && <p class="field-error">{problem.value}</p>}
      {typeof problem.value === 'object' && !problem.value.ok && <FailureNotice failure={problem.value.failure} />}
      <div class="actions">
        <Button look="main" type="submit" busy={use.busy.value} busyLabel={words.submitting}>
          {words.submit}
        </Button>
        <Button onPress={onCancel}>{texts.cancel}</Button>
      </div>
    </Form>
  );
}

/** All but the one that is in trouble. */
function othersOf({ models, chosen }: ModelListView): ModelListView['models'] {
  return models.filter(({ id }) => id !== chosen);
}
