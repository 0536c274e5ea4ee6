import type { Block } from './block.ts';
import { LABEL, MAX_LABEL_CHARS } from './link-parts.ts';
import { tableCells } from './table-cells.ts';

/** A line that begins like this begins no block, whatever follows. */
const NO_BLOCK =
  /^(?:[^#`~*+_=>\d|:[\s\\$-]|[[\\$][^[\\$]|[*_]+[^*_\s]|[+-][^\s:|=+-]|\d+(?:[^\d.)\s]|[.)][^\s\d]|[ \t]+\S)|`{1,2}[^`]|~{1,2}[^~]|#+[^#\s]|=+[^=\s]|[|:][|: -]*[^|:\s-])/;

/** What is more than the next characters of a line. */
export const BREAK = /[\r\n\0]/;
/** Marks at a heading's end are none of its text. */
const BREAK_OR_MARK = /[\r\n\0#]/;
const BREAK_OR_CELL = /[\r\n\0|\\]/;

/**
 * Whether what follows on the last line of an open block goes on with its text and can begin nothing else.
 * @param written the line as it is written
 * @returns what ends that; undefined where it cannot be said
 */
export function growthStops({ type, last, fence, columns, mayDefine }: Block, written: string): RegExp | undefined {
  const line = last?.text ?? '';
  if (type === 'heading') return /[^#]$/.test(line) && written.trimEnd().endsWith(line) ? BREAK_OR_MARK : undefined;
  if (type === 'code') return line.trim() !== '' && !(fence && line.trim().startsWith(fence.sign)) ? BREAK : undefined;
  if (!NO_BLOCK.test(line)) return undefined;
  if (type === 'paragraph' && !mayDefine) return BREAK;
  // The last cell goes on where something of it stands there.
  const isInCell =
    type === 'table' && last?.before && !/[|\\]$/.test(line) && tableCells(line).length <= columns.length;
  return isInCell ? BREAK_OR_CELL : undefined;
}

/** Whether it may still turn out to begin with an address for a label. */
export function mayDefine(text: string): boolean {
  if (!text.startsWith('[')) return false;
  LABEL.lastIndex = 0;
  const length = LABEL.exec(text)?.[0].length;
  if (length === undefined) return text.length <= MAX_LABEL_CHARS * 2 + 2;
  return text[length] === ':' || text.trimEnd().length <= length + 1;
}
