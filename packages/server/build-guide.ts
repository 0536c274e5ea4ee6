import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readGuide, writeBuiltGuide } from '@guichet/guide';
import { settingFacts } from './src/settings/setting-facts.ts';

const repository = path.resolve(import.meta.dirname, '../..');

/** The guide as finished pages (`packages/guide/src/built-guide.ts`). @returns pages in each language */
export function buildGuide(folder: string): number {
  const { version } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as { version: string };
  const guide = readGuide(path.join(repository, 'docs/guide'), { version, settings: settingFacts() });
  for (const problem of guide.problems) console.warn(`A page of the guide has something wrong in it: ${problem}`);
  writeBuiltGuide(guide, folder);
  return guide.pages.en.length;
}
