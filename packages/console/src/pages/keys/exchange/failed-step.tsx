import { Button } from '../../../parts/button.tsx';
import { FocusedHeading } from '../../../parts/focused-heading.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import { Refusal } from './refusal.tsx';
import { ReplaceOldKey } from './replace-old-key.tsx';
import type { StepProps } from './step-props.ts';

export function FailedStep({ exchange, step }: StepProps<'failed'>) {
  const texts = currentTexts();
  const words = texts.exchange;
  const again = useAction(() => exchange.look(step.session));
  return (
    <>
      <FocusedHeading>{words.failed}</FocusedHeading>
      <Refusal refusal={step.text} failure={step.failure} />
      {step.mayReplace && <p>{words.oldDoesNotWork}</p>}
      <div class="actions">
        <Button onPress={() => again.run()} busy={again.busy.value} busyLabel={texts.current.checking}>
          {texts.tryAgain}
        </Button>
        {step.mayReplace && <ReplaceOldKey exchange={exchange} session={step.session} />}
        <Button look="plain" onPress={() => exchange.beginAgain()}>
          {words.another}
        </Button>
      </div>
    </>
  );
}
