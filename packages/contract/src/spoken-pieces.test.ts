import { describe, expect, it } from 'vitest';
import { MAX_PIECE_CHARS, MAX_SPOKEN_PIECES, spokenPieces } from './spoken-pieces.ts';

describe('what is read of an answer', () => {
  it.each([
    [
      '## Opening hours\n\nWe open at **nine** and close at _five_.',
      'Opening hours We open at nine and close at five.',
    ],
    [
      'See [our page](https://shop.example/a?b=1 "Title") and ![the door](/d.png).[1][12]',
      'See our page and the door.',
    ],
    ['- [x] bread\n* milk\n> quoted', 'bread milk quoted'],
    ['| Day | Hours |\n|---|:--|\n| Monday | 9 |', 'Day Hours Monday 9'],
    ['Before.\n```js\nalert(1)\n```\nAfter.', 'Before. After.'],
    ['~~~\n```\nhidden\n~~~\nshown', 'shown'],
    ['Go to https://shop.example/path/to?x=1 now.', 'Go to shop.example now.'],
    ['Es ist 3.5 Meter lang.', 'Es ist 3.5 Meter lang.'],
    ['```\nnothing but code', ''],
    ['***', ''],
  ])('of %j is %j', (markdown, spoken) => {
    expect(spokenPieces(markdown).join(' ')).toBe(spoken);
  });

  it('comes in pieces that end with a sentence', () => {
    const sentence = `${'word '.repeat(30)}end.`;
    const pieces = spokenPieces(Array(7).fill(sentence).join(' '));
    expect(pieces.length).toBe(4);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(MAX_PIECE_CHARS);
      expect(piece.endsWith('.')).toBe(true);
    }
  });

  it('is parted where no sentence ends, and ends somewhere', () => {
    const pieces = spokenPieces('あ'.repeat(MAX_PIECE_CHARS * (MAX_SPOKEN_PIECES + 5)));
    expect(pieces.length).toBe(MAX_SPOKEN_PIECES);
    expect(pieces[0]?.length).toBe(MAX_PIECE_CHARS);
  });

  it('takes time that grows with the length alone', () => {
    // With a backtracking expression, these take minutes.
    for (const bad of ['[', '![](', '[a](', 'https://', '- ', '*', '> '])
      expect(spokenPieces(bad.repeat(60_000)).length).toBeLessThanOrEqual(MAX_SPOKEN_PIECES);
  });
});
