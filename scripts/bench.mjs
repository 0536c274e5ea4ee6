// npm run bench: Guichet beside its peers, in one run on this machine. `npm run bench -- --help` tells the options.
import path from 'node:path';
import { ensureBrowserFiles } from './built-files.mjs';
import { ensureBrowser } from './ensure-browser.mjs';
import { become, prepare, root } from './toolchain.mjs';

process.chdir(root);
const node = prepare();
// What a browser loads is measured as it is built.
if (process.argv[2] === 'widget') {
  ensureBrowserFiles(node);
  process.env.GUICHET_CHROMIUM ??= ensureBrowser(node) ?? '';
}
become(node, [path.join(root, 'bench/run-bench.ts'), ...process.argv.slice(2)]);
