import { useEffect, useMemo, useRef } from 'preact/hooks';
import { locale } from '../../../language/language.ts';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { reachTexts } from '../../../text/reach/texts.ts';
import type { KeysParts } from '../keys-parts.ts';
import { AllowListModel } from './allow-list-model.ts';
import { AllowListPart } from './allow-list-part.tsx';
import { isRestrictedHere } from './is-restricted-here.ts';
import { ReachModel } from './reach-model.ts';
import { ReachResult, verdict } from './reach-result.tsx';
import { countOf } from './sorted-findings.ts';

/** What somebody who found this very key could do with it, and what closes it. */
export function ReachSection({ api, keys, administrator }: KeysParts) {
  const words = reachTexts();
  const reach = useMemo(() => new ReachModel(api), [api]);
  const allowList = useMemo(() => {
    const onHappened = () => keys.happened();
    const onChanged = () => Promise.all([reach.look(), keys.load()]).then(() => {});
    return new AllowListModel({ api, administrator, onHappened, onChanged });
  }, [api, keys, administrator, reach]);
  const inUse = keys.credential.value?.view.held?.fingerprint;
  const former = useRef(inUse);
  useEffect(() => {
    if (former.current !== inUse) reach.forget();
    former.current = inUse;
  }, [inUse, reach]);
  const language = useRef(locale.value);
  useEffect(() => {
    if (language.current !== locale.value) void reach.languageChanged();
    language.current = locale.value;
  }, [locale.value, reach]);
  const look = useAction(async () => {
    await reach.look();
    const { view } = reach.state.peek();
    if (view) announce(verdict(view, reachTexts()));
  });
  const { view, failure } = reach.state.value;
  // Without a key there is still a restriction to take back.
  const isRestricted = isRestrictedHere(keys.entries.value ?? []);
  if (inUse === undefined && !isRestricted) return null;
  return (
    <section id="reach" aria-labelledby="reach-heading">
      <h2 id="reach-heading">{words.heading}</h2>
      <p>{words.lead}</p>
      {inUse !== undefined && (
        <div class="actions">
          <Button onPress={() => look.run()} busy={look.busy.value} busyLabel={words.looking}>
            {view ? words.lookAgain : words.look}
          </Button>
        </div>
      )}
      {failure && <FailureNotice failure={failure} title={words.failed} />}
      {view && (
        <div class="reach">
          <ReachResult view={view} />
        </div>
      )}
      {(view?.remedy.binds || isRestricted) && (
        <div class="step">
          <AllowListPart allowList={allowList} isTooMuch={view !== undefined && countOf('open', view.findings) > 0} />
        </div>
      )}
    </section>
  );
}
