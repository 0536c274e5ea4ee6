// npm run bench: Guichet beside its peers, in one run on this machine. `npm run bench -- --help` tells the options.
import path from 'node:path';
import { become, prepare, root } from './toolchain.mjs';

process.chdir(root);
become(prepare(), [path.join(root, 'bench/run-bench.ts'), ...process.argv.slice(2)]);
