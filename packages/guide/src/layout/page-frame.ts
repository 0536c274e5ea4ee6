/** What stands around every page of the guide: the name, search, the places, the other language. */
import type { Locale } from '@guichet/contract/locale';
import { html, type Markup, raw } from '../markup.ts';
import { GUIDE_TEXTS } from '../text/guide-texts.ts';

export interface FrameParts {
  locale: Locale;
  title: string;
  description: string;
  /** The same page in the other language, below `/guide/LANGUAGE/`. */
  path: string;
  /** False for pages a search engine should leave out. */
  listed: boolean;
  assets: GuideAssets;
  /** What is being searched for. */
  query?: string;
  side?: Markup | string;
  content: Markup;
  aside?: Markup | string;
}

/** Addresses of style and script. */
export interface GuideAssets {
  style: string;
  script: string;
}

export const OTHER_LOCALE: Readonly<Record<Locale, Locale>> = { en: 'fr', fr: 'en' };

/** The bubble as an icon, in the page itself: one request fewer, and nothing to be missing. */
const ICON =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 32 32%22%3E%3Ccircle cx=%2216%22 cy=%2216%22 r=%2216%22 fill=%22%230B5D5E%22/%3E%3Cpath d=%22M9 10h14v10h-7l-4 4v-4H9z%22 fill=%22none%22 stroke=%22%23fff%22 stroke-width=%222%22 stroke-linejoin=%22round%22/%3E%3C/svg%3E';

export const SEARCH_ICON = raw(
  '<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="9" cy="9" r="5.25"/><path d="m13 13 4 4"/></svg>',
);

export function pageFrame(parts: FrameParts): Markup {
  const { locale, title, description, path, listed, assets, query = '', side = '', content, aside = '' } = parts;
  const texts = GUIDE_TEXTS[locale];
  const other = OTHER_LOCALE[locale];
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.title({ page: title })}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
${listed ? '' : raw('<meta name="robots" content="noindex">')}
<link rel="icon" href="${raw(ICON)}">
<link rel="stylesheet" href="${assets.style}">
<link rel="alternate" hreflang="${locale}" href="/guide/${locale}/${path}">
<link rel="alternate" hreflang="${other}" href="/guide/${other}/${path}">
<script defer src="${assets.script}"></script>
</head>
<body>
<a class="skip" href="#content">${texts.skip}</a>
<header class="top">
<p class="brand"><a href="/guide/${locale}/">Guichet <span>${texts.guide}</span></a></p>
<form class="search" role="search" action="/guide/${locale}/search" data-results="/guide/${locale}/results">
<label class="unseen" for="q">${texts.searchLabel}</label>
<span class="search-field">${SEARCH_ICON}<input id="q" name="q" type="search" value="${query}" placeholder="${texts.searchLabel}" autocomplete="off" spellcheck="false" maxlength="200"></span>
<button class="button"><span>${texts.search}</span>${SEARCH_ICON}</button>
<div class="found" hidden></div>
</form>
<nav class="elsewhere" aria-label="${texts.elsewhere}"><ul>
<li><a href="/guide/${locale}/">${texts.contents}</a></li>
<li><a href="/diagnostic">${texts.diagnosis}</a></li>
<li><a href="/console/">${texts.console}</a></li>
</ul></nav>
<a class="language" href="/guide/${other}/${path}" lang="${other}" hreflang="${other}">${texts.otherLanguage}</a>
</header>
<div class="frame">
${side}
<main id="content" tabindex="-1">
${content}
</main>
${aside}
</div>
<footer class="foot"><p>${texts.worksWith}</p></footer>
</body>
</html>`;
}
