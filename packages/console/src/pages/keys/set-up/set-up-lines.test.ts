import { expect, it } from 'vitest';
import { atRest, type SetUpLine, withProgress } from './set-up-lines.ts';

const step = (id: string, state: 'to-do' | 'done' | 'undone' | 'failed' = 'to-do') => ({ id, text: id, state });
const states = (lines: readonly SetUpLine[]) => lines.map(({ id, state }) => `${id} ${state}`);

it('a planned step turns, in its place', () => {
  let lines: readonly SetUpLine[] = [step('a'), step('b')];
  lines = withProgress(lines, { kind: 'before', step: step('a') });
  expect(states(lines)).toEqual(['a doing', 'b to-do']);
  lines = withProgress(lines, { kind: 'after', step: { ...step('a', 'failed'), why: 'Why.' } });
  expect(states(lines)).toEqual(['a failed', 'b to-do']);
  expect(lines[0]?.why).toBe('Why.');
  expect(withProgress(lines, { kind: 'end', ok: false, text: 'End.' })).toBe(lines);
});

it('a step that nobody announced joins at the end', () => {
  const lines = withProgress([step('a', 'undone')], { kind: 'after', step: step('b', 'undone') });
  expect(states(lines)).toEqual(['a undone', 'b undone']);
});

it('nothing stays under way when the connection is lost', () => {
  expect(states(atRest([step('a', 'done'), { ...step('b'), state: 'doing' }]))).toEqual(['a done', 'b to-do']);
});
