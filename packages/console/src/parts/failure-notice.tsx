import { useEffect } from 'preact/hooks';
import type { Failure } from '../admin-api/outcome.ts';
import { currentTexts } from '../text/texts.ts';
import { failureText } from '../words/failure-text.ts';
import { announce } from './announcer.tsx';
import { Notice } from './notice.tsx';

/** What did not work, in a sentence, with the reference under which the server's log has it. */
export function FailureNotice({ failure, title, after }: { failure: Failure; title?: string; after?: string }) {
  const texts = currentTexts();
  const said = failureText(failure, texts, window.location.origin);
  useEffect(() => announce([title, said].filter(Boolean).join(' ')), [title, said]);
  return (
    <Notice tone="fail" title={title ?? said}>
      {title && <p>{said}</p>}
      {after && <p>{after}</p>}
      {failure.ref && (
        <p class="reference">
          {texts.reference} <code>{failure.ref}</code>
        </p>
      )}
    </Notice>
  );
}
