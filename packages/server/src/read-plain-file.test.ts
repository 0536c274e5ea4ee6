import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { expectPlainFiles, readPlainFile } from './read-plain-file.ts';
import { SettingsWatch } from './settings/settings-watch.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'guichet-plain-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => path.join(folder, name);

it('reads a file, also through links and of a size that the system does not tell', () => {
  writeFileSync(at('file'), 'text');
  symlinkSync('file', at('link'));
  expect(readPlainFile(at('link')).toString()).toBe('text');
  if (process.platform === 'linux') expect(readPlainFile('/proc/self/comm').length).toBeGreaterThan(0);
});

it('takes the device that is nothing for an empty file, as it is mounted over files that shall not count', () => {
  expect(readPlainFile('/dev/null')).toHaveLength(0);
});

it('says what is in the place of a file, and leaves what is missing to the system', () => {
  expect(spawnSync('mkfifo', [at('pipe')]).status).toBe(0);
  mkdirSync(at('folder'));
  for (const [file, kind] of [
    [at('pipe'), 'pipe'],
    [at('folder'), 'folder'],
    ['/dev/zero', 'device'],
  ] as const) {
    expect(() => readPlainFile(file)).toThrow(expect.objectContaining({ name: 'NotAFile', kind, file }));
    expect(() => expectPlainFiles(at('missing'), file)).toThrow(expect.objectContaining({ kind }));
  }
  expect(() => readPlainFile(at('missing'))).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  expectPlainFiles(at('missing'), at('file'), '/dev/null');
});

it('a settings file that becomes a pipe while the server runs holds nothing up', () => {
  writeFileSync(at('watched'), 'A=1');
  let changes = 0;
  const watch = new SettingsWatch({ files: () => [at('watched')], onChange: () => changes++ });
  expect(spawnSync('mkfifo', [at('new')]).status).toBe(0);
  renameSync(at('new'), at('watched'));
  watch.look();
  watch.look();
  expect(changes).toBe(1);
});
