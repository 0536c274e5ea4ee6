/**
 * Builds what browsers load, into `dist/`:
 *
 * - `guichet.js`: the loader, served under its short-lived name
 * - `w/<version>/guichet.js`, `w/<version>/app.js`: the same loader and the widget, never changed under their names
 * - `manifest.json`: `{version, files: {[name]: {path, integrity, bytes, gzipBytes}}}`
 *
 * The version carries a hash of everything built. The loader holds the widget's integrity, so that a page that pins the
 * loader pins all of it. Complains when a file is larger than we promise, and fails then
 * where `CI=true`.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';

/** Compressed, as browsers fetch them. The loader stands on every page; the widget comes when somebody wants it. */
const MOST_GZIP_BYTES = { 'guichet.js': 2.75 * 1024, 'app.js': 25 * 1024 };

const root = import.meta.dirname;
const dist = path.join(root, 'dist');
const packageVersion: string = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version;

/** Stand-ins of a fixed length, replaced once the hashes are known. */
const VERSION_MARK = '__guichet-version__';
const INTEGRITY_MARK = '__guichet-app-integrity__';

/** Styles are template texts in modules of their own: takes their line breaks and comments out. */
const squeezeStyles: Plugin = {
  name: 'squeeze-styles',
  enforce: 'pre',
  transform: (code, id) =>
    /-style\.ts$|style\/tokens\.ts$/.test(id)
      ? code.replace(/`[^`]*`/g, (css) => css.replace(/\/\*.*?\*\//gs, '').replace(/\n\s*/g, ''))
      : undefined,
};

async function bundle(entry: string, format: 'es' | 'iife'): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: {
      __GUICHET_VERSION__: JSON.stringify(VERSION_MARK),
      __GUICHET_APP_INTEGRITY__: JSON.stringify(INTEGRITY_MARK),
    },
    plugins: [squeezeStyles],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: ['es2022', 'chrome111', 'firefox114', 'safari16.4'],
      modulePreload: false,
      rolldownOptions: {
        input: path.join(root, entry),
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
const integrity = (text: string) => `sha384-${hash('sha384', text).digest('base64')}`;

const [appDraft, loaderDraft] = await Promise.all([bundle('src/app.ts', 'es'), bundle('src/loader/loader.ts', 'iife')]);
const version = `${packageVersion}-${hash('sha256', appDraft, loaderDraft).digest('hex').slice(0, 10)}`;
const app = appDraft.replaceAll(VERSION_MARK, version);
const loader = loaderDraft.replaceAll(VERSION_MARK, version).replaceAll(INTEGRITY_MARK, integrity(app));

const files = { 'guichet.js': loader, 'app.js': app };
const folder = path.join(dist, 'w', version);
rmSync(dist, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(dist, 'guichet.js'), loader);
const manifest = { version, files: {} as Record<string, object> };
const tooLarge: string[] = [];
for (const [name, text] of Object.entries(files)) {
  writeFileSync(path.join(folder, name), text);
  const gzipBytes = gzipSync(text, { level: 9 }).length;
  manifest.files[name] = {
    path: `/w/${version}/${name}`,
    integrity: integrity(text),
    bytes: Buffer.byteLength(text),
    gzipBytes,
  };
  const most = MOST_GZIP_BYTES[name as keyof typeof files];
  console.log(`${name.padEnd(12)} ${Buffer.byteLength(text)} bytes, ${gzipBytes} compressed (at most ${most})`);
  if (gzipBytes > most) tooLarge.push(name);
}
writeFileSync(path.join(dist, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`Widget ${version} built.`);
if (tooLarge.length > 0) {
  console.error(`Too large: ${tooLarge.join(', ')}. Make it smaller, or change the promise in build.ts and the guide.`);
  // Nobody's server stays down for it: compressors differ by some bytes from one Node to the next.
  if (process.env.CI === 'true') process.exitCode = 1;
}
