import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DataFolderLock, lockDataFolder } from './data-folder-lock.ts';

let folder: string;
const held: DataFolderLock[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-lock-'));
});
afterEach(() => {
  for (const lock of held.splice(0)) lock.release();
  rmSync(folder, { recursive: true });
});

async function lock(options: Parameters<typeof lockDataFolder>[1] = {}) {
  const result = await lockDataFolder(folder, options);
  if (result.kind === 'locked') held.push(result.lock);
  return result;
}

it('one has it; the next is told which process that is, where, and since when', async () => {
  await lock({ now: () => 1_000 });
  expect(await lock()).toEqual({
    kind: 'taken',
    holder: { process: process.pid, host: expect.any(String), startedAt: 1_000, closing: false },
  });
});

it('is free again once it was released, and releasing it twice is no harm', async () => {
  await lock();
  held[0]?.release();
  held[0]?.release();
  expect(await lock()).toMatchObject({ kind: 'locked' });
});

it('a holder that is closing is waited for, and only so long', async () => {
  await lock();
  held[0]?.announceClosing();
  expect(await lock({ waitMs: 50 })).toMatchObject({ kind: 'taken', holder: { closing: true } });
  const waiting = lock();
  setTimeout(() => held[0]?.release(), 100);
  expect(await waiting).toMatchObject({ kind: 'locked' });
});

it('a folder that is gone keeps nobody from closing', async () => {
  await lock();
  rmSync(folder, { recursive: true });
  held[0]?.announceClosing();
  held[0]?.release();
  mkdirSync(folder);
});

it.each(['', '{', '{"process":"1"}', 'null'])('a holder that cannot be read has it all the same: %j', async (text) => {
  await lock();
  writeFileSync(path.join(folder, 'server.json'), text);
  expect(await lock()).toEqual({ kind: 'taken', holder: undefined });
});

it('is gone with the process that had it, however that ended', async () => {
  const script = path.join(folder, 'hold.mjs');
  const module = JSON.stringify(path.resolve(import.meta.dirname, 'data-folder-lock.ts'));
  writeFileSync(
    script,
    `import { lockDataFolder } from ${module};
     globalThis.kept = await lockDataFolder(${JSON.stringify(folder)});
     process.send(globalThis.kept.kind);
     setInterval(() => {}, 1000);`,
  );
  const child = fork(script, { stdio: 'ignore' });
  expect(await once(child, 'message')).toEqual(['locked', undefined]);
  expect(await lock()).toMatchObject({ kind: 'taken', holder: { process: child.pid } });
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await lock()).toMatchObject({ kind: 'locked' });
});
