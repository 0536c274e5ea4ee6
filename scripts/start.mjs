// `npm start`: from a fresh clone to a serving Guichet.
import path from 'node:path';
import { ensureBrowserFiles } from './browser-files.mjs';
import { become, prepare, root } from './toolchain.mjs';

process.chdir(root);
const node = prepare();
ensureBrowserFiles(node, { quiet: true });
become(node, [path.join(root, 'packages/server/src/main.ts'), ...process.argv.slice(2)]);
