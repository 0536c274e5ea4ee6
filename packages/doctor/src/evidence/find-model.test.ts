import { expect, it } from 'vitest';
import { nearest } from './find-model.ts';

const models = (...ids: string[]) => ids.map((id) => ({ id, name: `Name of ${id}` }));

it.each([
  ['other capitals', 'Echo', ['slow', 'echo'], 'echo'],
  ['its name', 'name of echo', ['slow', 'echo'], 'echo'],
  ['without what stands before the slash and after the colon', 'hf.co/echo:8b', ['slow', 'echo'], 'echo'],
  ['an accent in two pieces', 'modèle-été'.normalize('NFD'), ['slow', 'modèle-été'], 'modèle-été'],
])('finds the model that was meant: %s', (_, wished, ids, expected) => {
  expect(nearest(wished, models(...ids))).toBe(expected);
});

it.each([
  ['another word of another alphabet', '模型甲', ['模型乙']],
  ['nothing but signs', '???', ['---', 'echo']],
  ['nothing but signs before the colon', '--:8b', ['--:24b', 'echo']],
])('names none that only looks alike to who leaves out what he cannot read: %s', (_, wished, ids) => {
  expect(nearest(wished, models(...ids))).toBeUndefined();
});
