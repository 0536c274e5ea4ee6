import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createThinkSplitter } from './think-splitter.ts';

function split(pieces: string[]): { text: string; reasoning: string } {
  const told = { text: '', reasoning: '' };
  const splitter = createThinkSplitter(
    (text) => {
      told.text += text;
    },
    (text) => {
      told.reasoning += text;
    },
  );
  for (const piece of pieces) splitter.feed(piece);
  splitter.end();
  return told;
}

describe('the think splitter', () => {
  it.each([
    ['<think>a</think>b', { text: 'b', reasoning: 'a' }],
    ['\n<think>\na\n</think>\n\nb', { text: 'b', reasoning: '\na\n' }],
    ['<thinking>a</thinking>b', { text: 'b', reasoning: 'a' }],
    ['<Think>a</THINK>b', { text: 'b', reasoning: 'a' }],
    ['<think>a</think><think>b</think>c', { text: 'c', reasoning: 'ab' }],
    ['<think>a < b </thin c</think>d', { text: 'd', reasoning: 'a < b </thin c' }],
    ['<think></think>b', { text: 'b', reasoning: '' }],
    ['<think>never closed', { text: '', reasoning: 'never closed' }],
    ['A tag: <think>a</think>', { text: 'A tag: <think>a</think>', reasoning: '' }],
    ['<thinker>a</thinker>', { text: '<thinker>a</thinker>', reasoning: '' }],
    ['<', { text: '<', reasoning: '' }],
    ['<thi', { text: '<thi', reasoning: '' }],
    ['  \n', { text: '  \n', reasoning: '' }],
    ['</think>b', { text: '</think>b', reasoning: '' }],
    ['', { text: '', reasoning: '' }],
  ])('%j', (text, expected) => {
    expect(split([text])).toEqual(expected);
    expect(split([...text])).toEqual(expected);
  });

  it('says the same however the text is cut', () => {
    const part = fc.constantFrom('<think>', '</think>', '<reasoning>', '</reasoning>', '<', '>', ' ', '\n', 'a', 'İ');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(split([...parts.join('')])).toEqual(split([parts.join('')]));
      }),
    );
  });

  it('hands text on at once as soon as it cannot be a tag any more', () => {
    const told: string[] = [];
    const splitter = createThinkSplitter(
      (text) => told.push(text),
      () => {},
    );
    splitter.feed('<th');
    expect(told).toEqual([]);
    splitter.feed('e');
    splitter.feed(' rest');
    expect(told).toEqual(['<the', ' rest']);
  });
});
