import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** A folder for what is fetched once and is no part of the repository. */
export function cacheFolder(name: string): string {
  const base = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
  const folder = path.join(base, 'guichet', 'bench', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
