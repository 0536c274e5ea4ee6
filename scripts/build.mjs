// Builds what the browser loads. The server needs no build: Node reads its TypeScript.
import { buildBrowserFiles } from './browser-files.mjs';
import { prepare } from './toolchain.mjs';

buildBrowserFiles(prepare());
