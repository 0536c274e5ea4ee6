import type { ExchangeModel } from './exchange-model.ts';
import type { ExchangeStep } from './exchange-step.ts';

export interface StepProps<Kind extends ExchangeStep['kind']> {
  exchange: ExchangeModel;
  step: Extract<ExchangeStep, { kind: Kind }>;
}
