/** A stretch of a passage around the words that were looked for, with those words marked. */
import { html, type Markup } from '../markup.ts';
import { wordsOf } from './fold-text.ts';

const EXCERPT_CHARACTERS = 180;

/** How much is shown before the first word found. */
const LEAD_CHARACTERS = 60;

export function excerpt(text: string, words: readonly string[]): Markup {
  const hits = wordsOf(text).filter(({ folded }) => words.some((word) => folded.startsWith(word)));
  const start = startOfExcerpt(text, hits[0]?.start ?? 0);
  const end = text.length - start <= EXCERPT_CHARACTERS ? text.length : lastSpace(text, start + EXCERPT_CHARACTERS);
  return html`${start > 0 ? '… ' : ''}${markWords(text.slice(start, end), words)}${end < text.length ? ' …' : ''}`;
}

/** The same, whole: for titles. */
export function markWords(text: string, words: readonly string[]): Markup {
  const pieces: (string | Markup)[] = [];
  let at = 0;
  for (const { folded, start, end } of wordsOf(text)) {
    if (start < at || !words.some((word) => folded.startsWith(word))) continue;
    pieces.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  pieces.push(text.slice(at));
  return html`${pieces}`;
}

function startOfExcerpt(text: string, firstHit: number): number {
  if (firstHit <= LEAD_CHARACTERS) return 0;
  return text.indexOf(' ', firstHit - LEAD_CHARACTERS) + 1;
}

function lastSpace(text: string, before: number): number {
  const space = text.lastIndexOf(' ', before);
  return space > 0 ? space : before;
}
