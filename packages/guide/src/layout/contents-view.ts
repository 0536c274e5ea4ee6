/** The guide's first page: everything that is in it. */
import type { Locale } from '@guichet/contract/locale';
import { type GuidePage, SECTIONS, type Section } from '../guide-page.ts';
import { html, type Markup } from '../markup.ts';
import { GUIDE_TEXTS } from '../text/guide-texts.ts';
import { GROUP_ORDER, groupOf } from './group-of.ts';
import { type GuideAssets, pageFrame } from './page-frame.ts';

export function contentsView(locale: Locale, pages: readonly GuidePage[], assets: GuideAssets): Markup {
  const texts = GUIDE_TEXTS[locale];
  return pageFrame({
    locale,
    title: texts.contents,
    description: texts.lead,
    path: '',
    listed: true,
    assets,
    content: html`<h1>${texts.heading}</h1>
<p class="lead">${texts.lead}</p>
${SECTIONS.map((section) =>
  sectionView(
    section,
    locale,
    pages.filter((page) => page.section === section),
  ),
)}`,
  });
}

function sectionView(section: Section, locale: Locale, pages: readonly GuidePage[]): Markup | string {
  if (pages.length === 0) return '';
  const texts = GUIDE_TEXTS[locale];
  const groups = GROUP_ORDER.map((group) => ({ group, members: pages.filter((page) => groupOf(page) === group) }));
  return html`<section aria-labelledby="${section}">
<h2 id="${section}">${texts.sections[section]}</h2>
<ul class="cards">${pages
    .filter((page) => groupOf(page) === undefined)
    .map(
      (page) =>
        html`<li><a href="/guide/${locale}/${page.slug}">${page.title}</a><p class="muted">${page.summary}</p></li>`,
    )}</ul>
${groups
  .filter(({ members }) => members.length > 0)
  .map(
    ({
      group,
      members,
    }) => html`<details><summary>${texts.groups[group] ?? group} <span class="muted">${members.length}</span></summary>
<ul>${members.map((page) => html`<li><a href="/guide/${locale}/${page.slug}">${page.title}</a></li>`)}</ul></details>`,
  )}
</section>`;
}
