import { expect, it } from 'vitest';
import { SiteList } from './site-list.ts';

it('adds sites as they are typed, offers the twin, and takes them away', () => {
  const sites = new SiteList([]);
  sites.text.value = 'www.example.com/contact';
  expect(sites.add()).toBe('https://www.example.com');
  expect(sites.shortened.value).toBe('https://www.example.com');
  expect(sites.twin.value).toBe('https://example.com');
  sites.addOrigin('https://example.com');
  expect(sites.twin.value).toBeUndefined();
  sites.remove('https://www.example.com');
  expect(sites.origins.value).toEqual(['https://example.com']);
});

it('says what is wrong until something else is typed', () => {
  const sites = new SiteList(['https://example.com']);
  sites.text.value = 'example.com';
  expect(sites.add()).toBeUndefined();
  expect(sites.problem.value).toBe('twice');
  sites.typed();
  expect(sites.problem.value).toBeUndefined();
});

it('takes what stands in the field along when one goes on, unless it is no address', () => {
  const sites = new SiteList(['https://example.com']);
  expect(sites.settle()).toBe(true);
  sites.text.value = 'example.com';
  expect(sites.settle()).toBe(true);
  sites.text.value = 'not one';
  expect(sites.settle()).toBe(false);
  sites.text.value = 'example.org';
  expect(sites.settle()).toBe(true);
  expect(sites.origins.value).toEqual(['https://example.com', 'https://example.org']);
});
