import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'guichet-make-folder-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

it('makes what is missing above as well, for its owner alone', () => {
  const folder = path.join(root, 'a', 'b', 'c');
  makeFolder(folder);
  for (const one of [folder, path.join(root, 'a')]) expect(statSync(one).mode & 0o777).toBe(0o700);
});

it('leaves one that is there as it is', () => {
  makeFolder(root);
  makeFolder(root);
  expect(statSync(root).isDirectory()).toBe(true);
});

it('says so when a file is in the way', () => {
  const file = path.join(root, 'file');
  writeFileSync(file, '');
  expect(() => makeFolder(file)).toThrow(expect.objectContaining({ code: 'ENOTDIR' }));
  expect(() => makeFolder(path.join(file, 'below'))).toThrow(expect.objectContaining({ code: 'ENOTDIR' }));
});

// Node's recursive way never comes back from these.
it.runIf(process.platform === 'linux').each(['/proc/nope', '/proc/nope/a/b', '/proc/self/nope'])(
  'comes back from %s with an error',
  (folder) => expect(() => makeFolder(folder)).toThrow(expect.objectContaining({ code: 'ENOENT' })),
);
