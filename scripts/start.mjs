// `npm start`: from a fresh clone to a serving Guichet.
import path from 'node:path';
import { ensureBrowserFiles, ensureServer } from './built-files.mjs';
import { become, prepare, root } from './toolchain.mjs';

/** Room for new objects: what an answer leaves behind is small. With more, Guichet holds 20 MiB more and is no faster. */
const MEMORY_FLAGS = ['--max-semi-space-size=4'];

process.chdir(root);
const node = prepare();
ensureBrowserFiles(node, { quiet: true });
ensureServer(node, { quiet: true });
become(node, [...MEMORY_FLAGS, path.join(root, 'packages/server/dist/main.js'), ...process.argv.slice(2)]);
