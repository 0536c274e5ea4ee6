/** What stands within a line: text and what marks it. */
export type Inline =
  | { type: 'text' | 'code' | 'html'; text: string }
  | { type: 'soft' | 'hard' }
  | { type: 'em' | 'strong' | 'del'; children: Inline[] }
  /** The box before a task. */
  | { type: 'task'; isDone: boolean }
  /** A formula in TeX, with the signs around it. */
  | { type: 'math'; text: string; isDisplay: boolean }
  | { type: 'link' | 'picture'; address: string; title: string; isBare: boolean; children: Inline[] };

/** What it says, without its marks. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if ('text' in inline) return inline.text;
      if ('children' in inline) return textOf(inline.children);
      return inline.type === 'task' ? '' : '\n';
    })
    .join('');
}
