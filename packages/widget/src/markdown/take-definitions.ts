import type { Block } from './block.ts';
import type { Definitions } from './definitions.ts';
import { destinationAt, LABEL, spacesAt, titleAt } from './link-parts.ts';
import { lineAfter, wholeText } from './text-line.ts';
import { unescaped } from './unescaped.ts';

/** Takes the definitions from a paragraph's beginning. */
export function takeDefinitions(block: Block, definitions: Definitions): void {
  if (!block.mayDefine) return;
  const text = wholeText(block.last);
  let left = text;
  while (left.startsWith('[')) {
    const length = definitionAt(left, definitions);
    if (length === 0) break;
    left = left.slice(length);
  }
  if (left === text) return;
  block.last = undefined;
  if (left !== '') for (const line of left.split('\n')) block.last = lineAfter(block.last, line);
}

/** @returns how long it is; 0 where there is none */
function definitionAt(text: string, definitions: Definitions): number {
  LABEL.lastIndex = 0;
  const label = LABEL.exec(text)?.[0];
  if (!label || label.slice(1, -1).trim() === '' || text[label.length] !== ':') return 0;
  let at = label.length + 1;
  at += spacesAt(text, at);
  const destination = destinationAt(text, at);
  if ('isOpen' in destination) return 0;
  at += destination.length;
  const afterAddress = at;
  const spaces = spacesAt(text, at);
  const written = spaces > 0 ? titleAt(text, at + spaces) : undefined;
  let title = written && 'text' in written ? written : undefined;
  if (title) at += spaces + title.length;
  let end = endOfLine(text, at);
  if (end === undefined && title) {
    // What looked like a title belongs to the next line.
    title = undefined;
    end = endOfLine(text, afterAddress);
  }
  if (end === undefined) return 0;
  definitions.add(label.slice(1, -1), { address: destination.text, title: unescaped(title?.text ?? '') });
  return end;
}

function endOfLine(text: string, from: number): number | undefined {
  const rest = /^[ \t]*(?:\n|$)/.exec(text.slice(from))?.[0];
  return rest === undefined ? undefined : from + rest.length;
}
