#!/usr/bin/env node
// `npx guichet …` from the repository: makes the machine ready, then hands over to the commands.
import path from 'node:path';
import { become, prepare, root } from '../scripts/toolchain.mjs';

become(prepare(), [path.join(root, 'packages/server/src/cli.ts'), ...process.argv.slice(2)]);
