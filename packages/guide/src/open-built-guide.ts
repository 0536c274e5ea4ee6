import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '@guichet/contract/locale';
import { type BuiltIndex, pageFile, searchFile } from './built-guide.ts';
import { type GuideSite, guideSite } from './guide-site.ts';
import { createSearch, type SearchablePage } from './search/search-index.ts';

/** The guide as a website, from what the build wrote. @throws when the folder holds no built guide */
export function openBuiltGuide(folder: string): GuideSite {
  const text = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const { style, script, pages, pictures } = JSON.parse(text('index.json')) as BuiltIndex;
  const known = new Set(pages);
  const types = new Map(Object.entries(pictures));
  const search = (locale: Locale) => createSearch(() => JSON.parse(text(searchFile(locale))) as SearchablePage[]);
  return guideSite({
    style,
    script,
    has: (page) => known.has(page),
    // Only names from the list: an address never chooses a file.
    page: (page) => (known.has(page) ? text(pageFile(page)) : undefined),
    isEmpty: known.size === 0,
    notFound: { en: text('en.404.html'), fr: text('fr.404.html') },
    picture(name) {
      const contentType = types.get(name);
      if (contentType === undefined) return undefined;
      return { contentType, body: new Uint8Array(readFileSync(path.join(folder, 'pictures', name))) };
    },
    search: { en: search('en'), fr: search('fr') },
  });
}
