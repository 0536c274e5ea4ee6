import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';

const STAYS_COPIED_MS = 2_000;

/** The report made for sharing: copied or saved, with what it holds and what it leaves out said beside it. */
export function ShareSection({ markdown, generatedAt }: { markdown: string; generatedAt: string }) {
  const words = diagnosisTexts().share;
  const copied = useSignal<'no' | 'yes' | 'refused'>('no');
  const file = useMemo(() => URL.createObjectURL(new Blob([markdown], { type: 'text/markdown' })), [markdown]);
  useEffect(() => () => URL.revokeObjectURL(file), [file]);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(markdown);
    } catch {
      // Without permission or without https there is no clipboard.
      copied.value = 'refused';
      return announce(words.noClipboard);
    }
    copied.value = 'yes';
    announce(words.copied);
    setTimeout(() => {
      copied.value = 'no';
    }, STAYS_COPIED_MS);
  }
  return (
    <section id="share" aria-labelledby="share-heading">
      <h2 id="share-heading">{words.heading}</h2>
      <p>{words.lead}</p>
      <p>{words.holds}</p>
      <p>{words.leavesOut}</p>
      <div class="actions">
        <Button onPress={() => void copy()} busy={copied.value === 'yes'} busyLabel={words.copied}>
          {words.copy}
        </Button>
        <a class="button second" href={file} download={`guichet-${generatedAt.slice(0, 10)}.md`}>
          {words.download}
        </a>
      </div>
      {copied.value === 'refused' && <p class="muted">{words.noClipboard}</p>}
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
