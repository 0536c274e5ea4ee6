#!/usr/bin/env node
// `npx guichet …` from the repository: makes the machine ready, then hands over to the commands. In the container, where
// everything is there already: `node bin/guichet.mjs …`.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const toolchain = new URL('../scripts/toolchain.mjs', import.meta.url);
const commands = new URL('../packages/server/src/cli.ts', import.meta.url);

if (existsSync(toolchain)) {
  const { become, prepare } = await import(toolchain.href);
  become(prepare(), [fileURLToPath(commands), ...process.argv.slice(2)]);
} else {
  await import(commands.href);
}
