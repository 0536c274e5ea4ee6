/**
 * Builds the console into `dist/`: `index.html`, one script and one style, their names carrying a hash of what is in
 * them, so that browsers may keep them for ever. Nothing stands inline: the page's policy would refuse it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** Compressed, script and style together: what somebody waits for who opens the console on a bad connection. */
const MOST_GZIP_BYTES = 60 * 1024;

const root = import.meta.dirname;
const dist = path.join(root, 'dist');

await build({
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

let gzipBytes = 0;
for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort()) {
  if (!/\.(?:js|css|html)$/.test(name)) continue;
  const text = readFileSync(path.join(dist, name));
  const compressed = gzipSync(text, { level: 9 }).length;
  gzipBytes += compressed;
  console.log(`${name.padEnd(28)} ${text.length} bytes, ${compressed} compressed`);
}
console.log(`Console built: ${gzipBytes} bytes compressed (at most ${MOST_GZIP_BYTES}).`);
if (gzipBytes > MOST_GZIP_BYTES) {
  console.error('Too large: make it smaller, or change the promise in build.ts.');
  if (process.env.CI === 'true') process.exitCode = 1;
}
