import { TRIED_VERSIONS } from '../tried-versions.ts';
import { isBefore, nearestVersion } from '../version-order.ts';
import type { Label, MenuEntry, MenuGoal, MenuLocale, MenuPath } from './menu-path.ts';
import { MENUS_SINCE_0_11, MENUS_SINCE_0_12 } from './menus-since-0-11.ts';
import {
  MENUS_OF_0_10,
  MENUS_SINCE_0_8,
  MENUS_SINCE_0_8_9,
  MENUS_SINCE_0_8_11,
  MENUS_UP_TO_0_7,
} from './menus-up-to-0-10.ts';

/** First version of each set of menus, newest first. */
const SETS: readonly [since: string, menus: Partial<Record<MenuGoal, MenuEntry>>][] = [
  ['0.12.0', MENUS_SINCE_0_12],
  ['0.11.0', MENUS_SINCE_0_11],
  ['0.10.0', MENUS_OF_0_10],
  ['0.8.11', MENUS_SINCE_0_8_11],
  ['0.8.9', MENUS_SINCE_0_8_9],
  ['0.8.0', MENUS_SINCE_0_8],
  ['0.0.0', MENUS_UP_TO_0_7],
];

/** From which version on the menus are as they are, newest first. */
export const MENU_VERSIONS: readonly string[] = SETS.map(([since]) => since);

/**
 * The versions whose built interface was searched for every word (see the contract suite), oldest first: those that were
 * run, and those of 0.8 between which French words change, whose files alone were read.
 */
export const CHECKED_VERSIONS: readonly string[] = [
  ...TRIED_VERSIONS.map(({ version }) => version),
  ...['0.8.3', '0.8.6', '0.8.7', '0.8.8', '0.8.9', '0.8.10', '0.8.11'],
].toSorted((one, other) => (isBefore(one, other) ? -1 : 1));

/**
 * @param version undefined when it is not known: the newest menus are given, as not checked
 * @returns undefined when this version cannot do it
 */
export function findMenuPath(
  goal: MenuGoal,
  version: string | undefined,
  locale: MenuLocale = 'en',
): MenuPath | undefined {
  const seenIn = seenVersion(version);
  const entry = menusOf(seenIn)[goal];
  if (!entry) return undefined;
  return {
    goal,
    locale,
    actor: entry.actor,
    steps: entry.steps.map((label) => inLocale(label, locale)),
    ...(entry.route !== undefined && { route: entry.route }),
    seenIn,
    checked: seenIn === version,
  };
}

/** Every goal this version has a place for. */
export function goalsOf(version: string): MenuGoal[] {
  return Object.keys(menusOf(seenVersion(version))) as MenuGoal[];
}

function menusOf(version: string): Partial<Record<MenuGoal, MenuEntry>> {
  return SETS.find(([since]) => !isBefore(version, since))?.[1] ?? {};
}

function seenVersion(version: string | undefined): string {
  return version === undefined ? (CHECKED_VERSIONS.at(-1) ?? '') : nearestVersion(version, CHECKED_VERSIONS);
}

function inLocale(label: Label, locale: MenuLocale): string {
  if (typeof label === 'string') return label;
  return locale === 'fr' ? label[1] : label[0];
}
