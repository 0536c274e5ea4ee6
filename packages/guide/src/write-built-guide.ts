import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LOCALES } from '@guichet/contract/locale';
import { type BuiltIndex, pageFile, searchFile } from './built-guide.ts';
import { contentOf } from './guide-content.ts';
import type { Guide } from './read-guide.ts';
import type { SearchablePage } from './search/search-index.ts';

/** @param folder made anew */
export function writeBuiltGuide(guide: Guide, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const content = contentOf(guide);
  const pages = LOCALES.flatMap((locale) =>
    guide.pages[locale].length === 0
      ? []
      : [`${locale}/`, ...guide.pages[locale].map(({ slug }) => `${locale}/${slug}`)],
  );
  for (const page of pages) write(pageFile(page), content.page(page) ?? '');
  for (const locale of LOCALES) {
    write(`${locale}.404.html`, content.notFound[locale]);
    write(searchFile(locale), JSON.stringify(guide.pages[locale].map(searchable)));
  }
  const pictures: Record<string, string> = {};
  for (const [name, { body, contentType }] of guide.pictures.files) {
    write(`pictures/${name}`, body);
    pictures[name] = contentType;
  }
  const index: BuiltIndex = { style: content.style, script: content.script, pages, pictures };
  write('index.json', JSON.stringify(index));

  function write(file: string, body: string | Uint8Array): void {
    const place = path.join(folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, body);
  }
}

function searchable({ locale, slug, title, summary, keywords, passages }: SearchablePage): SearchablePage {
  return { locale, slug, title, summary, keywords, passages };
}
