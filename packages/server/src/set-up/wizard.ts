/** Where the set-up wizard stands: what is still missing, and where the operator left it. Pure. */
import { type WizardStep, WizardStepSchema } from '@guichet/contract/set-up-api';

export const WIZARD_STEPS: readonly WizardStep[] = WizardStepSchema.options;

/** What is there already, whoever set it and wherever. */
export interface WizardFacts {
  hasPassword: boolean;
  hasAddress: boolean;
  hasCredential: boolean;
  /** The operator, not Guichet, has chosen the model. */
  hasModel: boolean;
  hasPlace: boolean;
}

/** Without these there is nothing to go on with; the others have a default that works. */
const NEEDED: readonly [WizardStep, keyof WizardFacts][] = [
  ['password', 'hasPassword'],
  ['address', 'hasAddress'],
  ['credential', 'hasCredential'],
];
const WISHED: readonly [WizardStep, keyof WizardFacts][] = [
  ['model', 'hasModel'],
  ['place', 'hasPlace'],
];

/** @param left where the operator left it; undefined before the first time */
export function wizardStep(facts: WizardFacts, left: WizardStep | undefined): WizardStep {
  const missing = (steps: typeof NEEDED) => steps.find(([, fact]) => !facts[fact])?.[0];
  if (left === undefined) return missing([...NEEDED, ...WISHED]) ?? 'try';
  // Whoever has finished is not sent back: what goes wrong later is the diagnosis' business.
  if (left === 'done') return 'done';
  const needed = missing(goesOnWithPractice(facts, left) ? [['password', 'hasPassword']] : NEEDED);
  return needed !== undefined && WIZARD_STEPS.indexOf(left) > WIZARD_STEPS.indexOf(needed) ? needed : left;
}

/** Whoever went beyond key and model without giving an address chose the practice server, which wants neither. */
function goesOnWithPractice({ hasAddress }: WizardFacts, left: WizardStep): boolean {
  return !hasAddress && WIZARD_STEPS.indexOf(left) > WIZARD_STEPS.indexOf('model');
}

export function asWizardStep(text: string | undefined): WizardStep | undefined {
  return WIZARD_STEPS.find((step) => step === text);
}
