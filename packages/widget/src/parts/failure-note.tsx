import type { Failure } from '../conversation/conversation-state.ts';
import type { View } from '../element/view.ts';
import { failureText } from '../text/texts.ts';
import { Icon } from './icon.tsx';
import { restFocus } from './rest-focus.ts';

/** What went wrong, in the log where the answer would be: a sentence, a reference to quote, and the way on. */
export function FailureNote({
  view,
  failure,
  again,
}: {
  view: View;
  failure: Failure;
  again: (() => void) | undefined;
}) {
  const texts = view.texts.value;
  return (
    <div class="error">
      <Icon name="fail" />
      <p>{failureText(failure, texts)}</p>
      <Reference view={view} text={failure.ref} />
      {again && failure.retryable && <AgainButton view={view} onPress={again} />}
    </div>
  );
}

/** What the site's owner finds the cause by. */
export function Reference({ view, text }: { view: View; text: string | undefined }) {
  if (!text) return null;
  return (
    <p class="reference">
      {view.texts.value.reference} <code>{text}</code>
    </p>
  );
}

export function AgainButton({ view, onPress }: { view: View; onPress: () => void }) {
  return (
    <button
      type="button"
      class="again"
      onClick={(event) => {
        restFocus(event.currentTarget);
        onPress();
      }}
    >
      {view.texts.value.tryAgain}
    </button>
  );
}
