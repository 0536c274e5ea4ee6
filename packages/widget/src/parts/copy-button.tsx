import { useState } from 'preact/hooks';
import type { View } from '../element/view.ts';
import { clipboardOf } from './clipboard-of.ts';
import { copyMarked } from './copy-marked.ts';
import { Tool } from './tool.tsx';

const SAYS_SO_FOR_MS = 2_000;

/** Absent where the browser gives no clipboard: on pages that are not secure. */
export function CopyButton({ view, text }: { view: View; text: string }) {
  const [copied, setCopied] = useState(false);
  const clipboard = clipboardOf(window);
  if (!clipboard) return null;
  const texts = view.texts.value;
  const copy = async () => {
    await copyMarked(clipboard, text);
    setCopied(true);
    setTimeout(() => setCopied(false), SAYS_SO_FOR_MS);
  };
  const name = copied ? texts.copied : texts.copy;
  return <Tool name={name} icon={copied ? 'done' : 'copy'} onPress={() => void copy().catch(() => {})} />;
}
