/** What a search found: as a page of its own, and as the piece that the script shows below the search field. */
import type { Locale } from '@guichet/contract/locale';
import { html, type Markup } from '../markup.ts';
import { excerpt, markWords } from '../search/excerpt.ts';
import { queryWords, type Search, type SearchHit } from '../search/search-index.ts';
import { GUIDE_TEXTS } from '../text/guide-texts.ts';
import { type GuideAssets, pageFrame } from './page-frame.ts';

/** More than these are not read while typing; the page has them all. */
const SHOWN_WHILE_TYPING = 8;

export function searchView(locale: Locale, query: string, search: Search, assets: GuideAssets): Markup {
  const texts = GUIDE_TEXTS[locale];
  const hits = search(query);
  return pageFrame({
    locale,
    title: query === '' ? texts.search : `${texts.search}: ${query}`,
    description: texts.searchHint,
    path: query === '' ? 'search' : `search?${new URLSearchParams({ q: query })}`,
    listed: false,
    assets,
    query,
    content: html`<h1>${texts.search}</h1>
<p class="lead">${sentence(locale, query, hits.length)}</p>
${hitList(hits, query)}`,
  });
}

/** Without a page around it. */
export function searchResults(locale: Locale, query: string, search: Search): Markup {
  const hits = search(query);
  return html`<p class="found-count" role="status">${sentence(locale, query, hits.length)}</p>${hitList(hits.slice(0, SHOWN_WHILE_TYPING), query)}`;
}

function sentence(locale: Locale, query: string, count: number): string {
  const texts = GUIDE_TEXTS[locale];
  if (query.trim() === '') return texts.emptySearch;
  return count > 0 ? texts.results({ count }) : texts.noResults({ query: query.slice(0, 80) });
}

function hitList(hits: readonly SearchHit[], query: string): Markup | string {
  if (hits.length === 0) return '';
  const words = queryWords(query);
  return html`<ol class="hits">${hits.map(({ page, passage }) => {
    const address = `/guide/${page.locale}/${page.slug}${passage.anchor === '' ? '' : `#${passage.anchor}`}`;
    const text = passage.text || page.summary;
    return html`<li><a href="${address}"><span class="hit-title">${markWords(page.title, words)}${
      passage.heading === '' ? '' : html` <span class="muted">› ${passage.heading}</span>`
    }</span>
<span class="hit-text">${excerpt(text, words)}</span></a></li>`;
  })}</ol>`;
}
