/** The guide as a website: from a path to an answer. Knows no server; whoever has one hands it requests. */
import { LOCALES, type Locale, pickLocale } from '@guichet/contract/locale';
import { assetsOf, type GuideContent } from './guide-content.ts';
import { searchResults, searchView } from './layout/search-view.ts';
import { type Markup, toText } from './markup.ts';
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

export function guideSite(content: GuideContent): GuideSite {
  const { style, script, search } = content;
  const assets = assetsOf(content);

  function isSearch(whole: string): boolean {
    return /^(?:en|fr)\/(?:search|results)(?:\/|$)/.test(insideOf(whole));
  }

  function answer({ path: whole, query = '', acceptLanguage, origin }: GuideRequest): GuideAnswer {
    const inside = insideOf(whole);
    const wanted = pickLocale(acceptLanguage);
    if (content.isEmpty) return plain(503, GUIDE_TEXTS[wanted].missing);
    const file = assetAt(inside);
    if (file) return file;
    const [first = '', second] = inside.split('/');
    const locale = LOCALES.find((each) => each === first);
    // Without a language: the reader's own.
    if (!locale)
      return redirect(`/guide/${wanted}/${content.has(`${wanted}/${inside}`) ? inside : ''}`, inside, wanted);
    if (second === undefined) return redirect(`/guide/${locale}/`, '', locale);
    if (second === 'search') return page(searchView(locale, query, search[locale], assets), origin);
    if (second === 'results') return page(searchResults(locale, query, search[locale]), origin);
    const held = content.page(inside);
    if (held !== undefined) return { ...htmlAnswer(200, held, origin), lasting: true };
    if (content.has(inside.replace(/\/$/, ''))) return redirect(`/guide/${inside.replace(/\/$/, '')}`, '', locale);
    return htmlAnswer(404, content.notFound[locale], origin);
  }

  function redirect(to: string, inside: string, locale: Locale): GuideAnswer {
    // An unknown word right below /guide is a page that is not there.
    if (inside !== '' && !content.has(`${locale}/${inside}`)) {
      return htmlAnswer(404, content.notFound[locale], EXAMPLE_ADDRESS);
    }
    return { status: 302, headers: { Location: to, Vary: 'Accept-Language', 'Cache-Control': 'no-cache' }, body: '' };
  }

  function assetAt(inside: string): GuideAnswer | undefined {
    const address = `/guide/${inside}`;
    const picture = inside.startsWith('pictures/') ? content.picture(inside.slice('pictures/'.length)) : undefined;
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
