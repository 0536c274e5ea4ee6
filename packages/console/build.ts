/**
 * Builds the console into `dist/`: `index.html`, one style, the script everybody needs, and one for each page. Their
 * names carry a hash of what is in them, so that browsers may keep them for ever. Nothing stands inline: the page's
 * policy would refuse it.
 */
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

/** Compressed, all that somebody waits for who opens one page of the console on a bad connection. */
const MOST_GZIP_BYTES = 60 * 1024;

const root = import.meta.dirname;
const dist = path.join(root, 'dist');

const built = await build({
  root,
  configFile: false,
  logLevel: 'warn',
  base: '/console/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: dist,
    emptyOutDir: true,
    target: ['es2022', 'chrome111', 'firefox114', 'safari16.4'],
    modulePreload: false,
    // A picture inside the style would need `data:` in the policy for no gain.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { minify: true, comments: false } },
  },
});

const { output } = built as Rolldown.RolldownOutput;
const bytes = new Map(output.map((file) => [file.fileName, gzipSync(bodyOf(file), { level: 9 }).length]));
const scripts = output.filter((file) => file.type === 'chunk');
const everybody = [
  ...output.filter((file) => file.type === 'asset').map(({ fileName }) => fileName),
  ...scripts.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName),
];

const languages = lazyIn('/text/');
let most = 0;
for (const [fileName, size] of bytes) console.log(`${fileName.padEnd(36)} ${size} bytes compressed`);
for (const page of lazyIn('/pages/')) {
  const sums = languages.map((language) => sumOf([...everybody, language, page]));
  console.log(`all for ${page.padEnd(28)} ${Math.max(...sums)}`);
  most = Math.max(most, ...sums);
}
console.log(`Console built: no page waits for more than ${most} bytes compressed (at most ${MOST_GZIP_BYTES}).`);
if (most > MOST_GZIP_BYTES) {
  console.error('Too large: make it smaller, or change the promise in build.ts.');
  if (process.env.CI === 'true') process.exitCode = 1;
}

function bodyOf(file: Rolldown.OutputChunk | Rolldown.OutputAsset): string | Uint8Array {
  return file.type === 'chunk' ? file.code : file.source;
}

/** Scripts that are fetched when they are needed, from one folder of the source. */
function lazyIn(folder: string): string[] {
  const lazy = scripts.filter(
    ({ isDynamicEntry, facadeModuleId }) => isDynamicEntry && facadeModuleId?.includes(folder),
  );
  return lazy.map(({ fileName }) => fileName);
}

/** Of these files and all that they cannot begin without. */
function sumOf(names: readonly string[]): number {
  const needed = new Set(names);
  for (const name of needed) {
    for (const other of scripts.find(({ fileName }) => fileName === name)?.imports ?? []) needed.add(other);
  }
  return [...needed].reduce((sum, name) => sum + (bytes.get(name) ?? 0), 0);
}
