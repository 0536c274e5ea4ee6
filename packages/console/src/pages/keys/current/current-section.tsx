import { useSignal } from '@preact/signals';
import type { Outcome } from '../../../admin-api/outcome.ts';
import { locale } from '../../../language/language.ts';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import { useNow } from '../../../words/use-now.ts';
import { currentState } from '../current-state.ts';
import type { KeysParts } from '../keys-parts.ts';
import { CredentialFacts } from './credential-facts.tsx';
import { Overrides } from './overrides.tsx';
import { RemoveKey } from './remove-key.tsx';

/** The credential in use: how it stands, what it is, what it overrides. */
export function CurrentSection({ keys }: KeysParts) {
  const texts = currentTexts();
  const words = texts.current;
  const read = keys.credential.value;
  const now = useNow();
  const result = useSignal<{ about: string | undefined; outcome: Outcome<string> } | undefined>(undefined);
  const check = useAction(async () => {
    result.value = undefined;
    const outcome = await keys.probe();
    if (!outcome.ok) return tell(outcome);
    const { what, means } = currentState({ view: outcome.value, readAt: Date.now() }, Date.now(), texts, locale.value);
    announce(words.checked({ state: [what, ...means].join(' ') }));
  });
  const fingerprint = read?.view.held?.fingerprint;
  /** A result holds for the key that is in use by then; with another one it goes. */
  function tell(outcome: Outcome<string>): void {
    result.value = { about: keys.credential.peek()?.view.held?.fingerprint, outcome };
  }
  const told = result.value?.about === fingerprint ? result.value?.outcome : undefined;
  if (!read) return null;
  const { view } = read;
  const state = currentState(read, now, texts, locale.value);
  const isToken = view.held?.kind === 'open-webui-session-token';
  return (
    <section aria-labelledby="current-heading">
      <h2 id="current-heading">{words.heading}</h2>
      <div class={`card ${state.tone}`}>
        <div class="state">
          <Icon name={state.tone} />
          <div>
            <p class="state-what">
              <span class="unseen">{`${texts.mark[state.tone]}: `}</span>
              {state.what}
            </p>
            {state.means.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {state.ticking && <p class="muted tabular">{state.ticking}</p>}
          </div>
        </div>
        <CredentialFacts read={read} now={now} />
        <Overrides view={view} />
        {view.held && !view.practice && (
          <div class="actions">
            <Button onPress={() => check.run()} busy={check.busy.value} busyLabel={words.checking}>
              {words.check}
            </Button>
            {isToken && (
              <a class="button second" href="#exchange-heading">
                {words.toExchange}
              </a>
            )}
            {view.held.origin === 'console' && <RemoveKey keys={keys} held={view.held} view={view} onResult={tell} />}
          </div>
        )}
        {told?.ok && <Notice tone="ok" title={told.value} />}
        {told && !told.ok && <FailureNotice failure={told.failure} />}
      </div>
    </section>
  );
}
