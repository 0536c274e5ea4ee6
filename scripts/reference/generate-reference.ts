/** Writes `docs/reference/`: `node scripts/under-node.mjs scripts/reference/generate-reference.ts` */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { referencePages } from './reference-pages.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/reference');
mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries(referencePages())) {
  writeFileSync(path.join(folder, name), content);
  console.log(`docs/reference/${name}`);
}
