import type { CredentialDescriptionView, CredentialView } from '@guichet/contract/admin-api';
import { useSignal } from '@preact/signals';
import type { Outcome } from '../../../admin-api/outcome.ts';
import { locale } from '../../../language/language.ts';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import { timeInWords } from '../../../words/moment-in-words.ts';
import { currentState } from '../current-state.ts';
import type { KeysModel } from '../keys-model.ts';
import { removalText } from './removal-text.ts';
import { RemoveKey } from './remove-key.tsx';

/** What was done here last. It holds for the key that is in use since; with another one it goes. */
interface Done {
  what: 'checked' | 'removed';
  at: Date;
  outcome: Outcome<CredentialView>;
  fingerprint: string | undefined;
}

/** What can be done with the key in use, and what came of it. */
export function CurrentActions({ keys, held }: { keys: KeysModel; held: CredentialDescriptionView }) {
  const texts = currentTexts();
  const words = texts.current;
  const last = useSignal<Done | undefined>(undefined);
  function finish(what: Done['what'], outcome: Outcome<CredentialView>): void {
    last.value = { what, at: new Date(), outcome, fingerprint: keys.credential.peek()?.view.held?.fingerprint };
  }
  const check = useAction(async () => {
    const outcome = await keys.probe();
    finish('checked', outcome);
    if (!outcome.ok) return;
    const now = Date.now();
    const { what, means } = currentState({ view: outcome.value, readAt: now }, now, texts, locale.value);
    announce([words.checkedAt({ time: timeInWords(new Date(now), locale.value) }), what, ...means].join(' '));
  });
  return (
    <>
      <div class="actions">
        <Button onPress={() => check.run()} busy={check.busy.value} busyLabel={words.checking}>
          {words.check}
        </Button>
        {held.kind === 'open-webui-session-token' && (
          <a class="button second" href="#exchange-heading">
            {words.toExchange}
          </a>
        )}
        {held.origin === 'console' && (
          <RemoveKey keys={keys} held={held} onResult={(outcome) => finish('removed', outcome)} />
        )}
      </div>
      {last.value?.fingerprint === held.fingerprint && <LastDone done={last.value} />}
    </>
  );
}

function LastDone({ done: { what, at, outcome } }: { done: Done }) {
  const texts = currentTexts();
  if (!outcome.ok) return <FailureNotice failure={outcome.failure} />;
  if (what === 'removed') return <Notice tone="ok" title={removalText(outcome.value, texts)} />;
  return <p class="muted tabular">{texts.current.checkedAt({ time: timeInWords(at, locale.value) })}</p>;
}
