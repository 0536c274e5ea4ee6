// `npm start`: from a fresh clone to a serving Guichet.
import path from 'node:path';
import { ensureBrowserFiles, ensureServer } from './built-files.mjs';
import { become, prepare, root } from './toolchain.mjs';

process.chdir(root);
const node = prepare();
ensureBrowserFiles(node, { quiet: true });
ensureServer(node, { quiet: true });
become(node, [path.join(root, 'packages/server/dist/main.js'), ...process.argv.slice(2)]);
