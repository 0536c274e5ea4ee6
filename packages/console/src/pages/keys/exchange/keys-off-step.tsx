import { useEffect } from 'preact/hooks';
import { announce } from '../../../parts/announcer.tsx';
import { Breadcrumbs } from '../../../parts/breadcrumbs.tsx';
import { Button } from '../../../parts/button.tsx';
import { FocusedHeading } from '../../../parts/focused-heading.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import { Refusal } from './refusal.tsx';
import type { StepProps } from './step-props.ts';

/** Which switch, where it is in that version's menus, and who can flip it. */
export function KeysOffStep({ exchange, step }: StepProps<'keys-off'>) {
  const texts = currentTexts();
  const words = texts.exchange;
  const check = useAction(() => exchange.look(step.session));
  const isStillOff = step.looks > 1 && !step.failure;
  useEffect(() => {
    if (isStillOff) announce(words.keysOffStill);
  }, [step, isStillOff, words]);
  return (
    <>
      <FocusedHeading>{words.keysOff}</FocusedHeading>
      <p>{step.text}</p>
      <ol class={step.steps.length === 1 ? 'instructions single' : 'instructions'}>
        {step.steps.map(({ who, path, seenIn }, place) => (
          <li key={place}>
            <p>{words.keysOffWho[who]}</p>
            {path.length > 0 ? <Breadcrumbs steps={path} /> : <p>{words.keysOffNoPath}</p>}
            {seenIn && <p class="muted">{words.keysOffPlaceProbable({ version: seenIn })}</p>}
          </li>
        ))}
      </ol>
      <p class="muted">{words.keysOffThen}</p>
      {isStillOff && <Notice tone="warn" title={words.keysOffStill} />}
      <Refusal failure={step.failure} />
      <div class="actions">
        <Button look="main" onPress={() => check.run()} busy={check.busy.value} busyLabel={texts.current.checking}>
          {words.keysOffCheck}
        </Button>
        <Button onPress={() => exchange.beginAgain()}>{words.another}</Button>
      </div>
    </>
  );
}
