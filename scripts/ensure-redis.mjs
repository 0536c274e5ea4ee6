// A `redis-server` for the tests that start one of their own: the system's, else the package manager's where that may be
// asked.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const isThere = () => spawnSync('redis-server', ['--version']).status === 0;

function install() {
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) return;
  console.error('Installing Redis for the tests of several servers (apt-get)…');
  // Installed to be started by the tests, never as a service of this machine.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'],
  ]) {
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000, env });
  }
}

/** @returns {boolean} whether there is one */
export function ensureRedis() {
  if (!isThere()) install();
  return isThere();
}
