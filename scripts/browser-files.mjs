// The files a browser loads are built; these functions know when that is due.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runStep } from './toolchain.mjs';

const sources = ['packages/widget', 'packages/contract/src', 'packages/keys/src', 'package-lock.json'];
const stamp = path.join(root, 'packages/widget/dist/.built-from');

function* filesBelow(place) {
  const full = path.join(root, place);
  if (!existsSync(full)) return;
  if (!readdirSyncOrNothing(full)) return void (yield place);
  for (const entry of readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name === 'dist' || entry.name === 'node_modules') continue;
    const below = `${place}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(below);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield below;
  }
}

function readdirSyncOrNothing(full) {
  try {
    return readdirSync(full);
  } catch {
    return undefined;
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const place of sources)
    for (const file of filesBelow(place)) hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

/** Builds the widget, and says so when it cannot. */
export function buildBrowserFiles(node) {
  const code = runStep(node, ['packages/widget/build.ts']);
  if (code !== 0) {
    console.error('The widget could not be built.');
    process.exit(code);
  }
  writeFileSync(stamp, fingerprint());
}

/** Builds only when the sources are not those of the last build. */
export function ensureBrowserFiles(node) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return;
  console.error('Building the widget…');
  buildBrowserFiles(node);
}
