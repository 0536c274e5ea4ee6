import { recognise } from '@guichet/keys';
import { useComputed, useSignal } from '@preact/signals';
import { Command } from '../../parts/command.tsx';
import { KeyField } from '../../parts/key-field.tsx';
import { WhereKeysAre } from '../../parts/where-keys-are.tsx';
import { currentTexts } from '../../text/texts.ts';

const LINES = 'OPENWEBUI_URL=https://chat.example.com\nOPENWEBUI_API_KEY=sk-…';

/** As long as no Open WebUI is connected: the two ways to connect one, and a field that says whether a key is the right kind. */
export function PracticeSection() {
  const words = currentTexts().practice;
  const text = useSignal('');
  const recognition = useComputed(() => recognise(text.value));
  return (
    <>
      <section aria-labelledby="connect-heading">
        <h2 id="connect-heading">{words.heading}</h2>
        <p>{words.lead}</p>
        <div class="actions">
          <a class="button main" href="/console/set-up">
            {words.go}
          </a>
        </div>
        <details class="fold">
          <summary>{words.orSettings}</summary>
          <ol class="instructions">
            <li>{words.step1}</li>
            <li>
              <p>{words.step2}</p>
              <Command text={LINES} />
            </li>
            <li>{words.step3}</li>
          </ol>
        </details>
      </section>
      <section aria-labelledby="look-heading">
        <h2 id="look-heading">{words.fieldHeading}</h2>
        <p>{words.fieldLead}</p>
        <div class="form">
          <KeyField id="looked-at-key" label={words.field} value={text} recognition={recognition.value}>
            <WhereKeysAre />
          </KeyField>
        </div>
      </section>
    </>
  );
}
