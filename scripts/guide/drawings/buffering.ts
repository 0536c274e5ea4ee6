/** The same ten pieces of an answer, passed on at once and held back. */
import type { DrawingWords } from './drawing-words.ts';
import { arrow, svg, text } from './svg.ts';

const PIECES = 10;

export function buffering(words: DrawingWords, width: number): string {
  const [left, right] = [8, width - 24];
  const every = (right - left - 20) / PIECES;
  const line = (top: number, name: string, at: (index: number) => number, look: string) => [
    text(left, top, name, { size: 14, look: `strong ${look}` }),
    arrow([left, top + 44], [right, top + 44]),
    ...Array.from(
      { length: PIECES },
      (_, index) =>
        `<rect x="${Math.round(at(index))}" y="${top + 18}" width="5" height="20" rx="2" class="${look === 'warn' ? 'held' : 'on'}"/>`,
    ),
    text(right, top + 64, words.time, { size: 12, look: 'muted', anchor: 'end' }),
  ];
  return svg(width, 176, [
    '<style>.held{fill:var(--warn)}</style>',
    ...line(16, words.passedOn, (index) => left + 12 + index * every, 'accent'),
    ...line(108, words.heldBack, (index) => right - 14 - (PIECES - index) * 7, 'warn'),
  ]);
}
