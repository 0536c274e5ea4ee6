/**
 * Blocks of CommonMark and of GitHub's tables, line by line. What a line closes is settled: no later line changes it.
 * Elements of HTML are no blocks here: they are shown as the text they are.
 */
import { type Block, type BlockType, forkOf, newBlock, openLeaf } from './block.ts';
import { BLOCK_STARTS } from './block-starts.ts';
import { continues } from './continues.ts';
import type { Definitions } from './definitions.ts';
import { growthStops, mayDefine } from './growth-stops.ts';
import { Line } from './line.ts';
import { takeDefinitions } from './take-definitions.ts';
import { lineAfter, wholeText } from './text-line.ts';

const MAY_START_A_BLOCK = /^[#`~*+_=>0-9|:-]/;

/** Quotes and lists within each other beyond this are text: nobody writes them, and drawing them would go as deep. */
const MAX_DEPTH = 32;

const HOLDS_LINES: ReadonlySet<BlockType> = new Set(['paragraph', 'code', 'table']);

export interface Preview {
  root: Block;
  /** Up to one of these, more of this line goes on with the last block’s text and changes nothing else. */
  stops: RegExp | undefined;
}

export class BlockParser {
  readonly root: Block;
  readonly definitions: Definitions;
  #number: number;
  readonly #isPreview: boolean;
  tip: Block;
  #lastMatched: Block;

  constructor(definitions: Definitions, going?: { root: Block; number: number }) {
    this.definitions = definitions;
    this.root = going?.root ?? newBlock('document', undefined, 0);
    this.#number = going?.number ?? 0;
    this.#isPreview = going !== undefined;
    this.tip = openLeaf(this.root);
    this.#lastMatched = this.tip;
  }

  /** What the text would be if it ended with this line: nothing of it changes this parser. */
  preview(partial: string): Preview {
    const fork = new BlockParser(this.definitions.fork(), { root: forkOf(this.root), number: this.#number });
    const isBlank = partial.trim() === '';
    if (!isBlank) fork.addLine(partial);
    const stops = isBlank ? undefined : growthStops(fork.tip, partial);
    fork.end();
    return { root: fork.root, stops };
  }

  /** @param text a whole line, without its break */
  addLine(text: string): void {
    this.#number++;
    const line = new Line(text.replaceAll('\u0000', '\ufffd'));
    const before = this.tip;
    let container = this.root;
    for (let last = container.children.at(-1); last?.isOpen; last = container.children.at(-1)) {
      line.findText();
      const verdict = continues(last, line);
      if (verdict === 'ends here') {
        this.tip = last;
        this.#lastMatched = last;
        this.#close(last);
        return;
      }
      if (verdict === 'no') break;
      container = last;
    }
    this.#lastMatched = container;
    const allMatched = container === before;
    container = this.#startBlocks(container, line);
    if (!allMatched && this.tip === before && !line.isBlank && before.type === 'paragraph') {
      // Goes on with a paragraph although the marks before it are missing.
      this.#addText(before, line);
      return;
    }
    this.closeUnmatched();
    this.#markBlank(container, line);
    if (line.isTaken) return;
    if (HOLDS_LINES.has(container.type)) this.#addText(container, line);
    else if (!line.isAtEnd && !line.isBlank) {
      const paragraph = this.add('paragraph');
      line.skipToText();
      this.#addText(paragraph, line);
    }
  }

  end(): void {
    for (let open: Block | undefined = this.tip; open; open = open.parent) this.#close(open);
  }

  /** A new block in the innermost one that can hold it. */
  add(type: BlockType): Block {
    while (!canHold(this.tip, type)) this.#close(this.tip);
    const { tip } = this;
    const before = tip.children.at(-1);
    if (before) tip.isTight &&= (tip.type !== 'list' || before.isTight) && !endsBlank(before);
    const block = newBlock(type, tip, this.#number);
    tip.children.push(block);
    this.tip = block;
    return block;
  }

  /** In its place: for a paragraph that turns out to be a heading or a table. */
  replace(block: Block, type: BlockType): Block {
    const other = newBlock(type, block.parent, this.#number);
    block.parent?.children.splice(-1, 1, other);
    this.tip = other;
    this.#lastMatched = other;
    return other;
  }

  closeUnmatched(): void {
    while (this.tip !== this.#lastMatched && this.tip.parent) this.#close(this.tip);
  }

  #startBlocks(from: Block, line: Line): Block {
    let container = from;
    if (container.type === 'code') return container;
    for (;;) {
      line.findText();
      if (depthOf(container) > MAX_DEPTH) break;
      if (!line.isIndented && !MAY_START_A_BLOCK.test(line.rest)) break;
      let started: 'container' | 'leaf' | undefined;
      for (const start of BLOCK_STARTS) {
        started = start(this, line, container);
        if (started) break;
      }
      if (!started) break;
      container = this.tip;
      this.#lastMatched = container;
      if (started === 'leaf') return container;
    }
    line.skipToText();
    return container;
  }

  #markBlank(container: Block, line: Line): void {
    const last = container.children.at(-1);
    if (line.isBlank && last) last.lastLineBlank = true;
    const isEmptyItem =
      container.type === 'item' && container.children.length === 0 && container.firstLine === this.#number;
    const counts = line.isBlank && container.type !== 'quote' && !container.fence && !isEmptyItem;
    for (let above: Block | undefined = container; above; above = above.parent) above.lastLineBlank = counts;
  }

  #addText(block: Block, line: Line): void {
    const rest = line.takeRest();
    const text = block.type === 'table' ? rest.trim() : rest;
    if (text === '' && block.type === 'table') return;
    block.last = lineAfter(block.last, text);
    if (block.mayDefine || (block.type === 'paragraph' && block.last.number === 1))
      block.mayDefine = mayDefine(wholeText(block.last));
  }

  #close(block: Block): void {
    block.isOpen = false;
    block.isSettled = !this.#isPreview;
    if (block.parent) this.tip = block.parent;
    if (block.type === 'paragraph') {
      takeDefinitions(block, this.definitions);
      trimEnd(block);
      // It is the last one: what comes after it closes it.
      if (!block.last) block.parent?.children.pop();
    }
    // Lines that are blank at the end of indented code are not part of it.
    if (block.type === 'code' && !block.fence)
      while (block.last?.before && /^[ \t]*$/.test(block.last.text)) block.last = block.last.before;
    if (block.type === 'list') block.isTight &&= block.children.at(-1)?.isTight ?? true;
  }
}

function depthOf(block: Block): number {
  let depth = 0;
  for (let above = block.parent; above; above = above.parent) depth++;
  return depth;
}

function canHold({ type }: Block, child: BlockType): boolean {
  if (type === 'list') return child === 'item';
  return child !== 'item' && (type === 'document' || type === 'quote' || type === 'item');
}

function trimEnd(block: Block): void {
  for (;;) {
    const { last } = block;
    const text = last?.text.trimEnd();
    if (text === last?.text) return;
    block.last = text === '' ? last?.before : lineAfter(last?.before, text ?? '');
  }
}

function endsBlank(block: Block): boolean {
  for (let last: Block | undefined = block; last; last = last.children.at(-1)) {
    if (last.lastLineBlank) return true;
    if (last.type !== 'list' && last.type !== 'item') return false;
  }
  return false;
}
