/** What begins a block, in the order in which it is tried. */
import type { Alignment, Block, ListMarker } from './block.ts';
import type { BlockParser } from './block-parser.ts';
import type { Line } from './line.ts';
import { tableCells } from './table-cells.ts';
import { takeDefinitions } from './take-definitions.ts';
import { lineAfter } from './text-line.ts';
import { unescaped } from './unescaped.ts';

/** `container`: there may be more on this line. `leaf`: there is not. The line's text was found. */
type BlockStart = (parser: BlockParser, line: Line, container: Block) => 'container' | 'leaf' | undefined;

const RULE = /^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/;
const DELIMITERS = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

const quote: BlockStart = (parser, line) => {
  if (line.isIndented || !line.rest.startsWith('>')) return undefined;
  line.skipToText();
  line.skipCharacters(1);
  if (line.isAtSpace) line.skipColumns(1);
  parser.closeUnmatched();
  parser.add('quote');
  return 'container';
};

const heading: BlockStart = (parser, line) => {
  const mark = line.isIndented ? undefined : /^#{1,6}(?:[ \t]+|$)/.exec(line.rest)?.[0];
  if (mark === undefined) return undefined;
  line.skipToText();
  line.skipCharacters(mark.length);
  parser.closeUnmatched();
  const block = parser.add('heading');
  block.level = mark.trim().length;
  const text = line
    .takeRest()
    .replace(/^[ \t]*#+[ \t]*$/, '')
    .replace(/[ \t]+#+[ \t]*$/, '');
  block.last = lineAfter(undefined, text.trim());
  line.takeAll();
  return 'leaf';
};

const fence: BlockStart = (parser, line) => {
  const mark = line.isIndented ? undefined : /^`{3,}(?!.*`)|^~{3,}/.exec(line.rest)?.[0];
  if (mark === undefined) return undefined;
  parser.closeUnmatched();
  const block = parser.add('code');
  block.fence = { sign: mark[0] ?? '', length: mark.length, indent: line.indent };
  line.skipToText();
  line.skipCharacters(mark.length);
  block.info = unescaped(line.takeRest().trim());
  line.takeAll();
  return 'leaf';
};

const underline: BlockStart = (parser, line, container) => {
  if (line.isIndented || container.type !== 'paragraph') return undefined;
  const mark = /^(?:=+|-+)[ \t]*$/.exec(line.rest)?.[0];
  if (mark === undefined) return undefined;
  parser.closeUnmatched();
  takeDefinitions(container, parser.definitions);
  const { last } = container;
  if (!last) return undefined;
  const block = parser.replace(container, 'heading');
  block.level = mark.startsWith('=') ? 1 : 2;
  block.last = lineAfter(last.before, last.text.trimEnd());
  line.takeAll();
  return 'leaf';
};

/** The line below a table's header: what was the last line of a paragraph is that header. */
const table: BlockStart = (parser, line, container) => {
  if (line.isIndented || container.type !== 'paragraph' || !line.rest.includes('-')) return undefined;
  if (!DELIMITERS.test(line.rest)) return undefined;
  const header = container.last?.text ?? '';
  const columns = tableCells(line.rest.trim()).map(alignmentOf);
  if (!(header + line.rest).includes('|') || tableCells(header).length !== columns.length) return undefined;
  parser.closeUnmatched();
  container.last = container.last?.before;
  const block = container.last ? parser.add('table') : parser.replace(container, 'table');
  block.columns = columns;
  block.last = lineAfter(undefined, header.trim());
  line.takeAll();
  return 'leaf';
};

function alignmentOf(cell: string): Alignment {
  const [left, right] = [cell.startsWith(':'), cell.endsWith(':')];
  if (left && right) return 'center';
  return right ? 'right' : left ? 'left' : undefined;
}

const rule: BlockStart = (parser, line) => {
  if (line.isIndented || !RULE.test(line.rest)) return undefined;
  parser.closeUnmatched();
  parser.add('rule');
  line.takeAll();
  return 'leaf';
};

const item: BlockStart = (parser, line, container) => {
  if (line.isIndented && container.type !== 'list') return undefined;
  const marker = markerOf(line, container);
  if (!marker) return undefined;
  parser.closeUnmatched();
  const { tip } = parser;
  if (tip.type !== 'list' || tip.marker?.ordered !== marker.ordered || tip.marker.sign !== marker.sign)
    parser.add('list').marker = marker;
  parser.add('item').marker = marker;
  return 'container';
};

/** Reads the marker and the spaces behind it; reads nothing where there is none. */
function markerOf(line: Line, container: Block): ListMarker | undefined {
  if (line.indent >= 4) return undefined;
  const found = /^(?:([*+-])|(\d{1,9})([.)]))(?=[ \t]|$)/.exec(line.rest);
  if (!found) return undefined;
  const [mark, bullet, number, delimiter] = found;
  const after = line.rest.slice(mark.length);
  // A paragraph is broken only by an item with text, and by a number only if that begins a list.
  if (container.type === 'paragraph' && (after.trim() === '' || (number !== undefined && Number(number) !== 1)))
    return undefined;
  const offset = line.indent;
  line.skipToText();
  line.skipCharacters(mark.length);
  const { column } = line;
  line.findText();
  // More than four columns are code in the item; nothing at all is an item without text yet.
  const spaces = line.isBlank || line.indent >= 5 || line.indent < 1 ? 1 : line.indent;
  if (line.isAtSpace) line.skipColumns(spaces);
  const padding = mark.length + (line.isBlank ? 1 : line.column - column);
  return {
    ordered: number !== undefined,
    start: Number(number ?? 1),
    sign: bullet ?? delimiter ?? '',
    offset,
    padding,
  };
}

const indentedCode: BlockStart = (parser, line) => {
  const { type } = parser.tip;
  if (!line.isIndented || type === 'paragraph' || type === 'table' || line.isBlank) return undefined;
  line.skipColumns(4);
  parser.closeUnmatched();
  parser.add('code');
  return 'leaf';
};

export const BLOCK_STARTS: readonly BlockStart[] = [quote, heading, fence, underline, table, rule, item, indentedCode];
