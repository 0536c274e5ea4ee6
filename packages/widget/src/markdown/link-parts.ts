/** Destination, title and label of a link, at a place in a text. */
import { unescaped } from './unescaped.ts';

/** `length`: how much of the text it takes. */
export interface Part {
  text: string;
  length: number;
}

export const LABEL = /\[(?:[^\\[\]]|\\.){0,1000}\]/sy;
const IN_ANGLES = /<(?:[^<>\n\\]|\\.)*>/y;
const TITLE = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)/sy;
/** At most one line break. */
const SPACES = /[ \t]*(?:\n[ \t]*)?/y;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

export function spacesAt(text: string, at: number): number {
  return matchAt(SPACES, text, at)?.length ?? 0;
}

export function destinationAt(text: string, at: number): Part | undefined {
  const angles = matchAt(IN_ANGLES, text, at);
  if (angles) return { text: unescaped(angles.slice(1, -1)), length: angles.length };
  if (text[at] === '<') return undefined;
  let depth = 0;
  let end = at;
  for (; end < text.length; end++) {
    const sign = text[end] ?? '';
    if (sign === '\\' && /[!-/:-@[-`{-~]/.test(text[end + 1] ?? '')) end++;
    else if (sign === '(') depth++;
    else if (sign === ')' && depth === 0) break;
    else if (sign === ')') depth--;
    else if (sign <= ' ' || sign === '\u007f') break;
  }
  if (depth !== 0 || (end === at && text[at] !== ')')) return undefined;
  return { text: unescaped(text.slice(at, end)), length: end - at };
}

export function titleAt(text: string, at: number): Part | undefined {
  const title = matchAt(TITLE, text, at);
  return title === undefined ? undefined : { text: title.slice(1, -1), length: title.length };
}
