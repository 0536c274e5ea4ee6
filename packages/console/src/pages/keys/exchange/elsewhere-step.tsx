import { Button } from '../../../parts/button.tsx';
import { FocusedHeading } from '../../../parts/focused-heading.tsx';
import { currentTexts } from '../../../text/texts.ts';
import type { SignInStepProps } from './step-props.ts';

/** The account has something to do in Open WebUI itself first: set its authenticator up, for example. */
export function ElsewhereStep({ exchange, step }: SignInStepProps<'elsewhere'>) {
  const words = currentTexts().exchange;
  return (
    <>
      <FocusedHeading>{words.elsewhere}</FocusedHeading>
      <p>{words.elsewhereText[step.step]}</p>
      <div class="actions">
        <Button look="main" onPress={() => exchange.beginAgain()}>
          {words.elsewhereDone}
        </Button>
      </div>
    </>
  );
}
