/** `{{menu GOAL}}`: where to click, for every range of versions whose words differ. */
import type { Locale } from '@guichet/contract/locale';
import { CHECKED_VERSIONS, findMenuPath, MENU_VERSIONS, type MenuGoal, type MenuPath } from '@guichet/openwebui/menus';
import { html, type Markup, toText } from '../markup.ts';
import type { GuideTexts } from '../text/guide-texts.ts';
import { type Directive, DirectiveProblem } from './directive.ts';

/** Versions from `since` up to (and not including) `before` show the same words. */
export interface MenuRange {
  since: string;
  /** Undefined: up to today. */
  before: string | undefined;
  /** Undefined: these versions have no such place. */
  path: MenuPath | undefined;
}

/** Newest first. @returns nothing when no version has this goal */
export function menuRanges(goal: string, locale: Locale): MenuRange[] {
  const ranges: MenuRange[] = [];
  let before: string | undefined;
  for (const since of MENU_VERSIONS) {
    const path = findMenuPath(goal as MenuGoal, since, locale);
    const last = ranges.at(-1);
    if (last && wordsOf(last.path) === wordsOf(path)) last.since = since;
    else ranges.push({ since, before, path });
    before = since;
  }
  return ranges.some(({ path }) => path) ? ranges : [];
}

function wordsOf(path: MenuPath | undefined): string {
  return path ? [...path.steps, path.route ?? ''].join('\n') : '';
}

export const menu: Directive = (goal, { locale, texts }) => {
  const [newest, ...older] = menuRanges(goal, locale);
  if (!newest) throw new DirectiveProblem(`names a menu that is not known: ${goal}`);
  const actor = newest.path?.actor ?? older.find(({ path }) => path)?.path?.actor ?? 'owner';
  return toText(html`<div class="menu">
<p class="menu-actor">${texts.menuActor[actor]}</p>
${describeRange(newest, texts)}
${older.length > 0 && html`<details><summary>${texts.olderVersions}</summary>${older.map((range) => describeRange(range, texts))}</details>`}
</div>`);
};

function describeRange(range: MenuRange, texts: GuideTexts): Markup {
  const { path } = range;
  return html`<div class="menu-range"><p class="menu-version">${rangeName(range, texts)}</p>${
    path
      ? html`<ol class="breadcrumbs" aria-label="${texts.menuPath}">${path.steps.map((step) => html`<li><span>${step}</span></li>`)}</ol>
${path.route ? html`<p class="menu-note">${texts.directAddress} <code>https://chat.example.com${path.route}</code></p>` : ''}`
      : html`<p>${texts.notInVersion}</p>`
  }<p class="menu-note">${checkedNote(range, texts)}</p></div>`;
}

function rangeName({ since, before }: MenuRange, texts: GuideTexts): string {
  if (before === undefined) return texts.versionsSince({ since: short(since) });
  if (since === '0.0.0') return texts.versionsBefore({ before: short(before) });
  const last = `0.${Number(before.split('.')[1]) - 1}`;
  return last === short(since)
    ? texts.versionOnly({ version: last })
    : texts.versionsBetween({ since: short(since), last });
}

function checkedNote({ since, before }: MenuRange, texts: GuideTexts): string {
  const seen = CHECKED_VERSIONS.filter(
    (version) => minor(version) >= minor(since) && (before === undefined || minor(version) < minor(before)),
  );
  return seen.length > 0 ? texts.checkedOn({ versions: seen.toReversed() }) : texts.notChecked;
}

function minor(version: string): number {
  return Number(version.split('.')[1]);
}

function short(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
