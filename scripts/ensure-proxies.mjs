// Finds nginx, HAProxy and Caddy for the tests of what stands in front, or installs them: the system's, else the package
// manager's where that may be asked.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const PACKAGES = { nginx: 'nginx-light', haproxy: 'haproxy', caddy: 'caddy' };
const PLACES = ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

function missing() {
  return Object.keys(PACKAGES).filter((name) => !PLACES.some((place) => existsSync(path.join(place, name))));
}

function install(args) {
  // Installed to be started by a test, never as a service of this machine.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  spawnSync('apt-get', args, { stdio: 'ignore', timeout: 300_000, env });
}

/** @returns {string[]} the names of those that cannot be had */
export function ensureProxies() {
  const wanted = missing();
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (wanted.length > 0 && mayInstall) {
    console.error(`Installing ${wanted.join(', ')} for the tests of what stands in front (apt-get)…`);
    install(['update', '-qq']);
    install(['install', '-y', '-qq', '--no-install-recommends', ...wanted.map((name) => PACKAGES[name])]);
  }
  return missing();
}
