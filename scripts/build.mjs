// Builds what browsers load and what a server runs. Developing needs no build of the server: Node reads its TypeScript.
import { buildAll } from './built-files.mjs';
import { prepare } from './toolchain.mjs';

buildAll(prepare());
