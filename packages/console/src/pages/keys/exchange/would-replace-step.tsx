import { Button } from '../../../parts/button.tsx';
import { FocusedHeading } from '../../../parts/focused-heading.tsx';
import { currentTexts } from '../../../text/texts.ts';
import { Refusal } from './refusal.tsx';
import { ReplaceOldKey } from './replace-old-key.tsx';
import type { StepProps } from './step-props.ts';

/** Whether there is a key cannot be read: making one may end it. */
export function WouldReplaceStep({ exchange, step }: StepProps<'would-replace'>) {
  const words = currentTexts().exchange;
  return (
    <>
      <FocusedHeading>{words.replaceAsk}</FocusedHeading>
      <p>{words.replaceAskText}</p>
      <Refusal failure={step.failure} />
      <div class="actions">
        <ReplaceOldKey exchange={exchange} session={step.session} />
        <Button look="plain" onPress={() => exchange.beginAgain()}>
          {words.another}
        </Button>
      </div>
    </>
  );
}
