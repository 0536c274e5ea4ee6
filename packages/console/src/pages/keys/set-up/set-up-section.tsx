import { useEffect, useMemo, useRef } from 'preact/hooks';
import { currentSearch } from '../../../address.ts';
import { locale } from '../../../language/language.ts';
import { Button } from '../../../parts/button.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { FocusedHeading } from '../../../parts/focused-heading.tsx';
import { lazyPage } from '../../../parts/lazy-page.tsx';
import { currentTexts } from '../../../text/texts.ts';
import { siteName } from '../../../words/site-name.ts';
import type { KeysParts } from '../keys-parts.ts';
import { AdministratorSignIn } from '../lent-sign-in/administrator-sign-in.tsx';
import { administratorWords } from '../lent-sign-in/administrator-words.ts';
import { ClosedStep } from './closed-step.tsx';
import type { PlannedStepProps } from './planned-step.tsx';
import { SetUpModel } from './set-up-model.ts';

// An administrator has signed in by then: nobody waits for it who opens the page.
const PlannedStep = lazyPage<PlannedStepProps>(() => import('./planned-step.tsx').then((module) => module.PlannedStep));

/** "Set up for me": everything the guide describes, done with an administrator's sign-in that is lent once. */
export function SetUpSection({ api, keys, administrator }: KeysParts) {
  const words = currentTexts().setUp;
  const setUp = useMemo(
    () => new SetUpModel(api, keys, administrator, currentSearch().get('site') ?? undefined),
    [api, keys, administrator],
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const language = useRef(locale.value);
  const kind = useRef(setUp.step.value.kind);
  useEffect(() => {
    void setUp.loadState();
    const wanted = currentSearch();
    // A link of the console led here for it.
    if (wanted.get('tools') === 'whole-agent') void setUp.open({ tools: 'whole-agent' });
  }, [setUp]);
  useEffect(() => {
    if (language.current !== locale.value) void setUp.languageChanged();
    language.current = locale.value;
  }, [locale.value, setUp]);
  useEffect(() => {
    const isBack = kind.current !== 'closed' && setUp.step.value.kind === 'closed';
    kind.current = setUp.step.value.kind;
    // The button that was pressed is gone with its step.
    if (isBack && document.activeElement === document.body) heading.current?.focus();
  }, [setUp.step.value.kind]);
  const site = setUp.siteView;
  return (
    <section id="set-up" aria-labelledby="set-up-heading">
      <h2 id="set-up-heading" ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      <p>{words.lead}</p>
      <p class="muted">{words.shownFirst}</p>
      <div class="step">
        {site && setUp.step.value.kind !== 'closed' && <p class="muted">{words.ofSite({ site: siteName(site) })}</p>}
        <Step setUp={setUp} hasKey={keys.credential.value?.view.held !== undefined} />
      </div>
    </section>
  );
}

function Step({ setUp, hasKey }: { setUp: SetUpModel; hasKey: boolean }) {
  const texts = currentTexts();
  const words = texts.setUp;
  const step = setUp.step.value;
  switch (step.kind) {
    case 'closed':
      return <ClosedStep setUp={setUp} isFirst={!hasKey} />;
    case 'sign-in': {
      const isOfMany = step.goal === 'undo' && setUp.othersSetUp.length > 0;
      const submit = {
        plan: words.signIn.submitPlan,
        undo: isOfMany ? words.signIn.submitUndoSite : words.signIn.submitUndo,
      }[step.goal];
      return (
        <>
          <FocusedHeading>{isOfMany ? words.signIn.undoSite : words.signIn[step.goal]}</FocusedHeading>
          <AdministratorSignIn
            signIn={setUp.signIn}
            form={{ id: 'set-up', words: administratorWords(submit, texts) }}
          />
          <div class="actions">
            <Button look="plain" onPress={() => setUp.close()}>
              {texts.cancel}
            </Button>
          </div>
        </>
      );
    }
    case 'looking':
      return <p class="waiting">{words.looking}</p>;
    case 'plan':
    case 'working':
    case 'ended':
      return <PlannedStep setUp={setUp} step={step} />;
    case 'no-plan':
      return (
        <>
          <FocusedHeading>{words.cannot}</FocusedHeading>
          <FailureNotice failure={step.failure} />
          <div class="actions">
            <Button onPress={() => void setUp.open()}>{texts.tryAgain}</Button>
            <Button look="plain" onPress={() => setUp.otherAdministrator()}>
              {words.otherAdministrator}
            </Button>
          </div>
        </>
      );
    default:
      return step satisfies never;
  }
}
