/** The blocks of a text: what it is made of before anybody looks into its lines. */
import type { TextLine } from './text-line.ts';

export type BlockType = 'document' | 'quote' | 'list' | 'item' | 'paragraph' | 'heading' | 'code' | 'rule' | 'table';

export type Alignment = 'left' | 'right' | 'center' | undefined;

/** How the marker of a list item is written; items of one list share kind and sign. */
export interface ListMarker {
  ordered: boolean;
  start: number;
  /** The bullet, or what follows the number. */
  sign: string;
  /** Columns from the line's start to the marker, and from the marker to the text. */
  offset: number;
  padding: number;
}

export interface Fence {
  sign: string;
  length: number;
  indent: number;
}

/** A settled block never changes again; whoever holds it may compare by identity. */
export interface Block {
  type: BlockType;
  parent: Block | undefined;
  children: Block[];
  /** Of a copy: how many children it leaves out, because an earlier copy had them and they were settled in it. */
  skipped: number;
  /** How many the next copy leaves out. */
  seen: number;
  isOpen: boolean;
  /** Closed for good. What is closed only for a preview goes on with the next piece of text. */
  isSettled: boolean;
  /** Of what holds lines: the last of them. */
  last: TextLine | undefined;
  /** Of a paragraph: whether it may begin with an address for a label. */
  mayDefine: boolean;
  /** Of a heading: 1 to 6. */
  level: number;
  /** Of code between fences. Without it, code is indented. */
  fence: Fence | undefined;
  /** Of code between fences: what stands after the first one. */
  info: string;
  marker: ListMarker | undefined;
  /** Of a list: whether its items follow each other without a blank line. While it is open: those before the last. */
  isTight: boolean;
  /** Of a table: one for each column. Its lines are its rows, the header first. */
  columns: Alignment[];
  firstLine: number;
  lastLineBlank: boolean;
}

export function newBlock(type: BlockType, parent: Block | undefined, firstLine: number): Block {
  return {
    type,
    parent,
    children: [],
    skipped: 0,
    seen: 0,
    isOpen: true,
    isSettled: false,
    last: undefined,
    mayDefine: false,
    level: 0,
    fence: undefined,
    info: '',
    marker: undefined,
    isTight: true,
    columns: [],
    firstLine,
    lastLineBlank: false,
  };
}

/** The open block that lines go to, below this one. */
export function openLeaf(block: Block): Block {
  let leaf = block;
  for (let last = leaf.children.at(-1); last?.isOpen; last = leaf.children.at(-1)) leaf = last;
  return leaf;
}

/** A copy that can go on without changing the original: open blocks anew, closed ones shared. Each is drawn. */
export function forkOf(block: Block, parent?: Block): Block {
  const lastAt = Math.max(0, block.children.length - 1);
  const skipped = Math.min(block.seen, lastAt);
  const children = block.children.slice(skipped);
  const copy = { ...block, parent, children, skipped };
  block.seen = lastAt;
  const last = children.at(-1);
  if (last?.isOpen) children[children.length - 1] = forkOf(last, copy);
  return copy;
}
