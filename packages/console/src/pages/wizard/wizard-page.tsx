/** From a new instance to an answering chat on one's own site, a step at a time. Kept where it was left. */
import '../../style/wizard.css';
import type { WizardStep } from '@guichet/contract/set-up-api';
import type { FunctionComponent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { lazyPage, type PageParts } from '../../parts/lazy-page.tsx';
import { useTitleDetail } from '../../parts/title-detail.ts';
import { currentTexts } from '../../text/texts.ts';
import { wizardTexts } from '../../text/wizard/texts.ts';
import { AddressStep } from './address/address-step.tsx';
import { FinishedStep } from './finished-step.tsx';
import { ModelStep } from './model/model-step.tsx';
import { PasswordStep } from './password-step.tsx';
import { PlaceStep } from './place/place-step.tsx';
import { SnippetStep } from './snippet/snippet-step.tsx';
import { StepBar } from './step-bar.tsx';
import type { StepParts } from './step-parts.ts';
import { TryStep } from './try/try-step.tsx';

const STEPS: Record<WizardStep, FunctionComponent<StepParts>> = {
  password: PasswordStep,
  address: AddressStep,
  // All that is known about keys comes with it; nobody waits for that before they need it.
  credential: lazyPage<StepParts>(() =>
    import('./credential/credential-step.tsx').then(({ CredentialStep }) => CredentialStep),
  ),
  model: ModelStep,
  place: PlaceStep,
  try: TryStep,
  snippet: SnippetStep,
  done: FinishedStep,
};

export function WizardPage(parts: PageParts) {
  const { wizard } = parts;
  const texts = currentTexts();
  const words = wizardTexts();
  const view = wizard.view.value;
  const here = wizard.here.value;
  const failure = wizard.failure.value;
  useTitleDetail(here && here !== 'done' ? words.step[here] : undefined);
  if (!view || !here) {
    if (!failure) return <p class="waiting">{texts.loading}</p>;
    return (
      <>
        <h1>{texts.wizard.title}</h1>
        <FailureNotice failure={failure} title={words.notLoaded} />
        <div class="actions">
          <Button onPress={() => void wizard.load()}>{texts.tryAgain}</Button>
        </div>
      </>
    );
  }
  const Step = STEPS[here];
  return (
    <>
      {here !== 'done' && <StepBar wizard={wizard} />}
      {failure && <FailureNotice failure={failure} title={words.notKept} />}
      <div class="wizard-step" key={here}>
        <StepHeading here={here} />
        <Step {...parts} view={view} />
      </div>
    </>
  );
}

/** The focus goes to the heading of a step that took another one's place, not to that of the first one seen. */
let seen: WizardStep | undefined;

function StepHeading({ here }: { here: WizardStep }) {
  const words = wizardTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (seen !== undefined && seen !== here) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    seen = here;
  }, [here]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {here === 'done' ? words.finished.heading : words[here].heading}
    </h1>
  );
}
