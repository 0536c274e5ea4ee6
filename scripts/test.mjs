// `npm test`: from a fresh clone: types, style, unit tests, browser tests. What takes long is asked by `npm run test:long`.
import { ensureBrowserFiles } from './built-files.mjs';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensurePostgres } from './ensure-postgres.mjs';
import { ensureProxies } from './ensure-proxies.mjs';
import { ensureRedis } from './ensure-redis.mjs';
import { leave, missing, runSteps } from './run-steps.mjs';
import { prepare, root } from './toolchain.mjs';

process.chdir(root);
const node = prepare();
ensureBrowserFiles(node);

const missingProxies = ensureProxies();
const hasRedis = ensureRedis();
const postgres = await ensurePostgres(node);
if (postgres) process.env.GUICHET_TEST_POSTGRES = postgres.url;

/** What failed is told whole, what passed by its number: the output of some hundred files stays readable. */
const vitest = (project) => ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter', 'minimal'];
const chromium = ensureBrowser(node);
const failed = runSteps(node, [
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']],
  ['style', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['unit tests', vitest('unit')],
  ...(chromium ? [['browser tests', vitest('e2e'), { GUICHET_CHROMIUM: chromium }]] : []),
]);
postgres?.stop();

if (!chromium) failed.push(...missing('Chromium', 'THE BROWSER TESTS DID NOT RUN.'));
for (const proxy of missingProxies) failed.push(...missing(proxy, 'WHAT STANDS IN FRONT WAS NOT TRIED WITH IT.'));
if (!postgres) failed.push(...missing('PostgreSQL', 'THE STORAGE SUITES RAN ON SQLITE ALONE.'));
if (!hasRedis) failed.push(...missing('Redis', 'WHAT SEVERAL SERVERS SHARE WAS NOT TRIED.'));
leave(failed);
