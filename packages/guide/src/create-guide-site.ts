/** The guide as a website: from a path to an answer. Knows no server; whoever has one hands it requests. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LOCALES, type Locale, pickLocale } from '@guichet/contract/locale';
import { contentsView } from './layout/contents-view.ts';
import { guidePageView } from './layout/guide-page-view.ts';
import { notFoundView } from './layout/not-found-view.ts';
import type { GuideAssets } from './layout/page-frame.ts';
import { searchResults, searchView } from './layout/search-view.ts';
import { type Markup, toText } from './markup.ts';
import type { Guide } from './read-guide.ts';
import { createSearch } from './search/search-index.ts';
import { GUIDE_TEXTS } from './text/guide-texts.ts';

export interface GuideRequest {
  /** From `/guide` on. */
  path: string;
  /** What is searched for. */
  query?: string | undefined;
  acceptLanguage?: string | undefined;
  /** The address this Guichet is known by, which stands in the pages' examples. */
  origin: string;
}

export interface GuideAnswer {
  status: 200 | 302 | 404 | 503;
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array<ArrayBuffer>;
  /** The same for every request of this path and origin: whoever serves it may keep it. */
  lasting?: true;
}

export interface GuideSite {
  answer(request: GuideRequest): GuideAnswer;
  /** Whether a path is a search, which is work each time. */
  isSearch(path: string): boolean;
}

/** Only our own style, script and pictures, in nobody's frame. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Drawings colour themselves by theme; opened alone they may do that and nothing else. */
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** The address that the files use in examples. */
const EXAMPLE_ADDRESS = 'https://guichet.example.com';

const STYLES = ['tokens', 'base', 'frame', 'content', 'search', 'print'];

export function createGuideSite(guide: Guide): GuideSite {
  const style = asset('css', STYLES.map((name) => read(`style/${name}.css`)).join('\n'));
  const script = asset('js', read('browser/guide.js'));
  const assets: GuideAssets = { style: style.address, script: script.address };
  const searches = {
    en: createSearch(guide.pages.en),
    fr: createSearch(guide.pages.fr),
  };

  /** Held ready, by path below `/guide/`. */
  const ready = new Map<string, string>();
  for (const locale of LOCALES) {
    const pages = guide.pages[locale];
    if (pages.length === 0) continue;
    ready.set(`${locale}/`, toText(contentsView(locale, pages, assets)));
    for (const page of pages) ready.set(`${locale}/${page.slug}`, toText(guidePageView(page, pages, assets)));
  }

  const notFound = {
    en: toText(notFoundView('en', assets)),
    fr: toText(notFoundView('fr', assets)),
  };

  function isSearch(whole: string): boolean {
    return /^(?:en|fr)\/(?:search|results)(?:\/|$)/.test(insideOf(whole));
  }

  function answer({ path: whole, query = '', acceptLanguage, origin }: GuideRequest): GuideAnswer {
    const inside = insideOf(whole);
    const wanted = pickLocale(acceptLanguage);
    if (ready.size === 0) return plain(503, GUIDE_TEXTS[wanted].missing);
    const file = assetAt(inside);
    if (file) return file;
    const [first = '', second] = inside.split('/');
    const locale = LOCALES.find((each) => each === first);
    // Without a language: the reader's own.
    if (!locale) return redirect(`/guide/${wanted}/${ready.has(`${wanted}/${inside}`) ? inside : ''}`, inside, wanted);
    if (second === undefined) return redirect(`/guide/${locale}/`, '', locale);
    if (second === 'search') return page(searchView(locale, query, searches[locale], assets), origin);
    if (second === 'results') return page(searchResults(locale, query, searches[locale]), origin);
    const held = ready.get(inside);
    if (held) return { ...htmlAnswer(200, held, origin), lasting: true };
    if (ready.has(inside.replace(/\/$/, ''))) return redirect(`/guide/${inside.replace(/\/$/, '')}`, '', locale);
    return htmlAnswer(404, notFound[locale], origin);
  }

  function redirect(to: string, inside: string, locale: Locale): GuideAnswer {
    // An unknown word right below /guide is a page that is not there.
    if (inside !== '' && !ready.has(`${locale}/${inside}`)) {
      return htmlAnswer(404, notFound[locale], EXAMPLE_ADDRESS);
    }
    return { status: 302, headers: { Location: to, Vary: 'Accept-Language', 'Cache-Control': 'no-cache' }, body: '' };
  }

  function assetAt(inside: string): GuideAnswer | undefined {
    const address = `/guide/${inside}`;
    const picture = inside.startsWith('pictures/')
      ? guide.pictures.files.get(inside.slice('pictures/'.length))
      : undefined;
    if (picture) return forEver(picture.body, picture.contentType, { 'Content-Security-Policy': PICTURE_POLICY });
    if (address === style.address) return forEver(style.body, 'text/css; charset=utf-8');
    if (address === script.address) return forEver(script.body, 'text/javascript; charset=utf-8');
    return undefined;
  }

  return { answer, isSearch };
}

function insideOf(path: string): string {
  return decode(path).replace(/^\/guide\/?/, '');
}

function read(file: string): string {
  return readFileSync(path.join(import.meta.dirname, file), 'utf8');
}

/** Addresses hold a hash of the content, so that what they lead to may be kept for ever. */
function asset(extension: string, body: string): { address: string; body: string } {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { address: `/guide/guide.${hash}.${extension}`, body };
}

function page(markup: Markup, origin: string): GuideAnswer {
  return htmlAnswer(200, toText(markup), origin);
}

function htmlAnswer(status: 200 | 404, body: string, origin: string): GuideAnswer {
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'Cache-Control': 'no-cache',
    },
    body: body.replaceAll(EXAMPLE_ADDRESS, originInHtml(origin)),
  };
}

function plain(status: 503, body: string): GuideAnswer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }, body };
}

function forEver(
  body: string | Uint8Array<ArrayBuffer>,
  contentType: string,
  more: Readonly<Record<string, string>> = {},
): GuideAnswer {
  const headers = { ...more, 'Content-Type': contentType, 'Cache-Control': 'public, max-age=31536000, immutable' };
  return { status: 200, headers, body, lasting: true };
}

/** An origin has none of the characters that HTML minds; anything else is not put into a page. */
function originInHtml(origin: string): string {
  return /^https?:\/\/[\w.:[\]-]+$/.test(origin) ? origin : EXAMPLE_ADDRESS;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
