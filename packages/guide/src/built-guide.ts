/**
 * The guide as files, written by the build: a running server reads a page when somebody asks for it, and neither spends
 * its start on Markdown nor its memory on some 200 pages.
 *
 *   index.json             {style, script, pages: ['en/', 'en/SLUG', …], pictures: {NAME: contentType}}
 *   pages/LANGUAGE.html    the contents, `pages/LANGUAGE/SLUG.html` each page, `LANGUAGE.404.html` for any other address
 *   search.LANGUAGE.json   what is searched in: SearchablePage[]
 *   pictures/NAME
 */
import type { Locale } from '@guichet/contract/locale';
import type { GuideAsset } from './guide-content.ts';

export interface BuiltIndex {
  style: GuideAsset;
  script: GuideAsset;
  pages: string[];
  pictures: Readonly<Record<string, string>>;
}

export function pageFile(page: string): string {
  return `pages/${page.replace(/\/$/, '')}.html`;
}

export function searchFile(locale: Locale): string {
  return `search.${locale}.json`;
}
