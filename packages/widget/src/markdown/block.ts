/** The blocks of a text: what it is made of before anybody looks into its lines. */
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
  isOpen: boolean;
  /** Closed for good. What is closed only for a preview goes on with the next piece of text. */
  isSettled: boolean;
  /** Of what holds lines: those lines. Each ends with a line break, except in a paragraph and a heading. */
  text: string;
  /** Of a heading: 1 to 6. */
  level: number;
  /** Of code between fences. Without it, code is indented. */
  fence: Fence | undefined;
  /** Of code between fences: what stands after the first one. */
  info: string;
  marker: ListMarker | undefined;
  /** Of a list: whether its items follow each other without a blank line. */
  isTight: boolean;
  /** Of a table: one for each column. `text` has its rows, the header first. */
  columns: Alignment[];
  firstLine: number;
  lastLineBlank: boolean;
}

export function newBlock(type: BlockType, parent: Block | undefined, firstLine: number): Block {
  return {
    type,
    parent,
    children: [],
    isOpen: true,
    isSettled: false,
    text: '',
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

/** A copy that can go on without changing the original: open blocks anew, closed ones shared. */
export function forkOf(block: Block, parent?: Block): Block {
  const copy = { ...block, parent, children: [...block.children] };
  const last = block.children.at(-1);
  if (last?.isOpen) copy.children[copy.children.length - 1] = forkOf(last, copy);
  return copy;
}
