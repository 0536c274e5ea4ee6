/** Blocks as elements. What is settled is drawn once; what is open is changed where it changed. */
import type { Block } from './block.ts';
import type { Definitions } from './definitions.ts';
import { type DrawnInline, type MarkdownWords, setText, syncInlines } from './draw-inlines.ts';
import type { Inline } from './inline.ts';
import { parseInlines } from './inline-parser.ts';
import { linkified } from './linkified.ts';
import { tableCells } from './table-cells.ts';

interface DrawnBlock {
  block: Block;
  element: HTMLElement;
  children: DrawnBlock[];
  lines: DrawnLine[];
}

/** A place that holds inline text: a paragraph, a heading, a table's cell. */
interface DrawnLine {
  element: HTMLElement;
  drawn: DrawnInline[];
  text: string;
  hasTask: boolean;
}

const TASK = /^\[([ xX])\](?=\s)/;

export class BlockDrawing {
  readonly #place: HTMLElement;
  readonly #words: MarkdownWords;
  readonly #drawn: DrawnBlock[] = [];
  /** Settled text with a label that nothing defines yet, which a later line may do. */
  readonly #awaiting = new Map<DrawnLine, readonly string[]>();

  constructor(place: HTMLElement, words: MarkdownWords) {
    this.#place = place;
    this.#words = words;
  }

  /**
   * @param definitions for what may still change
   * @param settled for what may not: those of whole lines alone
   */
  show(root: Block, definitions: Definitions, settled: Definitions): void {
    this.#sync(this.#place, this.#drawn, root, { open: definitions, settled });
    for (const [line, labels] of this.#awaiting) {
      if (!labels.some((label) => settled.get(label))) continue;
      this.#awaiting.delete(line);
      this.#draw(line, line.text, settled, true);
    }
  }

  #sync(place: HTMLElement, drawn: DrawnBlock[], parent: Block, known: Known): void {
    parent.children.forEach((block, at) => {
      const before = drawn[at];
      if (before?.block === block && block.isSettled) return;
      if (before && shapeOf(before.block) === shapeOf(block)) {
        before.block = block;
        this.#fill(before, parent, known);
        return;
      }
      const now = { block, element: elementOf(block), children: [], lines: [] };
      this.#fill(now, parent, known);
      if (before) {
        this.#forget(before);
        before.element.replaceWith(now.element);
      } else place.append(now.element);
      drawn[at] = now;
    });
    for (const gone of drawn.splice(parent.children.length)) {
      this.#forget(gone);
      gone.element.remove();
    }
  }

  #forget(drawn: DrawnBlock): void {
    for (const line of drawn.lines) this.#awaiting.delete(line);
    for (const child of drawn.children) this.#forget(child);
  }

  #fill(drawn: DrawnBlock, parent: Block, known: Known): void {
    const { block, element } = drawn;
    const definitions = block.isSettled ? known.settled : known.open;
    if (block.type === 'paragraph' || block.type === 'heading') {
      const line = drawn.lines[0] ?? newLine(element);
      drawn.lines[0] = line;
      line.hasTask = parent.type === 'item' && parent.children[0] === block;
      this.#draw(line, block.text, definitions, block.isSettled);
    } else if (block.type === 'code') setText(element.firstChild?.firstChild as Text, withoutLastBreak(block.text));
    else if (block.type === 'table') this.#fillTable(drawn, definitions);
    else {
      if (block.type === 'list') element.toggleAttribute('data-tight', block.isTight);
      this.#sync(element, drawn.children, block, known);
    }
  }

  #fillTable({ block, element, lines }: DrawnBlock, definitions: Definitions): void {
    const table = element.firstChild as HTMLTableElement;
    const rows = block.text.split('\n').slice(0, -1);
    const width = block.columns.length;
    rows.forEach((text, at) => {
      if (at * width >= lines.length) lines.push(...newRow(table, at, block));
      const cells = tableCells(text);
      for (let column = 0; column < width; column++) {
        const line = lines[at * width + column];
        if (line) this.#draw(line, cells[column] ?? '', definitions, block.isSettled);
      }
    });
    while (table.rows.length > rows.length) table.rows[table.rows.length - 1]?.remove();
    lines.length = rows.length * width;
  }

  #draw(line: DrawnLine, text: string, definitions: Definitions, isSettled: boolean): void {
    line.text = text;
    const task = line.hasTask ? TASK.exec(text) : null;
    const { inlines, unknown } = parseInlines(task ? text.slice(task[0].length) : text, definitions);
    const box: Inline[] = task ? [{ type: 'task', isDone: task[1] !== ' ' }] : [];
    syncInlines(line.element, line.drawn, [...box, ...linkified(inlines)], this.#words);
    if (isSettled && unknown.length > 0) this.#awaiting.set(line, unknown);
  }
}

interface Known {
  open: Definitions;
  settled: Definitions;
}

/** Blocks of one shape are drawn by the same elements. */
function shapeOf({ type, level, marker, columns, fence, info }: Block): string {
  const list = type === 'list' ? `${marker?.ordered} ${marker?.start}` : '';
  return `${type} ${level} ${list} ${columns.join()} ${fence ? info : ''}`;
}

function newLine(element: HTMLElement): DrawnLine {
  return { element, drawn: [], text: '', hasTask: false };
}

function newRow(table: HTMLTableElement, at: number, { columns }: Block): DrawnLine[] {
  const part = at === 0 ? table.createTHead() : (table.tBodies[0] ?? table.createTBody());
  const row = part.insertRow();
  return columns.map((align) => {
    const cell = document.createElement(at === 0 ? 'th' : 'td');
    if (at === 0) (cell as HTMLTableCellElement).scope = 'col';
    if (align) cell.className = align;
    cell.dir = 'auto';
    row.append(cell);
    return newLine(cell);
  });
}

/** A text's first level is the third one here: the panel and the page have theirs. */
const headingName = (level: number) => `h${Math.min(6, level + 2)}`;

function elementOf(block: Block): HTMLElement {
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
      return withDirection(document.createElement(headingName(block.level)));
    case 'rule':
      return document.createElement('hr');
    case 'code': {
      const frame = document.createElement('pre');
      const code = document.createElement('code');
      const language = block.info.split(/\s/)[0];
      if (language) code.dataset.language = language;
      // Reads the same way in every language, and scrolls by keyboard.
      frame.dir = 'ltr';
      frame.tabIndex = 0;
      code.append(document.createTextNode(''));
      frame.append(code);
      return frame;
    }
    case 'table': {
      const frame = document.createElement('div');
      frame.className = 'table';
      frame.tabIndex = 0;
      frame.append(document.createElement('table'));
      return frame;
    }
    default:
      return withDirection(document.createElement('p'));
  }
}

function withDirection(element: HTMLElement): HTMLElement {
  element.dir = 'auto';
  return element;
}

/** No expression: it would look at every line again with each piece. */
function withoutLastBreak(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}
