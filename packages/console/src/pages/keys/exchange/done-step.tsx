import { useEffect } from 'preact/hooks';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { FocusedHeading } from '../../../parts/focused-heading.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { currentTexts } from '../../../text/texts.ts';
import { describedKey } from '../described-key.ts';
import type { StepProps } from './step-props.ts';

/** Says what changed, in Guichet and in Open WebUI. */
export function DoneStep({ exchange, step }: StepProps<'done'>) {
  const texts = currentTexts();
  const words = texts.exchange;
  const what = step.replacedOld ? words.doneReplaced : step.created ? words.doneCreated : words.doneExisting;
  useEffect(() => announce(`${words.done}. ${what}`), [words, what]);
  return (
    <>
      <div class="outcome ok">
        <Icon name="ok" />
        <FocusedHeading>{words.done}</FocusedHeading>
      </div>
      <p>{what}</p>
      {step.held && <p class="muted">{describedKey(step.held, texts)}</p>}
      <div class="actions">
        <Button onPress={() => exchange.beginAgain()}>{words.another}</Button>
      </div>
    </>
  );
}
