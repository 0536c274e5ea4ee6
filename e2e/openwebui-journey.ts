/** The same journeys against the Open WebUI that OPENWEBUI_URL and OPENWEBUI_API_KEY name. Leaves with 77 when there is no browser. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const { ensureBrowser } = (await import(path.join(root, 'scripts/ensure-browser.mjs'))) as {
  ensureBrowser: (node: string) => string | undefined;
};
const { ensureBrowserFiles } = (await import(path.join(root, 'scripts/built-files.mjs'))) as {
  ensureBrowserFiles: (node: string) => void;
};

const chromium = ensureBrowser(process.execPath);
if (!chromium) {
  console.log('NO CHROMIUM COULD BE HAD: THE BROWSER JOURNEY DID NOT RUN.');
  process.exit(process.env.CI === 'true' ? 1 : 77);
}
ensureBrowserFiles(process.execPath);
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const result = spawnSync(process.execPath, [vitest, 'run', '--project', 'e2e', 'e2e/journey.e2e.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, GUICHET_CHROMIUM: chromium },
});
process.exit(result.status ?? 1);
