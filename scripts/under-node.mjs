// Runs a script of this repository under a Node that the product supports: `node scripts/under-node.mjs FILE ARG…`
import { become, prepare } from './toolchain.mjs';

become(prepare(), process.argv.slice(2));
