/** What follows a bracket that closes, where it makes a link of it. */
import type { Definition, Definitions } from './definitions.ts';
import { destinationAt, LABEL, MAX_LABEL_CHARS, spacesAt, titleAt } from './link-parts.ts';
import { unescaped } from './unescaped.ts';

export interface LinkTarget {
  /** Where it leads; undefined where it is none. */
  found: Definition | undefined;
  /** Where the text goes on. */
  end: number;
  /** More of the text could say otherwise. */
  isOpen: boolean;
  /** A label that nothing defines. */
  unknown?: string;
}

/** `(/address "title")`, from the bracket on. */
export function inlineTarget(text: string, from: number): LinkTarget {
  const none = (isOpen: boolean): LinkTarget => ({ found: undefined, end: from, isOpen });
  let at = from + 1;
  at += spacesAt(text, at);
  const destination = destinationAt(text, at);
  if ('isOpen' in destination) return none(destination.isOpen);
  at += destination.length;
  const spaces = spacesAt(text, at);
  const title = spaces > 0 ? titleAt(text, at + spaces) : undefined;
  if (title && 'isOpen' in title) return none(title.isOpen);
  at += spaces + (title?.length ?? 0);
  at += spacesAt(text, at);
  const found = { address: destination.text, title: unescaped(title?.text ?? '') };
  // Data that is cut off is still data, and nothing to print.
  if (at >= text.length && /^data:/i.test(destination.text)) return { found, end: at, isOpen: true };
  if (text[at] !== ')') return none(at >= text.length);
  return { found, end: at + 1, isOpen: false };
}

/** `[label]`, or the text of the brackets themselves. */
export function labelTarget(text: string, from: number, own: string | undefined, known: Definitions): LinkTarget {
  LABEL.lastIndex = from;
  const label = LABEL.exec(text)?.[0];
  const isOpen = from >= text.length || (!label && text[from] === '[' && text.length - from <= MAX_LABEL_CHARS * 2);
  const isFull = label !== undefined && label.length > 2;
  const name = isFull ? label.slice(1, -1) : own;
  const none = { found: undefined, end: from, isOpen };
  if (name === undefined || name.length > MAX_LABEL_CHARS || name.trim() === '') return none;
  const found = known.get(name);
  return found ? { found, end: from + (label?.length ?? 0), isOpen } : { ...none, unknown: name };
}
