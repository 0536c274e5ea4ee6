// Finds nginx, HAProxy and Caddy for the tests of what stands in front, or installs them: the system's, else the package
// manager's where that may be asked.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const PACKAGES = { nginx: 'nginx-light', haproxy: 'haproxy', caddy: 'caddy' };
const PLACES = ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

/** Where the tests look (`findProxyProgram`): what the environment names, then the usual places. */
function isThere(name) {
  const named = process.env[`GUICHET_${name.toUpperCase()}`];
  const files = PLACES.map((place) => path.join(place, name));
  return [...(named ? [named] : []), ...files].some((file) => existsSync(file));
}

function missing() {
  return Object.keys(PACKAGES).filter((name) => !isThere(name));
}

/** What the package manager complains of is shown; whether it was enough is seen by looking again. */
function aptGet(args) {
  // Installed to be started by a test, never as a service of this machine.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000, env });
}

/** @returns {string[]} the names of those that cannot be had */
export function ensureProxies() {
  const wanted = missing();
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (wanted.length > 0 && mayInstall) {
    console.error(`Installing ${wanted.join(', ')} for the tests of what stands in front (apt-get)…`);
    aptGet(['update', '-qq']);
    // One by one: where one of them is not to be had, the others are.
    for (const name of wanted) aptGet(['install', '-y', '-qq', '--no-install-recommends', PACKAGES[name]]);
  }
  return missing();
}
