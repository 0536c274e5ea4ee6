import type { Inline } from './inline.ts';

/** Ends before closing punctuation, which belongs to the sentence around it. */
const ADDRESS =
  /(?<![\p{L}\p{N}@/.])(?:https?:\/\/|www\.)[^\s<>"'«»`]*[^\s<>"'«».,;:!?)\]}`]|(?<![\w.+@/-])[\w.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?![\p{L}\p{N}_-])/giu;

/** Makes links of addresses that stand in the text as they are. A link holds no other. */
export function linkified(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.type === 'text') return /:\/\/|www\.|@/i.test(inline.text) ? fromText(inline.text) : [inline];
    if (inline.type === 'em' || inline.type === 'strong' || inline.type === 'del')
      return [{ ...inline, children: linkified(inline.children) }];
    return [inline];
  });
}

function fromText(text: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const { 0: written, index } of text.matchAll(ADDRESS)) {
    const before = text.slice(from, index);
    if (before !== '') found.push({ type: 'text', text: before });
    const prefix = /^www\./i.test(written) ? 'https://' : written.includes('://') ? '' : 'mailto:';
    const children: Inline[] = [{ type: 'text', text: written }];
    found.push({ type: 'link', address: prefix + written, title: '', children });
    from = index + written.length;
  }
  const rest = text.slice(from);
  return rest === '' ? found : [...found, { type: 'text', text: rest }];
}
