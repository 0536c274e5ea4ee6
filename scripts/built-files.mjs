// What browsers load and what a server runs is built; these functions know when that is due.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runStep, runStepQuietly } from './toolchain.mjs';

/** What is built, each by its own `build.ts` into its own `dist`, and what a change of makes a new build necessary. */
const browserPackages = {
  'packages/widget': ['packages/widget', 'packages/contract/src', 'packages/keys/src'],
  'packages/console': ['packages/console', 'packages/contract/src', 'packages/keys/src'],
};
const serverPackage = {
  'packages/server': ['contract', 'doctor', 'guide', 'keys', 'openwebui', 'server']
    .map((name) => `packages/${name}`)
    .concat('docs/guide', 'package.json'),
};

const stampOf = (place) => path.join(root, place, 'dist', '.built-from');

function* filesBelow(place) {
  if (path.extname(place) === '.json') {
    yield place;
    return;
  }
  for (const entry of readdirSync(path.join(root, place), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (['dist', 'node_modules', 'recorded', 'vectors'].includes(entry.name)) continue;
    const below = `${place}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(below);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield below;
  }
}

function fingerprint(sources) {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  for (const source of sources) {
    for (const file of filesBelow(source)) hash.update(file).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

function isFresh(place, sources) {
  return existsSync(stampOf(place)) && readFileSync(stampOf(place), 'utf8') === fingerprint(sources);
}

function build(node, place, sources, run = runStep) {
  const code = run(node, [`${place}/build.ts`]);
  if (code !== 0) {
    console.error(`${place} could not be built.`);
    process.exit(code);
  }
  writeFileSync(stampOf(place), fingerprint(sources));
}

/** Builds what is not from the sources as they are. */
function ensure(node, packages, { quiet = false } = {}) {
  for (const [place, sources] of Object.entries(packages)) {
    if (isFresh(place, sources)) continue;
    console.error(`Building ${place}…`);
    build(node, place, sources, quiet ? runStepQuietly : runStep);
  }
}

/** Builds everything, needed or not. */
export function buildAll(node) {
  for (const [place, sources] of Object.entries({ ...browserPackages, ...serverPackage })) build(node, place, sources);
}

/**
 * Whatever browsers load.
 * @param {{ quiet?: boolean }} options quiet: sizes are for who builds, not for who starts
 */
export function ensureBrowserFiles(node, options) {
  ensure(node, browserPackages, options);
}

/** The server and its commands. */
export function ensureServer(node, options) {
  ensure(node, serverPackage, options);
}

/** Whether the built server is that of the sources. */
export function isServerFresh() {
  return Object.entries(serverPackage).every(([place, sources]) => isFresh(place, sources));
}
