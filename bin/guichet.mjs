#!/usr/bin/env node
// `npx guichet …`: in the repository it makes the machine ready first; in the container everything is there already.
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
