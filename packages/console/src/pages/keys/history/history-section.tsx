import type { AuditEntryView } from '@guichet/contract/admin-api';
import { useSignal } from '@preact/signals';
import { locale } from '../../../language/language.ts';
import { Button } from '../../../parts/button.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { currentTexts } from '../../../text/texts.ts';
import { momentInWords } from '../../../words/moment-in-words.ts';
import type { KeysParts } from '../keys-parts.ts';
import { actorName } from './actor-name.ts';
import { auditSentence } from './audit-sentence.ts';

/** What is shown before somebody asks for all. */
const SHOWN_FIRST = 6;

export function HistorySection({ keys }: KeysParts) {
  const words = currentTexts().history;
  const showsAll = useSignal(false);
  const entries = keys.entries.value;
  const failure = keys.entriesFailure.value;
  const shown = showsAll.value ? entries : entries?.slice(0, SHOWN_FIRST);
  return (
    <section aria-labelledby="history-heading">
      <h2 id="history-heading">{words.heading}</h2>
      <p class="muted">{words.lead}</p>
      {failure && !entries && <FailureNotice failure={failure} title={words.failed} />}
      {shown?.length === 0 && <p>{words.none}</p>}
      {shown && shown.length > 0 && (
        <ol class="history">
          {shown.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {entries && shown && entries.length > shown.length && (
        <Button
          onPress={() => {
            showsAll.value = true;
          }}
        >
          {words.all({ count: entries.length })}
        </Button>
      )}
    </section>
  );
}

function Entry({ entry }: { entry: AuditEntryView }) {
  const texts = currentTexts();
  return (
    <li>
      <p>{auditSentence(entry, texts, locale.value)}</p>
      <p class="muted">
        <time dateTime={entry.at}>{momentInWords(entry.at, locale.value)}</time>
        {` · ${actorName(entry.actor, texts)}`}
      </p>
    </li>
  );
}
