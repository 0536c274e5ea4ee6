import { expect, it } from 'vitest';
import { awaited, NOTHING_YET, type RunState, withLine } from './run-state.ts';
import { checkOf, linesOf } from './testing-check.ts';

const BEGIN = {
  kind: 'begin',
  checks: [
    { id: 'key/known', group: 'key' },
    { id: 'answer/one-token', group: 'answer' },
  ],
} as const;

const after = (...lines: Parameters<typeof withLine>[1][]): RunState => lines.reduce(withLine, NOTHING_YET);

it('knows what has come, and what is still awaited', () => {
  const state = after({ ...BEGIN, checks: [...BEGIN.checks] }, { kind: 'check', check: checkOf('key/known', 'fail') });
  expect(state.arrived.get('key/known')?.status).toBe('fail');
  expect(awaited(state)).toEqual([{ id: 'answer/one-token', group: 'answer' }]);
});

it('says what takes long until it has come', () => {
  const slow = { kind: 'slow', id: 'answer/one-token', text: 'The model is slow.' } as const;
  const waiting = after({ ...BEGIN, checks: [...BEGIN.checks] }, slow);
  expect(waiting.slow.get('answer/one-token')).toBe('The model is slow.');
  const come = withLine(waiting, { kind: 'check', check: checkOf('answer/one-token', 'ok') });
  expect(come.slow.size).toBe(0);
  expect(withLine(come, slow).slow.size).toBe(0);
});

it('takes the whole report at the end, whatever came before', () => {
  const checks = [checkOf('key/known', 'ok'), checkOf('answer/one-token', 'warn')];
  const state = linesOf(checks)
    .filter(({ kind }) => kind !== 'check')
    .reduce(withLine, NOTHING_YET);
  expect([...state.arrived.values()]).toEqual(checks);
  expect(awaited(state)).toEqual([]);
  expect(state.end?.markdown).toBe('## Report');
});

it('keeps what was said when the doctor itself fails', () => {
  const state = after({ kind: 'check', check: checkOf('key/known', 'fail') }, { kind: 'failed', text: 'Why.' });
  expect([state.failed, state.arrived.size, state.end]).toEqual(['Why.', 1, undefined]);
});
