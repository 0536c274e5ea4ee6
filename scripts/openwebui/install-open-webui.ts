import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { findPython } from './find-python.ts';

/** A build of torch without graphics card support; installed first, it keeps some gigabytes away. */
const SMALL_TORCH = 'torch==2.13.0';

/** What a release needs and does not say: 0.9.0 does not start without it. */
const FORGOTTEN: Readonly<Record<string, readonly string[]>> = { '0.9.0': ['aiosqlite'] };

/**
 * Open WebUI of a version in an environment of its own, outside the repository, kept for the next time.
 * @returns the path of its starter, or why it cannot be had
 */
export function installOpenWebUi(version: string): { starter: string } | { missing: string } {
  const cache = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  const folder = path.join(cache, 'guichet', 'open-webui', version);
  const starter = path.join(folder, 'bin', 'open-webui');
  // pip writes the starter last, so where it stands the installation was finished.
  if (existsSync(starter)) return { starter };
  const python = findPython();
  if (!python) return { missing: 'no Python 3.11 or 3.12 was found' };
  console.log(`Installing Open WebUI ${version} into ${folder} (some minutes and about 3 GB, once)…`);
  mkdirSync(path.dirname(folder), { recursive: true });
  if (!run(python, ['-m', 'venv', folder])) return { missing: 'a Python environment could not be made' };
  const pip = path.join(folder, 'bin', 'pip');
  if (!run(pip, ['install', '--quiet', SMALL_TORCH])) console.log('Going on with the torch that Open WebUI asks for.');
  const packages = [`open-webui==${version}`, ...(FORGOTTEN[version] ?? [])];
  if (run(pip, ['install', '--quiet', ...packages])) return { starter };
  rmSync(folder, { recursive: true, force: true });
  return { missing: `the package open-webui ${version} could not be installed` };
}

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}
