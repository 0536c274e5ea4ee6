import { useEffect, useRef } from 'preact/hooks';
import { locale } from '../../../language/language.ts';
import { Button } from '../../../parts/button.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { FocusedHeading } from '../../../parts/focused-heading.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { reachTexts } from '../../../text/reach/texts.ts';
import { currentTexts } from '../../../text/texts.ts';
import { AdministratorSignIn } from '../lent-sign-in/administrator-sign-in.tsx';
import { administratorWords } from '../lent-sign-in/administrator-words.ts';
import type { AllowListModel } from './allow-list-model.ts';
import { AllowListShown } from './allow-list-shown.tsx';

/** The restriction of API keys, done from here. @param isTooMuch the key reaches more than Guichet needs */
export function AllowListPart({ allowList, isTooMuch }: { allowList: AllowListModel; isTooMuch: boolean }) {
  const language = useRef(locale.value);
  useEffect(() => {
    if (language.current !== locale.value) void allowList.languageChanged();
    language.current = locale.value;
  }, [locale.value, allowList]);
  const texts = currentTexts();
  const words = reachTexts();
  const open = useAction(() => allowList.open());
  const step = allowList.step.value;
  switch (step.kind) {
    case 'closed':
      return (
        <div class="actions">
          <Button onPress={() => open.run()} busy={open.busy.value}>
            {isTooMuch ? words.change : words.look2}
          </Button>
        </div>
      );
    case 'sign-in':
      return (
        <>
          <FocusedHeading>{words.signIn}</FocusedHeading>
          <AdministratorSignIn
            signIn={allowList.signIn}
            form={{ id: 'reach', words: administratorWords(words.submit, texts) }}
          />
          <div class="actions">
            <Button look="plain" onPress={() => allowList.close()}>
              {texts.cancel}
            </Button>
          </div>
        </>
      );
    case 'looking':
      return <p class="waiting">{words.lookingAtList}</p>;
    case 'failed':
      return (
        <>
          <FailureNotice failure={step.failure} title={words.notDone} />
          <div class="actions">
            <Button onPress={() => open.run()} busy={open.busy.value}>
              {texts.tryAgain}
            </Button>
            <Button look="plain" onPress={() => allowList.otherAdministrator()}>
              {texts.setUp.otherAdministrator}
            </Button>
          </div>
        </>
      );
    case 'shown':
      return <AllowListShown allowList={allowList} step={step} />;
    default:
      return step satisfies never;
  }
}
