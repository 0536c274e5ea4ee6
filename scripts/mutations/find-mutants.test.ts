import { expect, it } from 'vitest';
import { applied, findMutants } from './find-mutants.ts';

const mutated = (code: string) => findMutants('check.ts', code).map((mutant) => applied(code, mutant));

it.each([
  ['a finding', "warn({ said: 'x' })", ["({ status: 'ok' })"]],
  ['a guard', 'if (seen) go();', ['if (false) go();', 'if (true) go();']],
  ['a choice', 'go(seen ? 1 : 2);', ['go(false ? 1 : 2);', 'go(true ? 1 : 2);']],
  ['a choice of something or nothing', 'go(seen ? 1 : undefined);', ['go(false ? 1 : undefined);']],
  ['a part of a condition', 'go(one && other);', ['go((other));', 'go((one));']],
  ['the question for a shape is none', "go(seen.kind === 'x' && other);", ["go((seen.kind === 'x'));"]],
  ['how sure it is', "go({ confidence: 'certain' });", ["go({ confidence: 'probable' });"]],
  ['how sure somebody else is', 'go({ confidence: seen.x });', ["go({ confidence: 'mutant' });"]],
  ['the cause', "go({ cause: 'dns-failed' });", ["go({ cause: 'timeout' });"]],
  ['a cause handed on by its name', 'go({ cause });', ["go({ cause: 'mutant' });"]],
  ['a cause that is only compared', "go(cause === 'timeout');", []],
  ['what a check may find', "go({ causes: ['timeout'] });", []],
  ['a pattern', 'const { cause } = seen;', []],
  ['a type', "let cause: 'timeout';", []],
  ['rows of a table', 'const T = [1, 2];', ['const T = [2];', 'const T = [1, ];']],
  ['rows of a set', 'const T = new Set([1, 2,]);', ['const T = new Set([2,]);', 'const T = new Set([1, ]);']],
  [
    'rows of a record',
    'const T = { a: 1, b: 2 } as const;',
    ['const T = { b: 2 } as const;', 'const T = { a: 1,  } as const;'],
  ],
  ['a list within a function', 'function f() { const list = [1, 2]; }', []],
])('%s', (_name, code, expected) => {
  expect(mutated(code)).toEqual(expected);
});

it('says where and what', () => {
  expect(findMutants('check.ts', '\nif (seen.kind) go();')[0]).toMatchObject({
    line: 2,
    change: '`seen.kind` never holds',
  });
});
