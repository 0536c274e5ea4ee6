import { expect, it } from 'vitest';
import { mayShowPicture } from './may-show-picture.ts';

const HOSTS = ['images.example.com', '*.example.net'];

it.each([
  'https://images.example.com/a.png',
  'https://images.example.com',
  'https://a.example.net/?b',
  'https://a.b.example.net/#c',
])('shows a picture of %s', (address) => {
  expect(mayShowPicture(address, HOSTS)).toBe(true);
});

it.each([
  'http://images.example.com/a.png',
  'https://images.example.com:8443/a.png',
  'https://a.images.example.com/',
  'https://example.com/',
  'https://example.net/',
  'https://evilexample.net/',
  'https://evil.example/https://images.example.com/',
  'https://images.example.com@evil.example/',
  'https://images.example.com.evil.example/',
  'https://a.example.net:8443/',
  'https://images.example.com./',
  'data:image/png;base64,AAAA',
  '',
])('shows none of %s', (address) => {
  expect(mayShowPicture(address, HOSTS)).toBe(false);
  expect(mayShowPicture(address)).toBe(false);
});
