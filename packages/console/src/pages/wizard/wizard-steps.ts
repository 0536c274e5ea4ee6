/** The wizard's steps: their order, which ones the practice server needs not, which ones can be gone to. Pure. */
import type { WizardStep, WizardView } from '@guichet/contract/set-up-api';

export const WIZARD_STEPS = ['password', 'address', 'credential', 'model', 'place', 'try', 'snippet'] as const;

export type ListedStep = (typeof WIZARD_STEPS)[number];

export interface ShownStep {
  step: ListedStep;
  /** `skipped`: the practice server wants neither key nor model. */
  state: 'here' | 'open' | 'ahead' | 'skipped';
}

const ORDER: readonly WizardStep[] = [...WIZARD_STEPS, 'done'];

/** Only an Open WebUI of one's own wants these. */
const NOT_FOR_PRACTICE: ReadonlySet<WizardStep> = new Set(['credential', 'model']);

/** @returns the step itself where there is none after it */
export function nextStep(view: WizardView, step: WizardStep): WizardStep {
  const after = ORDER.slice(ORDER.indexOf(step) + 1);
  return after.find((one) => !isSkipped(view, one)) ?? step;
}

/** @returns the step itself where there is none before it */
export function previousStep(view: WizardView, step: WizardStep): WizardStep {
  const before = ORDER.slice(0, ORDER.indexOf(step));
  return before.findLast((one) => !isSkipped(view, one)) ?? step;
}

export function isFurther(step: WizardStep, than: WizardStep): boolean {
  return ORDER.indexOf(step) > ORDER.indexOf(than);
}

/** What was reached before, or was given by the settings already, can be gone to; the rest follows in its turn. */
export function openSteps(view: WizardView, here: WizardStep, furthest: WizardStep): readonly ShownStep[] {
  const reached = [here, furthest, view.step, givenStep(view)].reduce((a, b) => (isFurther(b, a) ? b : a));
  return WIZARD_STEPS.map((step) => {
    if (step === here) return { step, state: 'here' };
    if (isFurther(step, reached)) return { step, state: 'ahead' };
    return { step, state: isSkipped(view, step) ? 'skipped' : 'open' };
  });
}

/** How far one can look with what is there: a model can be chosen as soon as there is a credential. */
function givenStep({ openWebUiUrl, hasCredential, model }: WizardView): WizardStep {
  if (openWebUiUrl === undefined) return 'password';
  if (!hasCredential) return 'credential';
  return model === undefined ? 'model' : 'place';
}

function isSkipped({ practice, openWebUiUrl }: WizardView, step: WizardStep): boolean {
  return practice && openWebUiUrl === undefined && NOT_FOR_PRACTICE.has(step);
}
