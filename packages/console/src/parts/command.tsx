import { useSignal } from '@preact/signals';
import { currentTexts } from '../text/texts.ts';
import { announce } from './announcer.tsx';
import { Button } from './button.tsx';

const STAYS_COPIED_MS = 2_000;

/** Something to type or to put into a file, with a button that copies it. */
export function Command({ text }: { text: string }) {
  const texts = currentTexts();
  const copied = useSignal(false);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without permission or without https there is no clipboard; the text can still be selected.
      return;
    }
    copied.value = true;
    announce(texts.copied);
    setTimeout(() => {
      copied.value = false;
    }, STAYS_COPIED_MS);
  }
  return (
    <div class="command">
      <pre>
        <code>{text}</code>
      </pre>
      <Button look="plain" onPress={() => void copy()} busy={copied.value} busyLabel={texts.copied}>
        {texts.copy}
      </Button>
    </div>
  );
}
