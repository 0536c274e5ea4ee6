/** The table of the widget's accessibility: all 106 criteria, and tests that exist. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../docs');
const page = readFileSync(path.join(folder, 'rgaa.md'), 'utf8');
const rows = [...page.matchAll(/^\| (\d+)\.(\d+) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm)];

/** How many criteria each of the thirteen themes has. */
const PER_THEME = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];

it('has each of the 106 criteria once, in order, with its state and a test or a reason', () => {
  const wanted = PER_THEME.flatMap((count, theme) =>
    Array.from({ length: count }, (_, at) => `${theme + 1}.${at + 1}`),
  );
  expect(rows.map(([, theme, number]) => `${theme}.${number}`)).toEqual(wanted);
  expect(wanted).toHaveLength(106);
  for (const [row, , , state = '', reason] of rows) {
    expect(['conforme', 'non applicable', 'non conforme', 'non essayé'], row).toContain(state);
    if (state !== 'non essayé') expect(reason, row).not.toBe('–');
  }
});

it('counts what it says, and names files that are there', () => {
  const count = (state: string) => rows.filter(([, , , said]) => said === state).length;
  expect(page).toContain(
    `Conformes\u202f: ${count('conforme')}. Non applicables\u202f: ${count('non applicable')}. Non conformes\u202f: ${count('non conforme')}. Non essayés\u202f: ${count('non essayé')}.`,
  );
  const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(30);
  for (const link of links) expect([link, existsSync(path.join(folder, link))]).toEqual([link, true]);
});
