/**
 * Longest text that is parsed unseen: a token's frame has some hundred characters. In what is longer, brackets are counted
 * first, because each level of nesting costs the parser a microsecond and whoever reads it a stack frame.
 */
const UNSEEN_CHARS = 4 * 1024;

/** Deepest nesting that is read. What real servers send has ten levels. */
const DEEPEST_LEVEL = 500;

/** @returns undefined for text that is no JSON, or is nested beyond all measure */
export function parseJson(text: string): unknown {
  if (text.length > UNSEEN_CHARS && isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPENING_SQUARE = 91;
const CLOSING_SQUARE = 93;
const OPENING_CURLY = 123;
const CLOSING_CURLY = 125;

function isTooDeep(text: string): boolean {
  let level = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) {
      at = endOfString(text, at);
    } else if (character === OPENING_SQUARE || character === OPENING_CURLY) {
      if (++level > DEEPEST_LEVEL) return true;
    } else if (character === CLOSING_SQUARE || character === CLOSING_CURLY) {
      level--;
    }
  }
  return false;
}

/** @param start where the quote stands that opens it */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}
