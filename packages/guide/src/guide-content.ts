/** What the guide's site sends: finished pages, files and a search. Made from pages that were just read, or at build time. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOCALES, type Locale } from '@guichet/contract/locale';
import { contentsView } from './layout/contents-view.ts';
import { guidePageView } from './layout/guide-page-view.ts';
import { notFoundView } from './layout/not-found-view.ts';
import type { GuideAssets } from './layout/page-frame.ts';
import { toText } from './markup.ts';
import type { PictureFile } from './pictures.ts';
import type { Guide } from './read-guide.ts';
import { createSearch, type Search } from './search/search-index.ts';

/** A style or a script, and its address, which holds a hash of it. */
export interface GuideAsset {
  address: string;
  body: string;
}

export interface GuideContent {
  style: GuideAsset;
  script: GuideAsset;
  /** Whether there is a page below `/guide/`: `en/`, `en/SLUG`. */
  has(page: string): boolean;
  /** Its HTML. */
  page(page: string): string | undefined;
  /** Without pages it is not the guide that is missing a page, but the guide. */
  isEmpty: boolean;
  notFound: Readonly<Record<Locale, string>>;
  /** @param name the last part of its address */
  picture(name: string): Pick<PictureFile, 'body' | 'contentType'> | undefined;
  search: Readonly<Record<Locale, Search>>;
}

/** Those of every page of ours come first. */
const SHARED_STYLES = ['tokens', 'page'];
const STYLES = ['base', 'frame', 'content', 'search', 'print'];

export function assetsOf({ style, script }: Pick<GuideContent, 'style' | 'script'>): GuideAssets {
  return { style: style.address, script: script.address };
}

export function contentOf(guide: Guide): GuideContent {
  const shared = SHARED_STYLES.map((name) =>
    readFileSync(fileURLToPath(import.meta.resolve(`@guichet/contract/style/${name}.css`)), 'utf8'),
  );
  const style = asset('css', [...shared, ...STYLES.map((name) => read(`style/${name}.css`))].join('\n'));
  const script = asset('js', read('browser/guide.js'));
  const assets = assetsOf({ style, script });
  const ready = new Map<string, string>();
  for (const locale of LOCALES) {
    const pages = guide.pages[locale];
    if (pages.length === 0) continue;
    ready.set(`${locale}/`, toText(contentsView(locale, pages, assets)));
    for (const page of pages) ready.set(`${locale}/${page.slug}`, toText(guidePageView(page, pages, assets)));
  }
  return {
    style,
    script,
    has: (page) => ready.has(page),
    page: (page) => ready.get(page),
    isEmpty: ready.size === 0,
    notFound: { en: toText(notFoundView('en', assets)), fr: toText(notFoundView('fr', assets)) },
    picture: (name) => guide.pictures.files.get(name),
    search: { en: createSearch(() => guide.pages.en), fr: createSearch(() => guide.pages.fr) },
  };
}

function read(file: string): string {
  return readFileSync(path.join(import.meta.dirname, file), 'utf8');
}

/** Addresses hold a hash of the content, so that what they lead to may be kept for ever. */
function asset(extension: string, body: string): GuideAsset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { address: `/guide/guide.${hash}.${extension}`, body };
}
