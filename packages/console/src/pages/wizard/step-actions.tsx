import type { ComponentChildren } from 'preact';
import { Button } from '../../parts/button.tsx';
import { useAction } from '../../parts/use-action.ts';
import { currentTexts } from '../../text/texts.ts';
import { wizardTexts } from '../../text/wizard/texts.ts';
import type { WizardModel } from './wizard-model.ts';

export interface StepActionsProps {
  wizard: WizardModel;
  /** What has to be done before the next step is shown. Without it there is no button that goes on. */
  onContinue?: () => Promise<unknown>;
  /** It is a form's button: the form's own submit goes on. */
  isForm?: boolean;
  busy?: boolean;
  /** In place of "Continue". */
  label?: string;
  look?: 'main' | 'second';
  /** Why it does not go on yet. */
  wait?: string | undefined;
  isFirst?: boolean;
  children?: ComponentChildren;
}

/** The way on, the way back, and the way out: the set-up is found again where it was left. */
export function StepActions(props: StepActionsProps) {
  const { wizard, onContinue, isForm = false, label, look = 'main', wait, isFirst = false } = props;
  const texts = currentTexts();
  const words = wizardTexts();
  const goOn = useAction(async () => onContinue?.());
  return (
    <div class="step-actions">
      {wait && (
        <p class="muted" id="step-wait">
          {wait}
        </p>
      )}
      <div class="actions">
        {(onContinue || isForm) && (
          <Button
            look={wait ? 'second' : look}
            type={isForm ? 'submit' : 'button'}
            busy={goOn.busy.value || props.busy === true}
            busyLabel={words.goingOn}
            disabled={wait !== undefined}
            describedBy={wait ? 'step-wait' : undefined}
            {...(!isForm && { onPress: () => goOn.run() })}
          >
            {label ?? words.goOn}
          </Button>
        )}
        {props.children}
        {!isFirst && <Button onPress={() => void wizard.back()}>{texts.back}</Button>}
        <a class="leave" href="/console/keys">
          {words.leave}
        </a>
      </div>
    </div>
  );
}
