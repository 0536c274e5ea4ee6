/** A page of the guide between its side list and the list of its headings. */
import type { GuidePage } from '../guide-page.ts';
import { html, type Markup, raw } from '../markup.ts';
import { GUIDE_TEXTS } from '../text/guide-texts.ts';
import { groupOf } from './group-of.ts';
import { type GuideAssets, pageFrame } from './page-frame.ts';
import { sideList } from './side-list.ts';

/** Fewer headings than this are seen without a list of them. */
const LEAST_HEADINGS_LISTED = 3;

export function guidePageView(page: GuidePage, pages: readonly GuidePage[], assets: GuideAssets): Markup {
  const { locale, slug, title, summary } = page;
  const texts = GUIDE_TEXTS[locale];
  return pageFrame({
    locale,
    title,
    description: summary,
    path: slug,
    listed: true,
    assets,
    side: sideList(pages, page),
    content: html`<nav class="where" aria-label="${texts.breadcrumb}"><a href="/guide/${locale}/#${page.section}">${texts.sections[page.section]}</a></nav>
<article>
<h1>${title}</h1>
<p class="lead">${summary}</p>
${raw(page.html)}
</article>
${neighbours(page, pages)}`,
    aside: headingList(page),
  });
}

function headingList({ headings, locale }: GuidePage): Markup | string {
  const shown = headings.filter(({ level }) => level === 2);
  if (shown.length < LEAST_HEADINGS_LISTED) return '';
  const texts = GUIDE_TEXTS[locale];
  return html`<nav class="headings" aria-label="${texts.onThisPage}"><h2>${texts.onThisPage}</h2>
<ul>${shown.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}</ul></nav>`;
}

/** The pages before and after it, within what is read in order. */
function neighbours(page: GuidePage, pages: readonly GuidePage[]): Markup | string {
  const texts = GUIDE_TEXTS[page.locale];
  const inOrder = pages.filter((each) => groupOf(each) === groupOf(page));
  const at = inOrder.indexOf(page);
  const [before, after] = [inOrder[at - 1], inOrder[at + 1]];
  if (!before && !after) return '';
  const link = (to: GuidePage, label: string, rel: string) =>
    html`<a href="/guide/${to.locale}/${to.slug}" rel="${rel}"><span class="muted">${label}</span> ${to.title}</a>`;
  return html`<nav class="neighbours" aria-label="${texts.neighbours}">${before ? link(before, texts.previous, 'prev') : ''}${after ? link(after, texts.next, 'next') : ''}</nav>`;
}
