/**
 * Builds the console into `dist/`: `index.html`, one style, the script everybody needs, and one for each page. Their
 * names carry a hash of what is in them, so that browsers may keep them for ever. Nothing stands inline: the page's
 * policy would refuse it.
 */
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { LOCALES, type Locale } from '@guichet/contract/locale';
import { build, type Rolldown } from 'vite';
import { packBuiltFiles } from '../../scripts/pack-built-files.ts';

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

packBuiltFiles(dist);

const { output } = built as Rolldown.RolldownOutput;
const bytes = new Map(output.map((file) => [file.fileName, gzipSync(bodyOf(file), { level: 9 }).length]));
const scripts = output.filter((file) => file.type === 'chunk');
const everybody = [
  ...output.filter(isForEverybody).map(({ fileName }) => fileName),
  ...scripts.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName),
];

let most = 0;
for (const [fileName, size] of bytes) console.log(`${fileName.padEnd(36)} ${size} bytes compressed`);
for (const page of pages()) {
  const sums = LOCALES.map((locale) => sumOf(locale, [...everybody, page]));
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

/** The page itself and the style that it links to; a page's own style comes with the page. */
function isForEverybody(file: Rolldown.OutputChunk | Rolldown.OutputAsset): boolean {
  return file.type === 'asset' && !scripts.some((script) => stylesOf(script).includes(file.fileName));
}

function stylesOf(script: Rolldown.OutputChunk | undefined): string[] {
  return [...(script?.viteMetadata?.importedCss ?? [])].filter(() => script?.isEntry !== true);
}

/** What the entry fetches when somebody goes there. What a page fetches later, nobody waits for who opens it. */
function pages(): string[] {
  const entry = scripts.find(({ isEntry }) => isEntry);
  const later = entry?.dynamicImports ?? [];
  return later.filter((name) => scriptOf(name)?.facadeModuleId?.includes('/pages/'));
}

function scriptOf(name: string): Rolldown.OutputChunk | undefined {
  return scripts.find(({ fileName }) => fileName === name);
}

/** Of these files, all that they cannot begin without, and their words in one language. */
function sumOf(locale: Locale, names: readonly string[]): number {
  const needed = new Set(names);
  const words = scripts.filter(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${locale}.ts`));
  for (const name of needed) {
    const script = scriptOf(name);
    for (const other of [...(script?.imports ?? []), ...stylesOf(script)]) needed.add(other);
    for (const { fileName } of words) if (script?.dynamicImports.includes(fileName)) needed.add(fileName);
  }
  return [...needed].reduce((sum, name) => sum + (bytes.get(name) ?? 0), 0);
}
