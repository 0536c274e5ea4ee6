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
    {
      onTakeBack() {
        told.reasoning += told.text;
        told.text = '';
      },
      onPutBack(mark, text) {
        expect(told.reasoning.endsWith(text)).toBe(true);
        told.text += mark + text;
        told.reasoning = told.reasoning.slice(0, told.reasoning.length - text.length);
      },
    },
  );
  for (const piece of pieces) splitter.feed(piece);
  splitter.end(true);
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
    ['</think>b', { text: 'b', reasoning: '' }],
    ['a</think>b', { text: 'b', reasoning: 'a' }],
    ['a\n</think>\n\nb', { text: 'b', reasoning: 'a\n' }],
    ['a</think>b</think>c', { text: 'c', reasoning: 'ab' }],
    [`${'a</think>'.repeat(3)}b</think>c`, { text: 'b</think>c', reasoning: 'aaa' }],
    ['<think>a</think>b</think>c', { text: 'b</think>c', reasoning: 'a' }],
    ['Put it between <think> and </think>.', { text: 'Put it between <think> and </think>.', reasoning: '' }],
    ['Close it with `</think>`.', { text: 'Close it with `</think>`.', reasoning: '' }],
    ['```xml\n<think>\na\n</think>\n```\nb', { text: '```xml\n<think>\na\n</think>\n```\nb', reasoning: '' }],
    ['A stray ` here\n</think>\nb', { text: 'b', reasoning: 'A stray ` here\n' }],
    ['a\n<think>b</think>c', { text: 'a\nc', reasoning: 'b' }],
    ['a.<think>b</think> c', { text: 'a. c', reasoning: 'b' }],
    ['Put "<think>" and (</think>) around it.', { text: 'Put "<think>" and (</think>) around it.', reasoning: '' }],
    ['a\n<think>b', { text: 'a\n<think>b', reasoning: '' }],
    ['<think lang="en">a</think >b', { text: 'b', reasoning: 'a' }],
    ['<|begin_of_thought|>a<|end_of_thought|>b', { text: 'b', reasoning: 'a' }],
    [
      '<|begin_of_thought|>\na\n<|end_of_thought|>\n\n<|begin_of_solution|>\nb\n<|end_of_solution|>',
      { text: 'b\n', reasoning: '\na\n' },
    ],
    ['a <|begin_of_thought|>b<|end_of_thought|> c', { text: 'a  c', reasoning: 'b' }],
    ['◁think▷a◁/think▷b', { text: 'b', reasoning: 'a' }],
    ['a◁/think▷b', { text: 'b', reasoning: 'a' }],
    ['a<|end_of_thought|>b', { text: 'b', reasoning: 'a' }],
    ['<reason>a</reason>b', { text: 'b', reasoning: 'a' }],
    ['<thought>a</thought>b', { text: 'b', reasoning: 'a' }],
    ['<code_interpreter type="code" lang="python">a</code_interpreter>b', { text: 'b', reasoning: 'a' }],
    [
      '<details type="reasoning" done="true" duration="3">\n<summary>Thought for 3 seconds</summary>\n> a &lt; b\n> c\n</details>\nd',
      { text: 'd', reasoning: 'a < b\nc' },
    ],
    [
      'a\n<details type="tool_calls" done="true" id="x" name="f" arguments="&quot;{}&quot;" result="1 > 0">\n<summary>Tool Executed</summary>\n</details>\nb',
      { text: 'a\n\nb', reasoning: '' },
    ],
    [
      "a <details id='1' type='code_interpreter'><summary>Analyzed</summary>x</details>b",
      { text: 'a b', reasoning: '' },
    ],
    ['<details type="tool_calls"><details>x</details>y</details>z', { text: 'z', reasoning: '' }],
    [
      '<details><summary>More</summary>a</details>b',
      { text: '<details><summary>More</summary>a</details>b', reasoning: '' },
    ],
    ['<details open>a</details>b', { text: '<details open>a</details>b', reasoning: '' }],
    ['<think>a</thinking>b', { text: 'b', reasoning: 'a' }],
    ['<thinking>\na\n</think>\n\nb', { text: 'b', reasoning: '\na\n' }],
    ['<|begin_of_thought|>a</think>b', { text: 'b', reasoning: 'a' }],
    ['<think>a ◁/think▷ c</think>b', { text: 'b', reasoning: 'a ◁/think▷ c' }],
    ['<think>Not "</reason>" yet</think>b', { text: 'b', reasoning: 'Not "</reason>" yet' }],
    ['<think>a<reason>b</reason>c</think>d', { text: 'd', reasoning: 'a<reason>b</reason>c' }],
    ['<think>a\n<think>b</think>c</think>d', { text: 'd', reasoning: 'a\n<think>bc' }],
    [
      '<think>It has <think> in it</think>Write </think> there.',
      { text: 'Write </think> there.', reasoning: 'It has <think> in it' },
    ],
    ['[THINK]a[/THINK]b', { text: 'b', reasoning: 'a' }],
    ['a[/THINK]b', { text: 'b', reasoning: 'a' }],
    ['See [think] and [1].', { text: 'See [think] and [1].', reasoning: '' }],
    ['[Think] about it.', { text: '[Think] about it.', reasoning: '' }],
    ['[1] a', { text: '[1] a', reasoning: '' }],
    ['[thi', { text: '[thi', reasoning: '' }],
    ['<seed:think>a</seed:think>b', { text: 'b', reasoning: 'a' }],
    ['<|START_THINKING|>a<|END_THINKING|><|START_RESPONSE|>b<|END_RESPONSE|>', { text: 'b', reasoning: 'a' }],
    [
      '<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>b',
      { text: 'b', reasoning: 'a' },
    ],
    ['<think/>b', { text: 'b', reasoning: '' }],
    ['<think />\n\nb', { text: 'b', reasoning: '' }],
    ['Put <think/> there', { text: 'Put <think/> there', reasoning: '' }],
    ['\u200b<think>a</think>b', { text: 'b', reasoning: 'a' }],
    ['<think>a</think>\u200bb', { text: 'b', reasoning: 'a' }],
    ['1 < 2 and <b>c</b> <|x', { text: '1 < 2 and <b>c</b> <|x', reasoning: '' }],
    ['', { text: '', reasoning: '' }],
  ])('%j', (text, expected) => {
    expect(split([text])).toEqual(expected);
    expect(split([...text])).toEqual(expected);
  });

  it('says the same however the text is cut', () => {
    const part = fc.constantFrom(
      ...[
        '<think>',
        '</think>',
        '<reasoning>',
        '</reasoning>',
        '<think/>',
        '[THINK]',
        '[/THINK]',
        '<|channel|>analysis<|message|>',
        '<|end|>',
        '\u200b',
        '<|begin_of_thought|>',
        '<|end_of_thought|>',
        '◁think▷',
      ],
      ...['◁/think▷', '<details type="reasoning">', '<details type="tool_calls" a="b>', '</details>', '<details', '`'],
      ...['<', '>', ' ', '\n', 'a', 'İ', '```', '<summary>', '<|begin_of_solution|>', '&lt;'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(split([...parts.join('')])).toEqual(split([parts.join('')]));
      }),
    );
  });

  it('takes white space one character at a time, also very much of it', () => {
    const spaces = Array.from({ length: 200_000 }, () => ' ');
    expect(split([...spaces, 'a'])).toEqual({ text: `${spaces.join('')}a`, reasoning: '' });
    expect(split(['<think>a</think>', ...spaces, 'b'])).toEqual({ text: 'b', reasoning: 'a' });
  });

  it('hands text on at once as soon as it cannot be a tag any more', () => {
    const told: string[] = [];
    const splitter = createThinkSplitter(
      (text) => told.push(text),
      () => {},
      { onTakeBack() {}, onPutBack() {} },
    );
    splitter.feed('<th');
    expect(told).toEqual([]);
    splitter.feed('e');
    splitter.feed(' rest');
    expect(told).toEqual(['<the', ' rest']);
  });
});
