import { expect, it } from 'vitest';
import { readRedisAddress } from './redis-address.ts';

it.each([
  ['redis://cache', 'redis://cache', 'cache:6379'],
  ['redis://cache:6380/3', 'redis://cache:6380/3', 'cache:6380/3'],
  ['rediss://user:p%40ss@cache.example.com/', 'rediss://user:p%40ss@cache.example.com/', 'cache.example.com:6379'],
  ['valkey://:hush@cache', 'redis://:hush@cache', 'cache:6379'],
  ['valkeys://cache', 'rediss://cache', 'cache:6379'],
  ['redis://[::1]:6379', 'redis://[::1]:6379', '[::1]:6379'],
])('reads %s', (text, url, place) => {
  expect(readRedisAddress(text)).toMatchObject({ url, place });
  expect(place).not.toContain('hush');
});

it('the host name has no brackets', () => {
  expect(readRedisAddress('redis://[::1]')?.hostname).toBe('::1');
});

it.each([
  'cache:6379',
  'cache',
  'http://cache:6379',
  'postgres://u:p@db/guichet',
  'redis://',
  'redis://cache/first',
  'redis://cache/123456',
  'redis://cache?db=1',
  'redis://:%zz@cache',
  'redis://pass/word@cache',
  'unix:///run/redis.sock',
])('refuses %s', (text) => {
  expect(readRedisAddress(text)).toBeUndefined();
});
