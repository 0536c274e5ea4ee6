/** Blocks as elements. What is settled is drawn once; what is open is changed where it changed. */
import { type Block, newBlock } from './block.ts';
import { codeFrame } from './code-frame.ts';
import type { Definitions } from './definitions.ts';
import type { MarkdownAids } from './draw-inlines.ts';
import { LineDrawing } from './line-drawing.ts';
import { tableCells } from './table-cells.ts';
import { lineAfter, linesAfter, type TextLine, textAfter, wholeText } from './text-line.ts';

interface DrawnBlock {
  block: Block;
  element: HTMLElement;
  children: DrawnBlock[];
  /** How many of the children are settled and drawn: they are not looked at again. */
  settled: number;
  lines: LineDrawing[];
  /** Of code and a table: the last line that is whole and drawn. */
  whole: TextLine | undefined;
  /** Of code: what is drawn after that line. */
  tail: string;
}

export class BlockDrawing {
  readonly #drawn: DrawnBlock;
  readonly #aids: MarkdownAids;
  /** Settled text with a label that nothing defines yet, which a later line may do. */
  readonly #awaiting = new Map<LineDrawing, readonly string[]>();
  #definitionCount = 0;

  constructor(place: HTMLElement, aids: MarkdownAids) {
    this.#drawn = newDrawn(newBlock('document', undefined, 0), place);
    this.#aids = aids;
  }

  /** @param definitions those of whole lines alone: what is still being written is no address yet */
  show(root: Block, definitions: Definitions): void {
    this.#sync(this.#drawn, root, definitions);
    if (definitions.count === this.#definitionCount) return;
    this.#definitionCount = definitions.count;
    for (const [line, labels] of this.#awaiting) {
      if (!labels.some((label) => definitions.get(label))) continue;
      this.#awaiting.delete(line);
      this.#draw(line, line.last, definitions, true);
    }
  }

  /**
   * What adds to the text or the code that is being written.
   * @param spaces at the end of the line so far
   */
  growth(spaces: string): ((text: string) => void) | undefined {
    const drawn = openDrawn(this.#drawn);
    const { block, element, lines } = drawn;
    const { last } = block;
    if (block.type === 'code') {
      const code = codeIn(element);
      return (text) => {
        drawn.tail += text;
        code.appendData(text);
      };
    }
    const isCell = block.type === 'table' && last;
    const line = lines[isCell ? (last.number - 1) * block.columns.length + tableCells(last.text).length - 1 : 0];
    if (spaces !== '') line?.grow(spaces);
    return line && ((text) => line.grow(text));
  }

  #sync(drawn: DrawnBlock, parent: Block, definitions: Definitions): void {
    const { element: place, children } = drawn;
    const { skipped } = parent;
    const count = skipped + parent.children.length;
    for (let at = drawn.settled; at < count; at++) {
      const block = parent.children[at - skipped];
      if (!block) continue;
      const before = children[at];
      if (before && shapeOf(before.block) === shapeOf(block)) {
        before.block = block;
        this.#fill(before, parent, definitions);
      } else {
        const now = newDrawn(block, elementOf(block, this.#aids));
        this.#fill(now, parent, definitions);
        if (before) {
          this.#forget(before);
          before.element.replaceWith(now.element);
        } else place.append(now.element);
        children[at] = now;
      }
      if (block.isSettled && drawn.settled === at) drawn.settled++;
    }
    for (const gone of children.splice(count)) {
      this.#forget(gone);
      gone.element.remove();
    }
  }

  #forget(drawn: DrawnBlock): void {
    for (const line of drawn.lines) this.#awaiting.delete(line);
    for (const child of drawn.children) this.#forget(child);
  }

  #fill(drawn: DrawnBlock, parent: Block, definitions: Definitions): void {
    const { block, element } = drawn;
    if (block.type === 'paragraph' || block.type === 'heading') {
      const line = drawn.lines[0] ?? new LineDrawing(element, this.#aids);
      drawn.lines[0] = line;
      line.mayBeTask = parent.type === 'item' && parent.skipped === 0 && parent.children[0] === block;
      this.#draw(line, block.last, definitions, block.isSettled);
    } else if (block.type === 'code') {
      fillCode(drawn);
      if (block.isSettled) this.#aids.highlight?.(codeElementIn(element), languageOf(block));
    } else if (block.type === 'table') this.#fillTable(drawn, definitions);
    else {
      if (block.type === 'list') element.toggleAttribute('data-tight', block.isTight);
      this.#sync(drawn, block, definitions);
    }
  }

  /** Row by row: those before the last one are whole, and drawn once. */
  #fillTable(drawn: DrawnBlock, definitions: Definitions): void {
    const { block, element, lines } = drawn;
    const table = element.firstChild as HTMLTableElement;
    const width = block.columns.length;
    const { last } = block;
    for (const row of linesAfter(drawn.whole, last) ?? linesAfter(undefined, last) ?? []) {
      const at = row.number - 1;
      if (at * width >= lines.length) lines.push(...newRow(table, at, block, this.#aids));
      const cells = tableCells(row.text);
      for (let column = 0; column < width; column++) {
        const line = lines[at * width + column];
        const isSettled = block.isSettled || row !== last;
        if (line) this.#draw(line, lineAfter(undefined, cells[column] ?? ''), definitions, isSettled);
      }
    }
    drawn.whole = last?.before;
    // What looked like a row may be the beginning of something else.
    const count = last?.number ?? 0;
    for (const gone of lines.splice(count * width)) {
      this.#awaiting.delete(gone);
      gone.element.parentElement?.remove();
    }
    if (count < 2) table.tBodies[0]?.remove();
  }

  #draw(line: LineDrawing, last: TextLine | undefined, definitions: Definitions, isSettled: boolean): void {
    line.show(last, definitions);
    if (isSettled && line.unknown.size > 0) this.#awaiting.set(line, [...line.unknown]);
  }
}

function fillCode(drawn: DrawnBlock): void {
  const { last } = drawn.block;
  const node = codeIn(drawn.element);
  const text = textAfter(drawn.whole, last);
  const goesOn = text?.startsWith(drawn.tail);
  if (!goesOn) node.data = wholeText(last);
  else if (text !== drawn.tail) node.appendData(text?.slice(drawn.tail.length) ?? '');
  drawn.whole = last?.before;
  drawn.tail = textAfter(drawn.whole, last) ?? '';
}

function newDrawn(block: Block, element: HTMLElement): DrawnBlock {
  return { block, element, children: [], settled: 0, lines: [], whole: undefined, tail: '' };
}

function openDrawn(drawn: DrawnBlock): DrawnBlock {
  let open = drawn;
  for (let last = open.children.at(-1); last; last = open.children.at(-1)) open = last;
  return open;
}

const codeElementIn = (element: HTMLElement) => element.querySelector('code') as HTMLElement;

const codeIn = (element: HTMLElement) => codeElementIn(element).firstChild as Text;

/** Blocks of one shape are drawn by the same elements. */
const shapeOf = ({ type, level, marker, columns, info }: Block) =>
  [type, level, marker?.ordered, marker?.start, columns, info].join();

function newRow(table: HTMLTableElement, at: number, { columns }: Block, aids: MarkdownAids): LineDrawing[] {
  const part = at === 0 ? table.createTHead() : (table.tBodies[0] ?? table.createTBody());
  // A browser counts all rows to insert one by number.
  const row = document.createElement('tr');
  part.append(row);
  return columns.map((align) => {
    const cell = document.createElement(at === 0 ? 'th' : 'td');
    if (at === 0) (cell as HTMLTableCellElement).scope = 'col';
    if (align) cell.className = align;
    row.append(cell);
    return new LineDrawing(cell, aids);
  });
}

/** A text's first level is the third one here: the panel and the page have theirs. */
const headingName = (level: number) => `h${Math.min(6, level + 2)}`;

const languageOf = ({ info }: Block) => info.split(/\s/)[0] ?? '';

function elementOf(block: Block, aids: MarkdownAids): HTMLElement {
  switch (block.type) {
    case 'quote':
      return document.createElement('blockquote');
    case 'list': {
      const list = document.createElement(block.marker?.ordered ? 'ol' : 'ul');
      const start = block.marker?.start ?? 1;
      if (block.marker?.ordered && start !== 1) (list as HTMLOListElement).start = start;
      return list;
    }
    case 'item':
      return document.createElement('li');
    case 'heading':
      return document.createElement(headingName(block.level));
    case 'rule':
      return document.createElement('hr');
    case 'code':
      return codeFrame(languageOf(block), aids);
    case 'table': {
      const frame = document.createElement('div');
      frame.className = 'table';
      frame.tabIndex = 0;
      frame.append(document.createElement('table'));
      return frame;
    }
    default:
      return document.createElement('p');
  }
}
