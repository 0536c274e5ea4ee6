#!/usr/bin/env node
// `npx guichet …`: in the repository it makes the machine ready first; in the container everything is there already.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const toolchain = new URL('../scripts/toolchain.mjs', import.meta.url);
const built = new URL('../packages/server/dist/cli.js', import.meta.url);
const sources = new URL('../packages/server/src/cli.ts', import.meta.url);

if (existsSync(toolchain)) {
  const { become, prepare } = await import(toolchain.href);
  const { isServerFresh } = await import(new URL('../scripts/built-files.mjs', import.meta.url).href);
  const node = prepare();
  // Never built from here: a server that runs from what is built may be running.
  become(node, [fileURLToPath(isServerFresh() ? built : sources), ...process.argv.slice(2)]);
} else {
  await import(built.href);
}
