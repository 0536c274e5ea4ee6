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
  return page('Kinds of keys', LEAD, table.trim().split('\n').map(withoutShape).join('\n'));
}

/** The expression at the end of each row is for those who read the source. */
function withoutShape(line: string): string {
  if (line.startsWith('|---')) return line.replace(/---\|$/, '');
  return line.startsWith('| ') ? `${line.split(' | ').slice(0, SHOWN_COLUMNS).join(' | ')} |` : line;
}

const SHOWN_COLUMNS = 7;

const LEAD = `How Guichet recognises a pasted value, and how well that works. The samples are invented and come from a fixed seed, so
the figures are the same every time. \`node packages/keys/scripts/write-kinds-table.ts\` measures them.`;
