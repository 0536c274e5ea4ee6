import { expect, it } from 'vitest';
import { finishedSentences } from './finished-sentences.ts';

it.each([
  ['We open at nine. We close', 'We open at nine.'],
  ['We open at nine.', ''],
  ['Pi is 3.14 or so', ''],
  ['One? Two! Three', 'One? Two!'],
  ['- bread\n- cake', '- bread\n'],
  ['九時に開きます。六時', '九時に開きます。'],
  ['هل تسمع؟ نعم', 'هل تسمع؟'],
  ['', ''],
])('of “%s”, “%s” is whole', (text, whole) => {
  expect(finishedSentences(text, 0)).toBe(whole);
});

it('goes on where it was, and says every word once', () => {
  const text = 'We open at nine. We close at six.\nNot on Sunday.';
  const said: string[] = [];
  for (let length = 0, from = 0; length <= text.length; length++) {
    const next = finishedSentences(text.slice(0, length), from);
    from += next.length;
    if (next !== '') said.push(next);
  }
  expect(said).toEqual(['We open at nine.', ' We close at six.\n']);
});
