import { currentTexts } from '../text/texts.ts';
import { Button } from './button.tsx';
import { useCopy } from './use-copy.ts';

/** Something to type or to put into a file, with a button that copies it. */
export function Command({ text }: { text: string }) {
  const texts = currentTexts();
  const copy = useCopy(text, { copied: texts.copied });
  return (
    <div class="command">
      <pre>
        <code>{text}</code>
      </pre>
      <Button look="plain" onPress={copy.run} busy={copy.copied.value === 'yes'} busyLabel={texts.copied}>
        {texts.copy}
      </Button>
    </div>
  );
}
