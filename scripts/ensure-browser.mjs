// Finds a Chromium for the browser tests, or installs one: the system's, else the package manager's, else playwright's
// own. Prints nothing but progress; the path goes to the caller.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { root } from './toolchain.mjs';

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function installed() {
  const wanted = process.env.GUICHET_CHROMIUM;
  if (wanted && existsSync(wanted)) return wanted;
  return known.find((place) => existsSync(place)) ?? playwrightsOwn();
}

function playwrightsOwn() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? path.join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(folder)) return undefined;
  for (const name of readdirSync(folder)) {
    if (!/^chromium/.test(name)) continue;
    for (const inside of [
      'chrome-linux/chrome',
      'chrome-linux64/chrome',
      'chrome-linux/headless_shell',
      'chrome-headless-shell-linux64/chrome-headless-shell',
    ]) {
      const place = path.join(folder, name, inside);
      if (existsSync(place)) return place;
    }
  }
  return undefined;
}

function run(command, args, timeoutMs) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: timeoutMs,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.status === 0;
}

/** @returns {string | undefined} the path of a Chromium, undefined when none can be had */
export function ensureBrowser(node) {
  const found = installed();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('Installing Chromium for the browser tests (apt-get)…');
    run('apt-get', ['update', '-qq'], 180_000);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], 600_000);
    if (installed()) return installed();
  }
  console.error('Fetching a Chromium for the browser tests (playwright)…');
  run(node, [path.join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], 600_000);
  return installed();
}
