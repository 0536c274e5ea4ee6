import type { Block } from './block.ts';
import { LABEL, MAX_LABEL_CHARS } from './link-parts.ts';

/** A line that begins like this begins no block, whatever follows. */
const NO_BLOCK =
  /^(?:[^#`~*+_=>\d|:[\s\\$-]|[[\\$][^[\\$]|[*_]+[^*_\s]|[+-][^\s:|=+-]|\d+(?:[^\d.)\s]|[.)][^\s\d]|[ \t]+\S)|`{1,2}[^`]|~{1,2}[^~]|#+[^#\s]|=+[^=\s]|[|:][|: -]*[^|:\s-])/;

/** Whether what follows on the last line of an open block goes on with its text and can begin nothing else. */
export function onlyGrows({ type, text, fence }: Block): boolean {
  if (type === 'paragraph') {
    const line = text.slice(text.lastIndexOf('\n') + 1);
    return NO_BLOCK.test(line) && !mayDefine(text);
  }
  if (type !== 'code') return false;
  const line = text.slice(text.lastIndexOf('\n', text.length - 2) + 1).trim();
  return line !== '' && !(fence && line.startsWith(fence.sign));
}

/** Whether it may still turn out to begin with an address for a label. */
function mayDefine(text: string): boolean {
  if (!text.startsWith('[')) return false;
  LABEL.lastIndex = 0;
  const length = LABEL.exec(text)?.[0].length;
  if (length === undefined) return text.length <= MAX_LABEL_CHARS * 2 + 2;
  return text[length] === ':' || text.trimEnd().length <= length + 1;
}
