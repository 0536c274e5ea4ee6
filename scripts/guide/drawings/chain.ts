/** Who talks to whom, and where the key is. */
import type { DrawingWords } from './drawing-words.ts';
import { arrow, key, place, svg, text } from './svg.ts';

const names = (words: DrawingWords): [name: string, note: string][] => [
  [words.browser, words.browserNote],
  ['Guichet', words.guichetNote],
  ['Open WebUI', words.openWebUiNote],
  [words.providers, words.providersNote],
];

export function chain(words: DrawingWords): string {
  const [width, gap, height] = [122, 72, 68];
  const left = (index: number) => index * (width + gap);
  const top = 34;
  const boxes = names(words).map(([name, note], index) =>
    place(left(index), top, width, height, name, note, index === 1 ? 'box here' : 'box'),
  );
  const ways = [0, 1, 2].flatMap((index) => {
    const [from, to] = [left(index) + width + 6, left(index + 1) - 6];
    return [
      arrow([from, top + 24], [to, top + 24], index === 1 ? 'here' : ''),
      arrow([to, top + 46], [from, top + 46], index === 1 ? 'here' : ''),
    ];
  });
  const middle = (index: number) => left(index) + width + gap / 2;
  return svg(left(3) + width, 136, [
    ...boxes,
    ...ways,
    text(middle(0), top + 16, words.asks, { size: 12, look: 'muted', anchor: 'middle' }),
    text(middle(0), top + 64, words.answer, { size: 12, look: 'muted', anchor: 'middle' }),
    key(middle(1) - 13, top - 26, 'here'),
    text(middle(1), top + 16, words.withKey, { size: 12, look: 'accent', anchor: 'middle' }),
    text(left(0) + width / 2, top + height + 22, words.noKey, { size: 12, look: 'muted', anchor: 'middle' }),
  ]);
}

export function narrowChain(words: DrawingWords): string {
  const [width, height, gap] = [340, 60, 58];
  const top = (index: number) => index * (height + gap) + 2;
  const boxes = names(words).map(([name, note], index) =>
    place(
      2,
      top(index),
      width - 4,
      height,
      name,
      index === 0 ? `${note}, ${words.noKey}` : note,
      index === 1 ? 'box here' : 'box',
    ),
  );
  const ways = [0, 1, 2].flatMap((index) => {
    const [from, to] = [top(index) + height + 6, top(index + 1) - 6];
    const look = index === 1 ? 'here' : '';
    return [arrow([150, from], [150, to], look), arrow([190, to], [190, from], look)];
  });
  const beside = (index: number) => top(index) + height + gap / 2 + 4;
  return svg(width, top(3) + height + 2, [
    ...boxes,
    ...ways,
    text(138, beside(0), words.asks, { size: 13, look: 'muted', anchor: 'end' }),
    text(202, beside(0), words.answer, { size: 13, look: 'muted' }),
    text(138, beside(1), words.withKey, { size: 13, look: 'accent', anchor: 'end' }),
    key(204, beside(1) - 11, 'here'),
  ]);
}
