import { FocusedHeading } from '../../../parts/focused-heading.tsx';
import { currentTexts } from '../../../text/texts.ts';
import type { SetUpStep } from './set-up-step.ts';
import { StepList } from './step-list.tsx';
import { useSaidLines } from './use-said-lines.ts';

/** Each step turns as it is done. */
export function WorkingStep({ step: { goal, lines } }: { step: Extract<SetUpStep, { kind: 'working' }> }) {
  const words = currentTexts().setUp;
  useSaidLines(lines);
  return (
    <>
      <FocusedHeading>{goal === 'plan' ? words.working : words.undoing}</FocusedHeading>
      <p class="muted">{words.workingText}</p>
      <StepList lines={lines} label={words.steps} />
    </>
  );
}
