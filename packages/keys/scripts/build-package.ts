// Builds packages/keys/dist, a folder that can be published by itself (`npm publish packages/keys/dist`): JavaScript and
// types, no dependency. Inside this repository the sources are imported as they are.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../', import.meta.url);
const root = new URL('../../', folder);
const dist = new URL('dist/', folder);

rmSync(dist, { recursive: true, force: true });
execFileSync(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', fileURLToPath(new URL('tsconfig.package.json', folder))],
  { cwd: fileURLToPath(root), stdio: 'inherit' },
);

const { private: _private, exports, ...manifest } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
const built = Object.fromEntries(
  Object.entries(exports as Record<string, string>).map(([name, source]) => [
    name,
    { types: inDist(source, '.d.ts'), default: inDist(source, '.js') },
  ]),
);
writeFileSync(new URL('package.json', dist), `${JSON.stringify({ ...manifest, exports: built }, null, 2)}\n`);
for (const file of ['packages/keys/README.md', 'LICENSE']) {
  try {
    copyFileSync(new URL(file, root), new URL(file.split('/').at(-1) ?? file, dist));
  } catch {
    console.warn(`${file} is not there yet, and is left out.`);
  }
}

function inDist(source: string, ending: string): string {
  return source.replace('./src/', './').replace(/\.ts$/, ending);
}
