import { wizardTexts } from '../../text/wizard/texts.ts';
import type { WizardModel } from './wizard-model.ts';
import type { ShownStep } from './wizard-steps.ts';

/** Where one is, and the steps that can be gone to. */
export function StepBar({ wizard }: { wizard: WizardModel }) {
  const words = wizardTexts();
  const steps = wizard.steps.value;
  const place = steps.findIndex(({ state }) => state === 'here');
  const here = steps[place];
  if (!here) return null;
  return (
    <nav class="step-bar" aria-label={words.steps}>
      <p class="step-count">{words.stepOf({ place: place + 1, count: steps.length, name: words.step[here.step] })}</p>
      <ol>
        {steps.map((shown) => (
          <li key={shown.step} class={shown.state} aria-current={shown.state === 'here' ? 'step' : undefined}>
            <StepMark wizard={wizard} shown={shown} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepMark({ wizard, shown: { step, state } }: { wizard: WizardModel; shown: ShownStep }) {
  const words = wizardTexts();
  const name = <span class="step-name">{words.step[step]}</span>;
  if (state === 'open') {
    return (
      <button type="button" onClick={() => void wizard.goTo(step)}>
        {name}
      </button>
    );
  }
  return (
    <span>
      {name}
      {state === 'skipped' && <span class="unseen">{` (${words.skipped})`}</span>}
    </span>
  );
}
