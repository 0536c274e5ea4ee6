import { Button } from '../../../parts/button.tsx';
import { FocusedHeading } from '../../../parts/focused-heading.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import { Refusal } from './refusal.tsx';
import type { StepProps } from './step-props.ts';

/** Making a key where there is none hurts nobody; it is still asked first, because it is somebody else's server. */
export function NoKeyStep({ exchange, step }: StepProps<'no-key'>) {
  const words = currentTexts().exchange;
  const make = useAction(() => exchange.look(step.session, 'if-none'));
  return (
    <>
      <FocusedHeading>{words.noKey}</FocusedHeading>
      <p>{words.noKeyText}</p>
      <Refusal failure={step.failure} />
      <div class="actions">
        <Button look="main" onPress={() => make.run()} busy={make.busy.value} busyLabel={words.making}>
          {words.noKeySubmit}
        </Button>
        <Button onPress={() => exchange.beginAgain()}>{words.another}</Button>
      </div>
    </>
  );
}
