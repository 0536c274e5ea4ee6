/**
 * Builds what browsers load, into `dist/`:
 *
 * - `guichet.js`: the loader, served under its short-lived name
 * - `w/<version>/guichet.js`, `w/<version>/app.js`, `w/<version>/<chunk>.js`: the same loader, the widget, and the pieces it
 *   fetches when they are needed (`src/chunks/chunk-list.ts`); never changed under their names
 * - `theming/`: the page that shows every token live (`build-theming.ts`)
 * - `manifest.json`: `{version, files: {[name]: {path, integrity, bytes, gzipBytes, brotliBytes}}}`
 *
 * The version carries a hash of everything built. The loader holds the widget's integrity and the widget that of every
 * chunk, so that a page that pins the loader pins all of it. Complains when a file is larger than we promise, and fails
 * then where `CI=true`.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { VISITOR_LOCALES } from '@guichet/contract/visitor-text/visitor-languages';
import { build, type Plugin } from 'vite';
import { packBuiltFiles } from '../../scripts/pack-built-files.ts';
import { buildTheming } from './build-theming.ts';
import { CHUNKS, MOST_BROTLI_BYTES } from './src/chunks/chunk-list.ts';
import { SEALED_STYLE } from './src/sealed/sealed-style.ts';
import { WIDGET_STYLE } from './src/style/widget-style.ts';
import { enGreet } from './src/text/en-greet.ts';
import type { Texts } from './src/text/texts.ts';

const root = import.meta.dirname;
const dist = path.join(root, 'dist');
const packageVersion: string = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version;

/** Stand-ins of a fixed length, replaced once the hashes are known. */
const VERSION_MARK = '__guichet-version__';
const APP_MARK = '__guichet-app-integrity__';
const GREETING_MARK = '__guichet-greeting-integrity__';
const SEALED_MARK = '__guichet-sealed-integrity__';
const chunkMark = (name: string) => `__guichet-integrity-of-${name}__`;

/** Styles are template texts in modules of their own: takes their line breaks and comments out. */
const squeezed = (css: string) => css.replace(/\/\*.*?\*\//gs, '').replace(/\n\s*/g, '');
const squeezeStyles: Plugin = {
  name: 'squeeze-styles',
  enforce: 'pre',
  // Whole sheets are put together here rather than in every browser.
  load: (id) =>
    id.endsWith('/style/widget-style.ts')
      ? `export const WIDGET_STYLE = ${JSON.stringify(squeezed(WIDGET_STYLE))}`
      : id.endsWith('/sealed/sealed-style.ts')
        ? `export const SEALED_STYLE = ${JSON.stringify(squeezed(SEALED_STYLE))}`
        : undefined,
  transform: (code, id) => (/-style\.ts$/.test(id) ? code.replace(/`[^`]*`/g, squeezed) : undefined),
};

/** What stands in another piece already (`greet-texts.ts`): a language comes before the panel is drawn, and is to be small. */
const leaveGreetTexts: Plugin = {
  name: 'leave-greet-texts',
  enforce: 'pre',
  transform: (code, id) => (/\/text\/[\w-]+\.ts$/.test(id) ? code.replace(/^ {2}greet: \{[^}]*\},\n/m, '') : undefined),
};

/** Preact's own `h` is in the widget anyway; the automatic way of writing JSX would bring a second one. */
const bringH: Plugin = {
  name: 'bring-h',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('.tsx') ? `import { Fragment, h } from 'preact';${code}` : undefined),
};

/** Of every language, for the one piece that speaks before any is loaded. */
const greetTexts = Object.fromEntries(
  await Promise.all(
    VISITOR_LOCALES.map(async (locale) => {
      const texts: Record<string, Texts> = await import(`./src/text/${locale}.ts`);
      return [locale, texts[locale]?.greet ?? enGreet];
    }),
  ),
);

async function bundle(entry: string, format: 'es' | 'iife'): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: {
      __GUICHET_VERSION__: JSON.stringify(VERSION_MARK),
      __GUICHET_APP_INTEGRITY__: JSON.stringify(APP_MARK),
      __GUICHET_SEALED_INTEGRITY__: JSON.stringify(SEALED_MARK),
      __GUICHET_GREET_TEXTS__: JSON.stringify(greetTexts),
      __GUICHET_GREETING_INTEGRITY__: JSON.stringify(GREETING_MARK),
      __GUICHET_CHUNK_INTEGRITY__: JSON.stringify(
        Object.fromEntries(Object.keys(CHUNKS).map((name) => [name, chunkMark(name)])),
      ),
    },
    plugins: [squeezeStyles, leaveGreetTexts, bringH],
    oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
    build: {
      write: false,
      target: ['es2022', 'chrome111', 'firefox114', 'safari16.4'],
      modulePreload: false,
      rolldownOptions: {
        input: path.join(root, entry),
        preserveEntrySignatures: 'exports-only',
        output: { format, minify: true, codeSplitting: false, comments: false },
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`${entry} gave no file.`);
  return `${chunk.code.trim()}\n`;
}

const hash = (algorithm: string, ...texts: string[]) => {
  const digest = createHash(algorithm);
  for (const text of texts) digest.update(text);
  return digest;
};
const integrity = (text: string, algorithm = 'sha384') => `${algorithm}-${hash(algorithm, text).digest('base64')}`;

const [appDraft, loaderDraft, ...chunkDrafts] = await Promise.all([
  bundle('src/app.ts', 'es'),
  bundle('src/loader/loader.ts', 'iife'),
  ...Object.values(CHUNKS).map(({ entry }) => bundle(entry, 'es')),
]);
const version = `${packageVersion}-${hash('sha256', ...chunkDrafts, appDraft, loaderDraft)
  .digest('hex')
  .slice(0, 10)}`;
const names = Object.keys(CHUNKS);
const drafts = chunkDrafts.map((draft) => draft.replaceAll(VERSION_MARK, version));
const greeting = integrity(drafts[names.indexOf('greeting')] ?? '', 'sha256');
const chunks = names.map((name, at): [name: string, text: string] => [
  name,
  (drafts[at] ?? '').replaceAll(GREETING_MARK, greeting),
]);
const app = chunks.reduce(
  (text, [name, chunk]) => text.replaceAll(chunkMark(name), integrity(chunk, 'sha256')),
  appDraft.replaceAll(VERSION_MARK, version),
);
const sealed = chunks.find(([name]) => name === 'sealed')?.[1] ?? '';
const loader = loaderDraft
  .replaceAll(VERSION_MARK, version)
  .replaceAll(APP_MARK, integrity(app, 'sha256'))
  .replaceAll(SEALED_MARK, integrity(sealed, 'sha256'));

const files: [name: string, text: string, most: number][] = [
  ['guichet.js', loader, MOST_BROTLI_BYTES['guichet.js']],
  ['app.js', app, MOST_BROTLI_BYTES['app.js']],
  ...Object.values(CHUNKS).map(({ mostBrotliBytes }, at): [string, string, number] => {
    const [name, text] = chunks[at] ?? ['', ''];
    return [`${name}.js`, text, mostBrotliBytes];
  }),
];
const folder = path.join(dist, 'w', version);
rmSync(dist, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(dist, 'guichet.js'), loader);
const manifest = { version, files: {} as Record<string, object> };
const tooLarge: string[] = [];
for (const [name, text, most] of files) {
  writeFileSync(path.join(folder, name), text);
  const gzipBytes = gzipSync(text, { level: 9 }).length;
  // Its quality is the best one unless told otherwise.
  const brotliBytes = brotliCompressSync(text).length;
  manifest.files[name] = {
    path: `/w/${version}/${name}`,
    integrity: integrity(text),
    bytes: Buffer.byteLength(text),
    gzipBytes,
    brotliBytes,
  };
  const sizes = `${Buffer.byteLength(text)} bytes, ${gzipBytes} with gzip, ${brotliBytes} with brotli (at most ${most})`;
  console.log(`${name.padEnd(16)} ${sizes}`);
  if (brotliBytes > most) tooLarge.push(name);
}
writeFileSync(path.join(dist, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
await buildTheming(dist, { path: `/w/${version}/app.js`, integrity: integrity(app) });
packBuiltFiles(dist);
console.log(`Widget ${version} built.`);
if (tooLarge.length > 0) {
  console.error(
    `Too large: ${tooLarge.join(', ')}. Make it smaller, or change the promise in chunk-list.ts and the guide.`,
  );
  // Nobody's server stays down for it: compressors differ by some bytes from one Node to the next.
  if (process.env.CI === 'true') process.exitCode = 1;
}
