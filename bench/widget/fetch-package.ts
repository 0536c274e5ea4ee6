/** A published package, unpacked into a cache folder without anything it depends on: its finished files are what counts. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../machine/cache-folder.ts';

/**
 * @returns its folder
 * @throws with npm's or tar's reason
 */
export function fetchPackage({ name, version }: { name: string; version: string }): string {
  const folder = cacheFolder(`${name.replace('/', '+')}-${version}`);
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const packed = run('npm', ['pack', '--silent', `${name}@${version}`], folder).trim();
  run('tar', ['-xzf', packed, '--strip-components=1'], folder);
  rmSync(path.join(folder, packed));
  return folder;
}

function run(command: string, args: string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 180_000 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${(stderr || String(error)).slice(0, 300)}`);
  return stdout;
}
