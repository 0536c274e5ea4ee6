import { expect, it } from 'vitest';
import type { AnswerHandler } from '../chat-completion-types.ts';
import { passOn } from './pass-on.ts';

type Told = [who: string, what: string, value: unknown];

function handlerOf(who: string, told: Told[]): AnswerHandler {
  const tell = (what: string) => (value: unknown) => void told.push([who, what, value]);
  return {
    onText: tell('text'),
    onReasoning: tell('reasoning'),
    onRewrite: tell('rewrite'),
    onSources: tell('sources'),
    onEnd: tell('end'),
  };
}

it('tells whoever listens at that moment', () => {
  const told: Told[] = [];
  let listener = handlerOf('first', told);
  const passed = passOn(() => listener);
  passed.onText('a');
  listener = handlerOf('second', told);
  passed.onReasoning('b');
  expect(told).toEqual([
    ['first', 'text', 'a'],
    ['second', 'reasoning', 'b'],
  ]);
});

it('asks before each, and says which of them are words', () => {
  const told: Told[] = [];
  const asked: string[] = [];
  const listener = handlerOf('one', told);
  const passed = passOn(
    () => listener,
    (say, what) => {
      asked.push(what);
      if (what === 'words') say();
    },
  );
  passed.onText('a');
  passed.onReasoning('b');
  passed.onRewrite({ text: 'c', reasoning: '' });
  passed.onSources([]);
  passed.onUsage({ inputTokens: 1 } as never);
  expect(asked).toEqual(['words', 'words', 'words', 'other', 'other']);
  expect(told.map(([, what]) => what)).toEqual(['text', 'reasoning', 'rewrite']);
});

it('bears a listener that wants to know of text alone', () => {
  const passed = passOn(() => handlerOf('one', []));
  expect(() => {
    passed.onActivity({} as never);
    passed.onUsage({} as never);
  }).not.toThrow();
});
