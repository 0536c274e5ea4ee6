import { Button } from '../../../parts/button.tsx';
import { FocusedHeading } from '../../../parts/focused-heading.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import type { LentSession } from './exchange-step.ts';
import type { StepProps } from './step-props.ts';

export interface AdministratorStepProps extends StepProps<'administrator'> {
  /** The same sign-in, lent for making an account instead. */
  onSetUp: (session: LentSession) => void;
}

/** A key can do what its owner can: an administrator's is more than Guichet should hold. Says so before taking it. */
export function AdministratorStep({ exchange, step, onSetUp }: AdministratorStepProps) {
  const texts = currentTexts();
  const words = texts.exchange;
  const { session } = step;
  const use = useAction(() => exchange.look(session));
  return (
    <>
      <FocusedHeading>{words.admin}</FocusedHeading>
      <p>{words.adminText({ account: session.email ?? words.thisAccount })}</p>
      <div class="actions">
        <Button look="main" onPress={() => onSetUp(session)}>
          {words.adminSetUp}
        </Button>
        <Button onPress={() => exchange.beginAgain()}>{words.adminOther}</Button>
        <Button look="plain" onPress={() => use.run()} busy={use.busy.value} busyLabel={texts.current.checking}>
          {words.adminUse}
        </Button>
      </div>
    </>
  );
}
