import { locale } from '../../../language/language.ts';
import { currentTexts } from '../../../text/texts.ts';
import { useNow } from '../../../words/use-now.ts';
import { currentState } from '../current-state.ts';
import type { KeysParts } from '../keys-parts.ts';
import { CredentialFacts } from './credential-facts.tsx';
import { CurrentActions } from './current-actions.tsx';
import { Overrides } from './overrides.tsx';
import { StateHead } from './state-head.tsx';
import { useSaidChanges } from './use-said-changes.ts';

/** The credential in use: how it stands, what it is, what it overrides. */
export function CurrentSection({ keys }: KeysParts) {
  const texts = currentTexts();
  const read = keys.credential.value;
  const now = useNow();
  const state = read && currentState(read, now, texts, locale.value);
  const kind = read && state ? `${read.view.state.kind} ${state.tone}` : '';
  useSaidChanges(kind, state ? [state.what, ...state.means] : []);
  if (!read || !state) return null;
  const { held, practice } = read.view;
  return (
    <section aria-labelledby="current-heading">
      <h2 id="current-heading" tabIndex={-1}>
        {texts.current.heading}
      </h2>
      <div class={`card ${state.tone}`}>
        <StateHead state={state} />
        <CredentialFacts read={read} now={now} />
        <Overrides view={read.view} />
        {held && !practice && <CurrentActions keys={keys} held={held} />}
      </div>
    </section>
  );
}
