import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** For its owner alone: a data folder holds conversations and keys. */
const FOR_OWNER_ALONE = 0o700;

/**
 * Makes a folder and those above it that are missing, one by one. Node's own way asks for ever where the system says that
 * the folder above is missing and it is there, as under /proc.
 * @throws the system's error, with its code
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let above = path.resolve(folder); !existsSync(above); above = path.dirname(above)) missing.push(above);
  for (const one of missing.reverse()) makeOne(one);
  if (!statSync(folder).isDirectory()) throw Object.assign(new Error(`${folder} is no folder`), { code: 'ENOTDIR' });
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder, { mode: FOR_OWNER_ALONE });
  } catch (error) {
    // Somebody else made it in this very moment.
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!isThere) throw error;
  }
}
