import { randomUUID } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StorageEvidence } from './evidence-map.ts';
import type { Gatherer } from './gather-context.ts';

/** Writes a small file and takes it away again: permissions alone do not tell of a read-only mount or a full disk. */
export const tryStorage: Gatherer<'storage'> = async ({ input: { dataDir, storedIn } }): Promise<StorageEvidence> => {
  if (storedIn === 'postgresql') return { kind: 'elsewhere' };
  if (dataDir === undefined) return { kind: 'none' };
  const file = join(dataDir, `.doctor-${randomUUID()}`);
  try {
    await writeFile(file, 'written by the doctor', { mode: 0o600, flag: 'wx' });
  } catch (error) {
    return { kind: 'failed', code: codeOf(error) };
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
  try {
    const { bavail, blocks, bsize } = await statfs(dataDir);
    return { kind: 'writable', freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    return { kind: 'writable' };
  }
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '?';
}
