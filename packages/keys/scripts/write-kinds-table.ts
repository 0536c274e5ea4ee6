// Writes the measured table of kinds into README.md: node packages/keys/scripts/write-kinds-table.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { kindsTable } from '../src/samples/kinds-table.ts';
import { measureFalseAlarms, measureKinds } from '../src/samples/measure-kinds.ts';

const readme = new URL('../README.md', import.meta.url);
const [before, , after] = readFileSync(readme, 'utf8').split(/<!-- kinds:(?:start|end) -->/);
const table = kindsTable(measureKinds(10_000), measureFalseAlarms(100_000));
writeFileSync(readme, `${before}<!-- kinds:start -->\n${table}\n<!-- kinds:end -->${after}`);
