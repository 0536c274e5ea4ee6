import { locale } from '../../../language/language.ts';
import { Button } from '../../../parts/button.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { SiteSelect } from '../../../parts/site-select.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import { momentInWords } from '../../../words/moment-in-words.ts';
import { siteName } from '../../../words/site-name.ts';
import type { SetUpModel } from './set-up-model.ts';
import { UndoButton } from './undo-button.tsx';

/**
 * The way in; and, where something was set up here, whole or half, the way back.
 * @param isFirst Guichet has no key yet: this is what one came for
 */
export function ClosedStep({ setUp, isFirst }: { setUp: SetUpModel; isFirst: boolean }) {
  const words = currentTexts().setUp;
  const open = useAction(() => setUp.open());
  const state = setUp.state.value;
  const failure = setUp.stateFailure.value;
  const site = setUp.siteView;
  const moment = state?.startedAt && momentInWords(state.startedAt, locale.value);
  return (
    <>
      {failure && (
        <FailureNotice failure={failure} {...(failure.code !== 'site-unknown' && { title: words.stateFailed })} />
      )}
      <SiteSelect
        id="set-up-site"
        label={words.site}
        sites={state?.sites ?? []}
        chosen={setUp.site.value}
        shown={({ prepared }, name) => (prepared ? words.siteSetUp({ site: name }) : name)}
        onChoose={(id) => void setUp.chooseSite(id)}
      />
      {state?.canUndo && moment && (
        <Notice
          tone="info"
          title={site ? words.setUpSite({ site: siteName(site), moment }) : words.setUpHere({ moment })}
        >
          <p>{words.setUpHereMeans}</p>
        </Notice>
      )}
      <div class="actions">
        <Button look={isFirst ? 'main' : 'second'} onPress={() => open.run()} busy={open.busy.value}>
          {state?.canUndo ? words.openAgain : words.open}
        </Button>
        {state?.canUndo && <UndoButton setUp={setUp} />}
      </div>
    </>
  );
}
