import { expect, it } from 'vitest';
import { withSingleScheme } from './single-scheme.ts';

it.each([
  ['https://https://chat.example.com', 'https://chat.example.com'],
  ['http://https://chat.example.com', 'https://chat.example.com'],
  ['https://http://192.168.1.4:3000', 'http://192.168.1.4:3000'],
  ['https:/https:/chat.example.com', 'https://chat.example.com'],
  ['https://http//chat.example.com', 'http://chat.example.com'],
  ['https://https//chat.example.com', 'https://chat.example.com'],
  ['https//chat.example.com', 'https://chat.example.com'],
  ['http//localhost:3000', 'http://localhost:3000'],
  ['HTTPS://HTTPS://chat.example.com/api', 'https://chat.example.com/api'],
  ['https:https://chat.example.com', 'https://chat.example.com'],
  ['https:///https:///chat.example.com', 'https://chat.example.com'],
  ['https://https://https://chat.example.com', 'https://chat.example.com'],
  ['https://https:chat.example.com', 'https://chat.example.com'],
  ['https:\\\\https:\\\\chat.example.com', 'https://chat.example.com'],
  ['https://https%3A%2F%2Fchat.example.com', 'https://chat.example.com'],
  [' http://https://chat.example.com ', 'https://chat.example.com'],
])('%s is %s', (written, meant) => {
  expect(withSingleScheme(written)).toBe(meant);
});

it.each([
  'https://chat.example.com',
  'http://https',
  'https',
  'http:host:80',
  'https://https.example.com',
  'chat.example.com',
  'https://https:8080',
  '',
])('%s has one scheme or none', (written) => {
  expect(withSingleScheme(written)).toBeUndefined();
});
