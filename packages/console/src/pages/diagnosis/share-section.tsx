import { useEffect, useMemo } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { useCopy } from '../../parts/use-copy.ts';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';

/** The report made for sharing: copied or saved, with what it holds and what it leaves out said beside it. */
export function ShareSection({ markdown, generatedAt }: { markdown: string; generatedAt: string }) {
  const words = diagnosisTexts().share;
  const copy = useCopy(markdown, words);
  const file = useMemo(() => URL.createObjectURL(new Blob([markdown], { type: 'text/markdown' })), [markdown]);
  useEffect(() => () => URL.revokeObjectURL(file), [file]);
  return (
    <section id="share" aria-labelledby="share-heading">
      <h2 id="share-heading">{words.heading}</h2>
      <p>{words.lead}</p>
      <p>{words.holds}</p>
      <p>{words.leavesOut}</p>
      <div class="actions">
        <Button onPress={copy.run} busy={copy.copied.value === 'yes'} busyLabel={words.copied}>
          {words.copy}
        </Button>
        <a class="button second" href={file} download={`guichet-${generatedAt.slice(0, 10)}.md`}>
          {words.download}
        </a>
      </div>
      {copy.copied.value === 'refused' && <p class="muted">{words.noClipboard}</p>}
      <details class="fold">
        <summary>{words.preview}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reachable by keyboard. */}
        <pre class="shared" tabIndex={0}>
          {markdown}
        </pre>
      </details>
    </section>
  );
}
