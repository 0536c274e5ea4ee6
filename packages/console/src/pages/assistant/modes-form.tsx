import type { AssistantView } from '@guichet/contract/assistant-api';
import { TOOL_MODES } from '@guichet/contract/site-settings';
import type { Signal } from '@preact/signals';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { assistantTexts } from '../../text/assistant/texts.ts';
import { currentTexts } from '../../text/texts.ts';
import type { AssistantModel } from './assistant-model.ts';
import { ModeChoice } from './mode-choice.tsx';
import { ResultNote } from './result-note.tsx';

/** How far tools may go, and what visitors see of it: ticked here, saved together. */
export function ModesForm({ model, view }: { model: AssistantModel; view: AssistantView }) {
  const texts = currentTexts();
  const words = assistantTexts();
  const { modes, visitors } = words;
  const { chosen, inForce } = view.tools;
  const save = useAction(() => model.save());
  return (
    <Form class="assistant-form" onSubmit={save.run}>
      <section aria-labelledby="modes-heading">
        <h2 id="modes-heading">{modes.heading}</h2>
        <p class="muted">{modes.lead}</p>
        {inForce !== chosen && (
          <Notice tone="warn" title={modes.fallback({ chosen: modes[chosen].name, inForce: modes[inForce].name })} />
        )}
        <fieldset class="modes">
          <legend class="unseen">{modes.heading}</legend>
          {TOOL_MODES.map((mode) => (
            <ModeChoice key={mode} model={model} view={view} mode={mode} />
          ))}
        </fieldset>
      </section>
      <section aria-labelledby="visitors-heading">
        <h2 id="visitors-heading">{visitors.heading}</h2>
        <Tick id="follow-ups" isOn={model.followUps} label={visitors.followUps} hint={visitors.followUpsHint} />
        <Tick
          id="show-tool-arguments"
          isOn={model.showToolArguments}
          label={visitors.showToolArguments}
          hint={visitors.showToolArgumentsHint}
        />
        <Tick id="page-context" isOn={model.pageContext} label={visitors.pageContext} hint={visitors.pageContextHint} />
        <TextField
          id="picture-hosts"
          label={visitors.pictureHosts}
          value={model.pictureHosts}
          autocomplete="off"
          hint={visitors.pictureHostsHint}
        />
      </section>
      <div class="actions">
        <Button look="main" type="submit" busy={save.busy.value} busyLabel={texts.saving}>
          {texts.save}
        </Button>
      </div>
      <ResultNote model={model} />
    </Form>
  );
}

interface TickProps {
  id: string;
  isOn: Signal<boolean>;
  label: string;
  hint: string;
}

function Tick({ id, isOn, label, hint }: TickProps) {
  return (
    <div class="tick">
      <label class="way">
        <input
          type="checkbox"
          checked={isOn.value}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            isOn.value = event.currentTarget.checked;
          }}
        />
        {label}
      </label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
