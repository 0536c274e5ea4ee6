import { useSignal } from '@preact/signals';
import type { SetUpWishes } from '../../../admin-api/admin-api.ts';
import { locale } from '../../../language/language.ts';
import { announce } from '../../../parts/announcer.tsx';
import { wholeAgentSetUpTexts } from '../../../text/whole-agent-set-up/texts.ts';
import type { SetUpModel } from './set-up-model.ts';

/** Whether the whole agent is prepared too. Each tick plans again at once: the steps below follow it. */
export function WholeAgentChoice({ setUp }: { setUp: SetUpModel }) {
  const words = wholeAgentSetUpTexts();
  const { tools, closePermissions = false } = setUp.wishes.value;
  const isBusy = useSignal(false);
  async function plan(wishes: SetUpWishes): Promise<void> {
    isBusy.value = true;
    await setUp.planWith(wishes);
    isBusy.value = false;
    const step = setUp.step.value;
    // What stands in the way is announced by itself.
    if (step.kind !== 'plan' || step.failure || step.plan.obstacles.length > 0) return;
    announce(step.plan.questions.length > 0 ? words.decide : words.updated);
  }
  return (
    <fieldset class="ways stacked whole-agent-choice" aria-busy={isBusy.value}>
      <legend>{words.heading}</legend>
      <Tick
        id="set-up-whole-agent"
        label={words.choice}
        hint={words.hint}
        isOn={tools !== undefined}
        onChange={(isOn) => void plan({ tools: isOn ? 'whole-agent' : undefined, closePermissions: false })}
      />
      {tools !== undefined && (
        <Tick
          id="set-up-permissions"
          label={words.permissions}
          hint={words.permissionsHint}
          isOn={closePermissions}
          onChange={(isOn) => void plan({ closePermissions: isOn })}
        />
      )}
      <p>
        <a href={`/guide/${locale.value}/tools`}>{words.guide}</a>
      </p>
    </fieldset>
  );
}

interface TickProps {
  id: string;
  label: string;
  hint: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

function Tick({ id, label, hint, isOn, onChange }: TickProps) {
  return (
    <div>
      <label class="way">
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
