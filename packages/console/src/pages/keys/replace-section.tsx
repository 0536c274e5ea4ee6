import type { CredentialDescriptionView } from '@guichet/contract/admin-api';
import { recognise } from '@guichet/keys';
import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { Failure } from '../../admin-api/outcome.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Form } from '../../parts/form.tsx';
import { KeyField } from '../../parts/key-field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { recognitionView } from '../../parts/recognition-view.ts';
import { useAction } from '../../parts/use-action.ts';
import { WhereKeysAre } from '../../parts/where-keys-are.tsx';
import { currentTexts } from '../../text/texts.ts';
import { describedKey } from './described-key.ts';
import type { KeysParts } from './keys-parts.ts';

type Result =
  | { kind: 'done'; before: CredentialDescriptionView | undefined; now: CredentialDescriptionView | undefined }
  | { kind: 'failed'; failure: Failure };

/** Takes another key: recognised here, tried at Open WebUI by the server, kept only when it is accepted. */
export function ReplaceSection({ keys, exchange }: KeysParts) {
  const texts = currentTexts();
  const words = texts.replace;
  const text = useSignal('');
  const isMissing = useSignal(false);
  const result = useSignal<Result | undefined>(undefined);
  const recognition = useComputed(() => recognise(text.value));
  const view = recognitionView(recognition.value);
  const held = keys.credential.value?.view.held;

  // What was said of one text does not hold for the next.
  useSignalEffect(() => {
    if (text.value !== '' && result.peek()?.kind === 'failed') result.value = undefined;
  });

  const replace = useAction(async () => {
    isMissing.value = text.value.trim() === '';
    if (isMissing.value) {
      announce(words.empty);
      return document.getElementById('new-key')?.focus();
    }
    result.value = undefined;
    const outcome = await keys.replace(text.value);
    if (!outcome.ok) {
      result.value = { kind: 'failed', failure: outcome.failure };
      return;
    }
    text.value = '';
    const now = outcome.value.held;
    result.value = { kind: 'done', before: held, now };
    announce(now ? words.done({ now: describedKey(now, texts) }) : '');
  });
  const swap = useAction(async () => {
    const sessionToken = text.value;
    text.value = '';
    await exchange.lend({ sessionToken });
    document.getElementById('exchange-heading')?.scrollIntoView({ block: 'start' });
  });
  const submit = () => (view?.exchangeable ? swap.run() : replace.run());

  return (
    <section aria-labelledby="replace-heading">
      <h2 id="replace-heading">{held ? words.heading : words.headingFirst}</h2>
      <p>{held ? words.lead : words.leadFirst}</p>
      <Form class="form" onSubmit={submit}>
        <KeyField
          id="new-key"
          label={words.field}
          value={text}
          recognition={recognition.value}
          error={isMissing.value && text.value === '' ? words.empty : undefined}
        >
          <WhereKeysAre />
        </KeyField>
        <div class="actions">
          {view?.exchangeable ? (
            <>
              <Button look="main" type="submit" busy={swap.busy.value}>
                {words.exchange}
              </Button>
              <Button onPress={() => replace.run()} busy={replace.busy.value} busyLabel={words.submitting}>
                {words.useToken}
              </Button>
            </>
          ) : (
            <Button look="main" type="submit" busy={replace.busy.value} busyLabel={words.submitting}>
              {words.submit}
            </Button>
          )}
        </div>
      </Form>
      {result.value?.kind === 'done' && result.value.now?.fingerprint === held?.fingerprint && (
        <Done result={result.value} />
      )}
      {result.value?.kind === 'failed' && <FailureNotice failure={result.value.failure} title={words.refused} />}
    </section>
  );
}

function Done({ result: { before, now } }: { result: Extract<Result, { kind: 'done' }> }) {
  const texts = currentTexts();
  const words = texts.replace;
  if (!now) return null;
  if (before?.fingerprint === now.fingerprint) return <Notice tone="ok" title={words.doneSame} />;
  return (
    <Notice tone="ok" title={words.done({ now: describedKey(now, texts) })}>
      {before && <p>{words.before({ before: describedKey(before, texts) })}</p>}
    </Notice>
  );
}
