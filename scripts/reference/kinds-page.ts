import { readFileSync } from 'node:fs';
import path from 'node:path';
import { page } from './markdown.ts';

const README = path.resolve(import.meta.dirname, '../../packages/keys/README.md');

/**
 * The measured table of `@guichet/keys`, from its README: `packages/keys/scripts/write-kinds-table.ts` measures, and a
 * test of that package holds the README to the figures.
 */
export function kindsPage(): string {
  const [, table = ''] = readFileSync(README, 'utf8').split(/<!-- kinds:(?:start|end) -->/);
  return page('Kinds of keys', LEAD, table.trim());
}

const LEAD = `What Guichet knows a pasted value by, and how well that works. The samples are invented and drawn from a seed, so
the figures are the same every time: \`node packages/keys/scripts/write-kinds-table.ts\` measures them.`;
