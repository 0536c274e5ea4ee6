/**
 * Whether the place that a text has come to is inside Markdown code, where marks are something the answer shows. Takes the
 * text in pieces cut anywhere, looks at every character once and keeps a few numbers.
 */
export interface MarkdownCodeTracker {
  /** The next piece of text. */
  feed(text: string): void;
  /** What follows is no backtick: is it inside a fenced block? */
  insideFence(): boolean;
  /** What follows is no backtick: is it inside a span between backticks, in this paragraph? */
  insideSpan(): boolean;
  /** Nothing but white space since the line began. */
  atLineStart(): boolean;
  /** A new text begins. */
  reset(): void;
}

const BACKTICK = 96;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;
/** As many backticks make a block, fewer a span. */
const FENCE = 3;

export function createMarkdownCodeTracker(): MarkdownCodeTracker {
  /** Backticks that opened the block or span we are in; 0 outside. */
  let fence = 0;
  let span = 0;
  /** Backticks just seen, not yet known to be all. */
  let run = 0;
  let lineStart = true;

  function endRun(): void {
    if (run === 0) return;
    if (fence > 0) {
      if (run >= fence) fence = 0;
    } else if (span > 0) {
      if (run === span) span = 0;
    } else if (run >= FENCE) {
      fence = run;
    } else {
      span = run;
    }
    run = 0;
  }

  function feed(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const character = text.charCodeAt(at);
      if (character === BACKTICK) {
        run++;
        lineStart = false;
        continue;
      }
      if (run > 0) endRun();
      if (character === LINE_FEED) {
        // A paragraph has ended, and a span that nobody closed with it.
        if (lineStart) span = 0;
        lineStart = true;
      } else if (lineStart && character !== SPACE && character !== TAB && character !== CARRIAGE_RETURN) {
        lineStart = false;
      }
    }
  }

  return {
    feed,
    insideFence() {
      endRun();
      return fence > 0;
    },
    insideSpan() {
      endRun();
      return span > 0;
    },
    atLineStart: () => lineStart,
    reset() {
      fence = 0;
      span = 0;
      run = 0;
      lineStart = true;
    },
  };
}
