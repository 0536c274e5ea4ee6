/**
 * Some models write their reasoning into the answer itself, between `<think>` and `</think>`. Only blocks at the very
 * start of an answer are taken for reasoning: further down, a tag is more likely something the answer talks about.
 */
export interface ThinkSplitter {
  feed(text: string): void;
  /** The answer is over: what was held back, waiting for the rest of a tag, is told. */
  end(): void;
}

const TAGS = ['think', 'thinking', 'thought', 'reason', 'reasoning'];
const OPENING = /^\s*<(think|thinking|thought|reason|reasoning)>/i;
const LONGEST_TAG = '</reasoning>'.length;

export function createThinkSplitter(
  onText: (text: string) => void,
  onReasoning: (text: string) => void,
): ThinkSplitter {
  let state: 'start' | 'reasoning' | 'text' = 'start';
  let closing = '';
  let closingPattern = /$^/;
  let afterBlock = false;
  let held = '';

  function feed(text: string): void {
    if (state === 'text') {
      onText(text);
      return;
    }
    held += text;
    while (held !== '' && step());
  }

  /** @returns whether there may be more to do with what is held */
  function step(): boolean {
    if (state === 'start') return atStart();
    if (state === 'reasoning') return inReasoning();
    const text = held;
    held = '';
    onText(text);
    return false;
  }

  function atStart(): boolean {
    const opening = OPENING.exec(held);
    if (opening) {
      closing = `</${opening[1]?.toLowerCase()}>`;
      closingPattern = new RegExp(closing, 'i');
      held = held.slice(opening[0].length);
      state = 'reasoning';
      return true;
    }
    if (mayBecomeOpening(held)) return false;
    // The blank lines after a block belong to it, not to the answer.
    if (afterBlock) held = held.trimStart();
    state = 'text';
    return true;
  }

  function inReasoning(): boolean {
    const at = held.search(closingPattern);
    if (at !== -1) {
      if (at > 0) onReasoning(held.slice(0, at));
      held = held.slice(at + closing.length);
      state = 'start';
      afterBlock = true;
      return true;
    }
    const sure = held.length - partOfClosing(held);
    if (sure > 0) {
      onReasoning(held.slice(0, sure));
      held = held.slice(sure);
    }
    return false;
  }

  /** How many characters at the end of `text` could be the beginning of the closing tag. */
  function partOfClosing(text: string): number {
    const tail = text.slice(-(closing.length - 1));
    for (let from = 0; from < tail.length; from++) {
      if (closing.startsWith(tail.slice(from).toLowerCase())) return tail.length - from;
    }
    return 0;
  }

  function end(): void {
    if (held === '') return;
    const rest = held;
    held = '';
    if (state === 'reasoning') onReasoning(rest);
    else if (!afterBlock || rest.trim() !== '') onText(rest);
  }

  return { feed, end };
}

function mayBecomeOpening(text: string): boolean {
  const tag = text.trimStart().toLowerCase();
  if (tag === '') return true;
  return tag.length < LONGEST_TAG && TAGS.some((name) => `<${name}>`.startsWith(tag));
}
