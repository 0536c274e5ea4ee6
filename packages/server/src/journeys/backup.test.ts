import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMPILE_CACHE } from '../testing/compile-cache.ts';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet } from '../testing/start-test-guichet.ts';

const CLI = path.resolve(import.meta.dirname, '../cli.ts');
const root = mkdtempSync(path.join(tmpdir(), 'guichet-backup-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folder = () => mkdtempSync(path.join(root, 'place-'));

let dataDir: string;
beforeAll(async () => {
  dataDir = folder();
  const guichet = await startTestGuichet({ environment: { GUICHET_DATA_DIR: dataDir } });
  await guichet.close();
});

/** The same command with room for files of 48 KiB only: less than the database has, more than SQLite's shared memory. */
function withLittleRoom(words: string, environment: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', `ulimit -f 96; exec "$0" "$1" ${words}`, process.execPath, CLI],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', GUICHET_LOCALE: 'en', ...COMPILE_CACHE, ...environment },
    },
  );
  return { code: status, output: `${stdout}${stderr}` };
}

it('a backup without room for it leaves no file that looks like one, and the next one works', async () => {
  const place = folder();
  const file = path.join(place, 'guichet.db');
  const failed = withLittleRoom(`backup ${file}`, { GUICHET_DATA_DIR: dataDir });
  expect(failed.code).not.toBe(0);
  expect(readdirSync(place)).toEqual([]);
  expect(await runCommand(['backup', file], { GUICHET_DATA_DIR: dataDir })).toMatchObject({ code: 0 });
  expect(readdirSync(place)).toEqual(['guichet.db']);
});

it('a backup begins anew where one was killed', async () => {
  const place = folder();
  const file = path.join(place, 'guichet.db');
  writeFileSync(`${file}.part`, 'half of it');
  expect(await runCommand(['backup', file], { GUICHET_DATA_DIR: dataDir })).toMatchObject({ code: 0 });
  expect(readdirSync(place)).toEqual(['guichet.db']);
});

it('a restore without room for it leaves the data folder empty, and the next one works', async () => {
  const file = path.join(folder(), 'guichet.db');
  await runCommand(['backup', file], { GUICHET_DATA_DIR: dataDir });
  const target = path.join(folder(), 'data');
  const failed = withLittleRoom(`restore ${file}`, { GUICHET_DATA_DIR: target });
  expect(failed.code).not.toBe(0);
  expect(readdirSync(target)).toEqual([]);
  expect(await runCommand(['restore', file], { GUICHET_DATA_DIR: target })).toMatchObject({ code: 0 });
});
