/** `{{menu GOAL}}`: where to click, for every range of versions whose words differ. */
import type { Locale } from '@guichet/contract/locale';
import {
  CHECKED_VERSIONS,
  findMenuPath,
  isBefore,
  MENU_VERSIONS,
  type MenuGoal,
  type MenuPath,
} from '@guichet/openwebui/menus';
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
  const last = lastBefore(before);
  return last === short(since)
    ? texts.versionOnly({ version: last })
    : texts.versionsBetween({ since: short(since), last });
}

/** `0.8` stands for all its releases, before `0.8.9` comes `0.8.8`. */
function lastBefore(version: string): string {
  const [major = 0, line = 0, release = 0] = version.split('.').map(Number);
  return release === 0 ? `${major}.${line - 1}` : `${major}.${line}.${release - 1}`;
}

function checkedNote({ since, before }: MenuRange, texts: GuideTexts): string {
  const seen = CHECKED_VERSIONS.filter(
    (version) => !isBefore(version, since) && (before === undefined || isBefore(version, before)),
  );
  return seen.length > 0 ? texts.checkedOn({ versions: seen.toReversed() }) : texts.notChecked;
}

/** A line by its name, a release within a line whole. */
function short(version: string): string {
  return version.replace(/\.0$/, '');
}
