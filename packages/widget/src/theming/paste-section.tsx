import { useState } from 'preact/hooks';
import { linesToPaste } from './lines-to-paste.ts';
import type { ThemingTexts } from './text/theming-texts.ts';
import type { Theme } from './theme.ts';

interface PasteSectionProps {
  texts: ThemingTexts;
  theme: Theme;
  isPlain: boolean;
  reset: () => void;
}

/** How long the button says that it was done. */
const STAYS_COPIED_MS = 2_000;

export function PasteSection({ texts, theme, isPlain, reset }: PasteSectionProps) {
  const { paste } = texts;
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const lines = linesToPaste(theme, location.origin);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(lines);
      setCopied('yes');
      setTimeout(() => setCopied('no'), STAYS_COPIED_MS);
    } catch {
      setCopied('refused');
    }
  };
  return (
    <section class="paste" aria-labelledby="paste">
      <h2 id="paste">{paste.heading}</h2>
      <p class="muted">{paste.where}</p>
      <pre>
        <code>{lines}</code>
      </pre>
      <p class="actions">
        <button type="button" class="button main" onClick={() => void copy()}>
          {copied === 'yes' ? paste.copied : paste.copy}
        </button>
        {!isPlain && (
          <button type="button" class="button" onClick={reset}>
            {paste.reset}
          </button>
        )}
      </p>
      <p role="status">{copied === 'refused' ? paste.noClipboard : copied === 'yes' ? paste.copied : ''}</p>
      {!isPlain && <p class="muted">{paste.link}</p>}
    </section>
  );
}
