import { EndedStep } from './ended-step.tsx';
import { PlanStep } from './plan-step.tsx';
import type { SetUpModel } from './set-up-model.ts';
import type { SetUpStep } from './set-up-step.ts';
import { WorkingStep } from './working-step.tsx';

export interface PlannedStepProps {
  setUp: SetUpModel;
  step: Extract<SetUpStep, { kind: 'plan' | 'working' | 'ended' }>;
}

/** What begins with a plan. Together, so that whoever saw the plan also sees what came of it. */
export function PlannedStep({ setUp, step }: PlannedStepProps) {
  switch (step.kind) {
    case 'plan':
      return <PlanStep setUp={setUp} step={step} />;
    case 'working':
      return <WorkingStep step={step} />;
    case 'ended':
      return <EndedStep setUp={setUp} step={step} />;
    default:
      return step satisfies never;
  }
}
