// The files a browser loads are built; these functions know when that is due.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runStep, runStepQuietly } from './toolchain.mjs';

/** What is built, each by its own `build.ts` into its own `dist`. */
const packages = ['packages/widget', 'packages/console'];

/** What a change of makes a new build necessary, besides the package itself. */
const shared = ['packages/contract/src', 'packages/keys/src'];

const stampOf = (place) => path.join(root, place, 'dist', '.built-from');

function* filesBelow(place) {
  for (const entry of readdirSync(path.join(root, place), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (entry.name === 'dist' || entry.name === 'node_modules') continue;
    const below = `${place}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(below);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield below;
  }
}

function fingerprint(place) {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  for (const folder of [place, ...shared]) {
    for (const file of filesBelow(folder)) hash.update(file).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

function build(node, place, run = runStep) {
  const code = run(node, [`${place}/build.ts`]);
  if (code !== 0) {
    console.error(`${place} could not be built.`);
    process.exit(code);
  }
  writeFileSync(stampOf(place), fingerprint(place));
}

/** Builds everything, needed or not. */
export function buildBrowserFiles(node) {
  for (const place of packages) build(node, place);
}

/**
 * Builds what is not from the sources as they are.
 * @param {{ quiet?: boolean }} options quiet: sizes are for who builds, not for who starts
 */
export function ensureBrowserFiles(node, { quiet = false } = {}) {
  for (const place of packages) {
    if (existsSync(stampOf(place)) && readFileSync(stampOf(place), 'utf8') === fingerprint(place)) continue;
    console.error(`Building ${place}…`);
    build(node, place, quiet ? runStepQuietly : runStep);
  }
}
