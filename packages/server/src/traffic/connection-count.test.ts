import { expect, it } from 'vitest';
import { connectionCount, MAX_CONNECTIONS } from './connection-count.ts';

const limits = (files: string) => `Limit  Soft Limit  Hard Limit  Units
Max processes             1024   1024   processes
Max open files            ${files}                 1048576              files     `;

it.each([
  ['1048576', MAX_CONNECTIONS],
  ['1024', 924],
  ['400', 300],
  ['150', 75],
  ['unlimited', MAX_CONNECTIONS],
])('with %s open files', (files, connections) => {
  expect(connectionCount(limits(files))).toBe(connections);
});

it('takes what memory allows where nobody says how many files may be open', () => {
  expect(connectionCount('')).toBe(MAX_CONNECTIONS);
});
