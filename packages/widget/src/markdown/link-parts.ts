/** Destination, title and label of a link, at a place in a text. */
import { unescaped } from './unescaped.ts';

/** `length`: how much of the text it takes. */
export interface Part {
  text: string;
  length: number;
}

/** There is none; `isOpen`: more of the text could make one. */
export interface NoPart {
  isOpen: boolean;
}

export const MAX_LABEL_CHARS = 1_000;

/** Longer titles are text. */
const MAX_TITLE_CHARS = 1_000;

/** Longer addresses are text, except those that are data themselves. */
const MAX_DESTINATION_CHARS = 4_000;

export const LABEL = /\[(?:[^\\[\]]|\\.){0,1000}\]/sy;
const IN_ANGLES = /<(?:[^<>\n\\]|\\.){0,4000}>/y;
const TITLE = /"(?:[^"\\]|\\.){0,1000}"|'(?:[^'\\]|\\.){0,1000}'|\((?:[^()\\]|\\.){0,1000}\)/sy;
const DATA = /data:[\w/+.;=,%-]*/iy;
/** At most one line break. */
const SPACES = /[ \t]*(?:\n[ \t]*)?/y;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

export function spacesAt(text: string, at: number): number {
  return matchAt(SPACES, text, at)?.length ?? 0;
}

export function destinationAt(text: string, at: number): Part | NoPart {
  if (at >= text.length) return { isOpen: true };
  if (text[at] === '<') {
    const angles = matchAt(IN_ANGLES, text, at);
    if (angles) return { text: unescaped(angles.slice(1, -1)), length: angles.length };
    return { isOpen: text.length - at <= MAX_DESTINATION_CHARS && !/[\n<]/.test(text.slice(at + 1)) };
  }
  let depth = 0;
  let end = at + (matchAt(DATA, text, at)?.length ?? 0);
  const most = end + MAX_DESTINATION_CHARS;
  for (; end < text.length; end++) {
    const sign = text[end] ?? '';
    if (end > most) return { isOpen: false };
    if (sign === '\\' && /[!-/:-@[-`{-~]/.test(text[end + 1] ?? '')) end++;
    else if (sign === '(') depth++;
    else if (sign === ')' && depth === 0) break;
    else if (sign === ')') depth--;
    else if (sign <= ' ' || sign === '\u007f') break;
  }
  if (depth !== 0 || (end === at && text[at] !== ')')) return { isOpen: end >= text.length };
  return { text: unescaped(text.slice(at, end)), length: end - at };
}

/** @returns undefined where something else stands there */
export function titleAt(text: string, at: number): Part | NoPart | undefined {
  const title = matchAt(TITLE, text, at);
  if (title !== undefined) return { text: title.slice(1, -1), length: title.length };
  const begins = /["'(]/.test(text[at] ?? '');
  return begins ? { isOpen: text.length - at <= MAX_TITLE_CHARS * 2 } : undefined;
}
