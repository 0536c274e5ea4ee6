import { expect, it } from 'vitest';
import { OriginList } from './origin-list.ts';

it('adds origins as they are typed, offers the twin, and takes them away', () => {
  const list = new OriginList([]);
  list.text.value = 'www.example.com/contact';
  expect(list.add()).toBe('https://www.example.com');
  expect(list.shortened.value).toBe('https://www.example.com');
  expect(list.twin.value).toBe('https://example.com');
  list.addOrigin('https://example.com');
  expect(list.twin.value).toBeUndefined();
  list.remove('https://www.example.com');
  expect(list.origins.value).toEqual(['https://example.com']);
});

it('says what is wrong until something else is typed', () => {
  const list = new OriginList(['https://example.com']);
  list.text.value = 'example.com';
  expect(list.add()).toBeUndefined();
  expect(list.problem.value).toBe('twice');
  list.typed();
  expect(list.problem.value).toBeUndefined();
});

it('takes what stands in the field along when one goes on, unless it is no address', () => {
  const list = new OriginList(['https://example.com']);
  expect(list.settle()).toBe(true);
  list.text.value = 'example.com';
  expect(list.settle()).toBe(true);
  list.text.value = 'not one';
  expect(list.settle()).toBe(false);
  list.text.value = 'example.org';
  expect(list.settle()).toBe(true);
  expect(list.origins.value).toEqual(['https://example.com', 'https://example.org']);
});
