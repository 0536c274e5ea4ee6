// `npm test`: from a fresh clone, everything: types, style, unit tests, browser tests.
import path from 'node:path';
import { ensureBrowserFiles } from './browser-files.mjs';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensurePostgres } from './ensure-postgres.mjs';
import { ensureProxies } from './ensure-proxies.mjs';
import { prepare, root, runStep } from './toolchain.mjs';

process.chdir(root);
const node = prepare();
ensureBrowserFiles(node);

const missingProxies = ensureProxies();
const postgres = await ensurePostgres(node);
if (postgres) process.env.GUICHET_TEST_POSTGRES = postgres.url;

const vitest = 'node_modules/vitest/vitest.mjs';
const steps = [
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']],
  ['style', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['unit tests', [vitest, 'run', '--project', 'unit']],
];

const chromium = ensureBrowser(node);
if (chromium) steps.push(['browser tests', [vitest, 'run', '--project', 'e2e'], { GUICHET_CHROMIUM: chromium }]);

const failed = [];
for (const [name, args, environment] of steps) {
  const startedAt = Date.now();
  console.log(`\n== ${name}`);
  if (
    runStep(
      node,
      args.map((part, index) => (index === 0 ? path.join(root, part) : part)),
      environment,
    ) !== 0
  )
    failed.push(name);
  console.log(
    `== ${name}: ${failed.includes(name) ? 'FAILED' : 'passed'} in ${Math.round((Date.now() - startedAt) / 1000)} s`,
  );
}
if (!chromium) {
  console.log('\nNO CHROMIUM COULD BE HAD: THE BROWSER TESTS DID NOT RUN.');
  if (process.env.CI === 'true') failed.push('browser tests (no browser)');
}
if (missingProxies.length > 0) {
  const names = missingProxies.join(', ');
  console.log(`\nNO ${names.toUpperCase()} COULD BE HAD: WHAT STANDS IN FRONT WAS NOT TRIED WITH THEM.`);
  if (process.env.CI === 'true') failed.push(`proxies (no ${names})`);
}
postgres?.stop();
if (!postgres) {
  console.log('\nNO POSTGRESQL COULD BE HAD: THE STORAGE SUITES RAN ON SQLITE ALONE.');
  if (process.env.CI === 'true') failed.push('storage (no PostgreSQL)');
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exit(1);
}
