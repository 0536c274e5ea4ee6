/**
 * Takes out of an answer's text what is not the answer: some models write their reasoning into it, between `<think>` and
 * `</think>` or another of the pairs that Open WebUI knows, and pipes repeat the blocks that Open WebUI writes for its own
 * interface. Cut anywhere, it says the same; each character is looked at a bounded number of times.
 *
 * What an answer talks about is left alone: marks in code, and `<think>` behind a space or a quotation mark in a line.
 */
import { MARK_START, type Mark, markAt } from './answer-marks.ts';
import { createMarkdownCodeTracker } from './markdown-code-tracker.ts';
import { readReasoningDetails } from './reasoning-details.ts';

export interface ThinkSplitter {
  feed(text: string): void;
  /**
   * The answer is over: what was held back, waiting for the rest of a mark, is told.
   * @param whole the provider said so; a block that was never closed then was none
   */
  end(whole: boolean): void;
}

export interface SecondThoughts {
  /** All text so far was reasoning: only the end of the block is marked, because the prompt had opened it. */
  onTakeBack(): void;
  /** The last of what was told as reasoning is text and begins with this mark: the block was never closed. */
  onPutBack(mark: string, text: string): void;
}

interface Block {
  kind: 'reasoning' | 'reasoning-details' | 'dropped';
  /** In lower case; a closing tag without its `>`. */
  close: string;
  /** Further down than the beginning: its mark. It may turn out to be none. */
  mark: string | undefined;
  /** With such a mark, what was told of it. */
  told: string;
  /** The last character before what is read now. */
  last: string;
  /** Ends of blocks of other names that began inside it: those are no end of this one. */
  inner: Set<string>;
}

/** Behind these without a space, nobody writes a mark to talk about it: the model went on to think. */
const FOLLOWED_AT_ONCE = /^[\p{L}\p{N}.!?…:;,>]$/u;

/** Anything but white space and what nobody sees. */
const SEEN = /[^\s\u200b-\u200d\u2060]/;
const UNSEEN_START = /^[\s\u200b-\u200d\u2060]+/;

/** White space before the first word that is held back for the sake of a mark behind it. */
const MOST_SPACE_HELD = 1_000;

/** Times that text is taken back. Each tells the whole answer again, and no prompt opens more than one block. */
const MOST_TAKE_BACKS = 3;

/** Of a block whose text is turned into plain words, what is held until it ends. */
const MOST_DETAILS_HELD_CHARS = 64 * 1024;

export function createThinkSplitter(
  onText: (text: string) => void,
  onReasoning: (text: string) => void,
  { onTakeBack, onPutBack }: SecondThoughts,
): ThinkSplitter {
  const code = createMarkdownCodeTracker();
  /** Opening marks that were seen, as a block or as words: their end is then no surprise. */
  const opened = new Set<string>();
  let block: Block | undefined;
  /** Inside the tag that began the block; what is left of it goes. */
  let insideTag = false;
  let depth = 0;
  /** Blocks that began inside one of their own name, whose end may still come. */
  let nested = 0;
  let takeBacks = 0;
  /** The last character that was the answer's. */
  let last = '';
  let details: string[] = [];
  let detailsChars = 0;
  /** Nothing but white space and blocks so far. */
  let atStart = true;
  let afterBlock = false;
  let spaces: string[] = [];
  let spaceChars = 0;
  /** The end of the text, as long as it may become a mark. */
  let held = '';

  function feed(text: string): void {
    if (held === '' && block === undefined && !atStart && !mayHoldMark(text)) {
      code.feed(text);
      last = text.slice(-1);
      onText(text);
      return;
    }
    let rest = held + text;
    held = '';
    while (rest !== '') rest = block ? readBlock(block, rest) : readText(rest);
  }

  /** @returns what is still to be read */
  function readText(text: string): string {
    MARK_START.lastIndex = 0;
    let from = 0;
    for (let found = MARK_START.exec(text); found; found = MARK_START.exec(text)) {
      const mark = markAt(text, found.index);
      if (mark === undefined) continue;
      release(text.slice(from, found.index));
      from = found.index;
      if (mark === 'partial') {
        held = text.slice(from);
        return '';
      }
      if (isMeant(mark)) {
        take(mark, text.slice(from, from + mark.length));
        return text.slice(from + mark.length);
      }
      if (mark.kind === 'reasoning') opened.add(mark.close);
    }
    release(text.slice(from));
    return '';
  }

  /** Whether a mark at this place is one, or something that the answer talks about. */
  function isMeant(mark: Mark): boolean {
    if (code.insideFence() || (code.insideSpan() && !code.atLineStart())) return false;
    const isAtOnce = code.atLineStart() || FOLLOWED_AT_ONCE.test(last);
    if (mark.kind === 'reasoning') return mark.loud || atStart || isAtOnce;
    if (mark.kind === 'empty') return atStart || isAtOnce;
    if (mark.kind !== 'reasoning-end') return true;
    return takeBacks < MOST_TAKE_BACKS && (!opened.has(mark.close) || (nested > 0 && isAtOnce));
  }

  function take(mark: Mark, text: string): void {
    switch (mark.kind) {
      case 'reasoning':
        opened.add(mark.close);
        begin('reasoning', mark.close, atStart ? undefined : text);
        return;
      case 'details':
        begin(mark.type === 'reasoning' ? 'reasoning-details' : 'dropped', '</details', undefined);
        insideTag = true;
        return;
      case 'reasoning-end':
        forgetSpace();
        nested = 0;
        takeBacks++;
        onTakeBack();
        code.reset();
        atStart = true;
        afterBlock = true;
        return;
      case 'empty':
        if (atStart) {
          forgetSpace();
          afterBlock = true;
        }
        return;
      case 'solution':
        return;
      default:
        mark satisfies never;
    }
  }

  function begin(kind: Block['kind'], close: string, mark: string | undefined): void {
    block = { kind, close, mark, told: '', last: '', inner: new Set() };
    depth = 1;
    if (atStart) forgetSpace();
  }

  function readBlock(current: Block, text: string): string {
    if (insideTag) {
      const end = text.indexOf('>');
      if (end === -1) return '';
      insideTag = false;
      return text.slice(end + 1);
    }
    MARK_START.lastIndex = 0;
    for (let found = MARK_START.exec(text); found; found = MARK_START.exec(text)) {
      const at = found.index;
      const end = endOfTurn(text, at, current) ?? endByOther(text, at, current);
      if (end === 'partial') {
        tellBlock(current, text.slice(0, at));
        held = text.slice(at);
        return '';
      }
      if (end === undefined) continue;
      depth += text.startsWith('</', at) || current.kind === 'reasoning' ? -1 : 1;
      if (depth > 0) continue;
      tellBlock(current, text.slice(0, at));
      close(current);
      return text.slice(end);
    }
    tellBlock(current, text);
    return '';
  }

  /** Whether the block ends here, or one begins inside it; and where that mark is over. */
  function endOfTurn(text: string, at: number, { kind, close: end }: Block): number | 'partial' | undefined {
    const next = text.slice(at, at + end.length + 10).toLowerCase();
    if (next.startsWith(end)) {
      if (!end.startsWith('</')) return at + end.length;
      const bracket = /^\s{0,8}>/.exec(next.slice(end.length));
      if (bracket) return at + end.length + bracket[0].length;
      return /^\s{0,8}$/.test(next.slice(end.length)) ? 'partial' : undefined;
    }
    if (end.startsWith(next)) return 'partial';
    if (kind === 'reasoning') return undefined;
    // Blocks for the interface may hold others.
    const inner = '<details';
    if (next.startsWith(inner)) return at + inner.length;
    return inner.startsWith(next) ? 'partial' : undefined;
  }

  /** Some models begin with one name and end with another. One that began inside, or is talked about, is no end. */
  function endByOther(text: string, at: number, current: Block): number | 'partial' | undefined {
    if (current.kind !== 'reasoning' || current.close === '</code_interpreter') return undefined;
    const mark = markAt(text, at);
    if (mark === undefined || mark === 'partial') return mark;
    if (mark.kind === 'reasoning' && mark.close === current.close) nested++;
    else if (mark.kind === 'reasoning') current.inner.add(mark.close);
    if (mark.kind !== 'reasoning-end' || current.inner.delete(mark.close)) return undefined;
    const before = at === 0 ? current.last : text.charAt(at - 1);
    return before === '\n' || FOLLOWED_AT_ONCE.test(before) ? at + mark.length : undefined;
  }

  function tellBlock(current: Block, text: string): void {
    if (text !== '') current.last = text.slice(-1);
    if (text === '' || current.kind === 'dropped') return;
    if (current.kind === 'reasoning-details') {
      details.push(text);
      detailsChars += text.length;
      if (detailsChars > MOST_DETAILS_HELD_CHARS) tellDetails();
      return;
    }
    if (current.mark !== undefined) current.told += text;
    onReasoning(text);
  }

  function tellDetails(): void {
    const text = readReasoningDetails(details.join(''));
    details = [];
    detailsChars = 0;
    if (text !== '') onReasoning(text);
  }

  function close(current: Block): void {
    if (current.kind === 'reasoning-details') tellDetails();
    block = undefined;
    if (atStart) afterBlock = true;
  }

  /** Text that is the answer's. */
  function release(text: string): void {
    if (text === '') return;
    code.feed(text);
    last = text.slice(-1);
    if (!atStart) {
      onText(text);
      return;
    }
    if (!SEEN.test(text)) {
      holdSpace(text);
      return;
    }
    // The blank lines after a block belong to it, not to the answer.
    const whole = afterBlock ? text.replace(UNSEEN_START, '') : spaces.join('') + text;
    forgetSpace();
    atStart = false;
    onText(whole);
  }

  function holdSpace(text: string): void {
    if (afterBlock) return;
    spaces.push(text);
    spaceChars += text.length;
    if (spaceChars <= MOST_SPACE_HELD) return;
    const all = spaces.join('');
    forgetSpace();
    onText(all);
  }

  function forgetSpace(): void {
    spaces = [];
    spaceChars = 0;
  }

  function end(whole: boolean): void {
    const rest = held;
    held = '';
    if (block === undefined) {
      release(rest);
      const space = spaces.join('');
      forgetSpace();
      if (space !== '') onText(space);
      return;
    }
    tellBlock(block, rest);
    if (block.kind === 'reasoning-details') tellDetails();
    if (whole && block.mark !== undefined) onPutBack(block.mark, block.told);
    block = undefined;
  }

  return { feed, end };
}

function mayHoldMark(text: string): boolean {
  return text.includes('<') || text.includes('◁') || text.includes('[');
}
