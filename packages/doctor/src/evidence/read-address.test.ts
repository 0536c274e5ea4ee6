import { expect, it } from 'vitest';
import { readAddress } from './read-address.ts';

it.each([
  [
    'https://chat.example.com',
    { origin: 'https://chat.example.com', port: 443, secure: true, path: '', isPrivate: false },
  ],
  ['http://open-webui:8080/', { port: 8080, secure: false, path: '', isPrivate: true, isLoopback: false }],
  ['http://[::1]:3000', { host: '::1', isLoopback: true, isPrivate: true }],
  ['http://192.168.1.5:3000/api', { isPrivate: true, path: '/api' }],
  ['chat.example.com', { kind: 'malformed', noProtocol: true }],
  ['chat.example.com:3000/x', { kind: 'malformed', noProtocol: true }],
  ['https://me:word@chat.example.com', { kind: 'malformed', holdsPassword: true }],
  [' ', { kind: 'missing' }],
])('%s', (text, expected) => {
  expect(readAddress(text)).toMatchObject(expected);
});
