/** nginx as this machine has it, or as Debian packages it, unpacked beside the repository without being installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../machine/cache-folder.ts';

export interface FoundNginx {
  file: string;
  version: string;
}

export function findNginx(): FoundNginx | undefined {
  const folder = cacheFolder('nginx');
  const unpacked = path.join(folder, 'usr/sbin/nginx');
  return (
    tryFile('/usr/sbin/nginx') ??
    tryFile('nginx') ??
    tryFile(unpacked) ??
    (unpack(folder) ? tryFile(unpacked) : undefined)
  );
}

function tryFile(file: string): FoundNginx | undefined {
  const result = spawnSync(file, ['-v'], { encoding: 'utf8' });
  const version = /nginx\/(\S+)/.exec(result.stderr ?? '')?.[1];
  return version === undefined ? undefined : { file, version };
}

/** Unpacked and not installed, because installing would start a service that listens to the world. */
function unpack(folder: string): boolean {
  if (!existsSync('/usr/bin/apt-get')) return false;
  spawnSync('apt-get', ['download', 'nginx'], { cwd: folder, timeout: 60_000 });
  const archive = readdirSync(folder).find((name) => name.endsWith('.deb'));
  return archive !== undefined && spawnSync('dpkg', ['-x', archive, '.'], { cwd: folder }).status === 0;
}
