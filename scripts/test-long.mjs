// `npm run test:long`: what takes minutes: Guichet killed again and again, the Dockerfile carried out, a set-up that breaks
// off at each of its requests, every broken browser, every policy of a page and way into it, every page that brings the
// chat twice or a key into it, every state of the agent's account, every kind of page of the guide, and every sample of
// every kind of key, a language that nobody has, hostile pages around an open and a sealed chat, the examples, the
// theming page, and every answer cut at every place.
// `npm run test:long -- crash` runs the files whose name holds that word.
import { ensureBrowserFiles } from './built-files.mjs';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensurePostgres } from './ensure-postgres.mjs';
import { ensureRedis } from './ensure-redis.mjs';
import { leave, missing, runSteps } from './run-steps.mjs';
import { prepare, root } from './toolchain.mjs';

process.chdir(root);
const node = prepare();
ensureBrowserFiles(node);

const hasRedis = ensureRedis();
const postgres = await ensurePostgres(node);
if (postgres) process.env.GUICHET_TEST_POSTGRES = postgres.url;

const vitest = ['node_modules/vitest/vitest.mjs', 'run'];
const chromium = ensureBrowser(node);
const words = process.argv.slice(2);
const withoutBrowser = chromium ? [] : ['--exclude', 'e2e/**'];
const failed = runSteps(node, [
  [
    'long tests',
    [...vitest, '--project', 'long', ...withoutBrowser, ...words],
    chromium ? { GUICHET_CHROMIUM: chromium } : {},
  ],
  ...(words.length > 0
    ? []
    : [['every sample of keys', [...vitest, '--project', 'unit', 'packages/keys'], { GUICHET_TEST_SAMPLES: 'all' }]]),
]);
postgres?.stop();

if (!chromium) failed.push(...missing('Chromium', 'THE LONG BROWSER TESTS DID NOT RUN.'));
if (!postgres) failed.push(...missing('PostgreSQL', 'WHAT SEVERAL SERVERS SHARE WAS NOT TRIED.'));
if (!hasRedis) failed.push(...missing('Redis', 'WHAT SEVERAL SERVERS SHARE WAS NOT TRIED.'));
leave(failed);
