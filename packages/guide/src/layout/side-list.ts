/** The list beside a page: every page of the guide, except that findings show only those of the group one is in. */
import { type GuidePage, SECTIONS } from '../guide-page.ts';
import { html, type Markup } from '../markup.ts';
import { GUIDE_TEXTS } from '../text/guide-texts.ts';
import { groupOf } from './group-of.ts';

export function sideList(pages: readonly GuidePage[], here: GuidePage): Markup {
  const texts = GUIDE_TEXTS[here.locale];
  const group = groupOf(here);
  const link = (page: GuidePage) =>
    html`<li><a href="/guide/${page.locale}/${page.slug}"${page === here ? html` aria-current="page"` : ''}>${page.title}</a></li>`;
  return html`<nav class="side" aria-label="${texts.contents}">${SECTIONS.map((section) => {
    const inSection = pages.filter((page) => page.section === section);
    const siblings = inSection.filter((page) => group !== undefined && groupOf(page) === group);
    if (inSection.length === 0) return '';
    return html`<h2>${texts.sections[section]}</h2>
<ul>${inSection.filter((page) => groupOf(page) === undefined).map(link)}</ul>
${siblings.length > 0 ? html`<h3>${texts.groups[group ?? ''] ?? group}</h3><ul>${siblings.map(link)}</ul>` : ''}`;
  })}</nav>`;
}
