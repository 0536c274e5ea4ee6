import type { SignInForm, SignInTaker } from '../lent-sign-in/sign-in-taker.ts';
import type { ExchangeModel } from './exchange-model.ts';
import type { ExchangeStep } from './exchange-step.ts';

export interface StepProps<Kind extends ExchangeStep['kind']> {
  exchange: ExchangeModel;
  step: Extract<ExchangeStep, { kind: Kind }>;
}

/** Of the steps up to a session: other sections take them too. */
export interface SignInStepProps<Kind extends 'lend' | 'code' | 'elsewhere'> {
  exchange: SignInTaker;
  step: Extract<ExchangeStep, { kind: Kind }>;
  form?: SignInForm;
}
